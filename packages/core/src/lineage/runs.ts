/** Events -> **Runs**, by their start; and what a run says of a conversation */
import type { Event, EventOf } from "../events/event.ts";
import type { LineageManifest, Listed, Membership, Run } from "./lineage.ts";

/** Undefined where the set is not at hand. */
export type IsMember = (manifest: string, conversation: string) => boolean | undefined;

interface Draft {
  readonly run: Run;
  readonly listed: Listed[];
  recorded: number;
}

/** One run may be told of by several events, one for each account: what else they say must agree. */
export function runsOf(
  events: readonly Event[],
  manifests: ReadonlyMap<string, LineageManifest>,
): readonly Run[] {
  const drafts = new Map<string, Draft>();
  for (const event of events) {
    if (event.type !== "run.started") continue;
    const { run, model, manifest, purpose } = event.data;
    const key = JSON.stringify([run, model ?? null, purpose ?? null, manifest ?? null, event.at]);
    let draft = drafts.get(key);
    if (draft === undefined) {
      const { at: startedAt, recorded } = event;
      const made = manifest === undefined ? undefined : manifests.get(manifest)?.purpose;
      const purposes = [...new Set([purpose, made].filter((one) => one !== undefined))];
      draft = {
        run: { run, model, purposes, manifest, startedAt, recorded, listed: [] },
        listed: [],
        recorded,
      };
      drafts.set(key, draft);
    }
    draft.recorded = Math.min(draft.recorded, event.recorded);
    draft.listed.push(...listedBy(event));
  }
  return [...drafts.values()]
    .map(({ run, listed, recorded }) => ({ ...run, listed, recorded }))
    .sort((a, b) => a.startedAt - b.startedAt || a.recorded - b.recorded || (a.run < b.run ? -1 : 1));
}

function listedBy({ account, conversation, data }: EventOf<"run.started">): readonly Listed[] {
  const named = conversation === undefined ? [] : [conversation];
  const { includes } = data;
  if (includes === undefined && conversation === undefined) return [];
  // An event about one conversation says nothing of the account's others.
  const isWhole = includes !== undefined && conversation === undefined;
  return [{ account, conversations: [...named, ...(includes ?? [])], isWhole }];
}

/**
 * What says that a conversation is in stands, whoever says so; out it is by the manifest's set, and
 * without a manifest by a list of the log that is whole.
 */
export function membershipIn(
  run: Run,
  conversation: string,
  accounts: ReadonlySet<string>,
  isMember: IsMember,
): Membership {
  const { manifest, listed } = run;
  const isIn = manifest === undefined ? undefined : isMember(manifest, conversation);
  if (isIn === true || listed.some((list) => list.conversations.includes(conversation))) return "included";
  if (manifest !== undefined) return isIn === false ? "excluded" : "unknown";
  const isLeftOut = listed.some(
    ({ account, isWhole }) => isWhole && (account === undefined || accounts.has(account)),
  );
  return isLeftOut ? "excluded" : "unknown";
}
