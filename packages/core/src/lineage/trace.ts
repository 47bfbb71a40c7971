/**
 * LineageHistory x conversation, account, run or model -> **Lineage**
 */
import { afterStop, isTouched } from "./after.ts";
import type { LineageHistory } from "./history.ts";
import type { After, Lineage, LineageManifest, RunMembers, Stop } from "./lineage.ts";

export interface RunTrace {
  readonly run: string;
  /** Each start that is recorded, with the conversations that events name. */
  readonly uses: readonly RunMembers[];
  /** Of its manifests, those that are at hand. */
  readonly manifests: readonly LineageManifest[];
  /** Stops that concern what it took in, or may have. */
  readonly after: readonly After[];
}

export interface ModelTrace {
  readonly model: string;
  readonly runs: readonly RunTrace[];
}

export function traceConversation(history: LineageHistory, conversation: string): Lineage {
  const accounts = history.accountsOf(conversation);
  const stops = history.stops.filter((stop) =>
    stop.conversation === undefined ? accounts.has(stop.account) : stop.conversation === conversation,
  );
  return lineageOf(history, [conversation], [...accounts].sort(), stops);
}

/** Of an account, with the conversations in which it took part. */
export function traceSubject(history: LineageHistory, account: string): Lineage {
  const conversations = history.conversationsOf(account);
  const own = new Set(conversations);
  const stops = history.stops.filter(
    (stop) => stop.account === account || (stop.conversation !== undefined && own.has(stop.conversation)),
  );
  return lineageOf(history, conversations, [account], stops);
}

/** @returns undefined for a run that no event names */
export function traceRun(history: LineageHistory, run: string): RunTrace | undefined {
  const starts = history.runs.filter((one) => one.run === run);
  if (starts.length === 0) return undefined;
  const { conversations } = history;
  const digests = new Set(starts.map(({ manifest }) => manifest));
  const after = history.stops.map((stop) => afterStop(stop, history, concerned(history, stop), starts, []));
  return {
    run,
    uses: starts.map((start) => ({ run: start, members: history.membersOfRun(start, conversations) })),
    manifests: history.manifests.filter(({ digest }) => digests.has(digest)),
    after: after.filter(({ begun, recordedAfter, unaware, later }) =>
      [...begun, ...recordedAfter, ...unaware, ...later].some(isTouched),
    ),
  };
}

/** @returns undefined for a model that no event names */
export function traceModel(history: LineageHistory, model: string): ModelTrace | undefined {
  const names = new Set(history.runs.filter((one) => one.model === model).map(({ run }) => run));
  const runs = [...names].flatMap((run) => traceRun(history, run) ?? []);
  return runs.length === 0 ? undefined : { model, runs };
}

function lineageOf(
  history: LineageHistory,
  conversations: readonly string[],
  accounts: readonly string[],
  stops: readonly Stop[],
): Lineage {
  const { runs, manifests } = history;
  const asked = new Set(conversations);
  return {
    conversations,
    accounts,
    uses: runs.map((run) => ({ run, members: history.membersOfRun(run, conversations) })),
    manifests: manifests.map((manifest) => ({
      manifest,
      members: history.membersOfManifest(manifest, conversations),
    })),
    after: stops.map((stop) => {
      const reached = concerned(history, stop, conversations).filter((one) => asked.has(one));
      return afterStop(stop, history, reached, runs, manifests);
    }),
  };
}

/** The conversations that a stop is about. */
function concerned(
  history: LineageHistory,
  { conversation, account }: Stop,
  among?: readonly string[],
): readonly string[] {
  if (conversation !== undefined) return [conversation];
  return among === undefined
    ? history.conversationsOf(account)
    : among.filter((one) => history.accountsOf(one).has(account));
}
