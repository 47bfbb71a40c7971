/**
 * Decided conversations -> **Batch**es of what may go in
 *
 * Everything that is left out is counted in the batch whose turn it was, so that the tally of the first
 * batches says all there is to say of the first conversations.
 */

import type { Purpose } from "@proviso/core/events";
import {
  EXPORT_REASONS,
  ExportTally,
  type Format,
  fit,
  forbidsIds,
  type Selected,
  select,
  type Tokens,
} from "@proviso/core/export";
import { type Profile, planObligations } from "@proviso/core/redact";
import type { Decided } from "../pipeline/question.ts";
import type { Job } from "./job.ts";
import { TokenSet } from "./token-set.ts";

export interface Batch {
  readonly jobs: readonly Job[];
  /** A conversation's token -> its items' tokens, one behind another. Workers need none of them. */
  readonly itemTokens: ReadonlyMap<string, Uint8Array>;
  /** What was read and left out on the way. */
  readonly tally: ExportTally;
  /** Conversations read up to its end. */
  readonly through: number;
}

export interface BatchSettings {
  readonly purpose: Purpose;
  readonly format: Format;
  readonly hidden: boolean;
  readonly ids: boolean;
  readonly tokens: Tokens;
  /** Has to meet the obligations of what goes in. */
  readonly profile: Profile;
  /** Text per batch, in UTF-16 code units. */
  readonly size: number;
}

/** Conversations per batch, in and out: a batch must also end where hardly anything may be used. */
const MOST_CONVERSATIONS = 2_000;

/**
 * @param from passes over the conversations before it, which an earlier run has written
 * @throws ProvisoError OBLIGATION_UNMET at the first conversation that the profile does not do enough for
 */
export async function* batchesOf(
  decisions: AsyncIterable<Decided>,
  settings: BatchSettings,
  from: number,
): AsyncGenerator<Batch> {
  const known: Known = { tokens: new TokenSet(), met: new Set() };
  let jobs: Job[] = [];
  let itemTokens = new Map<string, Uint8Array>();
  let tally = new ExportTally();
  let size = 0;
  let read = 0;
  let inBatch = 0;
  for await (const decided of decisions) {
    read += 1;
    // Those passed over too: a conversation that comes again must be known from the first run.
    const made = jobOf(decided, settings, known, tally);
    if (read <= from) {
      tally = new ExportTally();
      continue;
    }
    inBatch += 1;
    if (made !== undefined) {
      jobs.push(made.job);
      itemTokens.set(made.job.token, made.itemTokens());
      for (const { text } of made.job.turns) size += text.length;
    }
    if (size >= settings.size || inBatch >= MOST_CONVERSATIONS) {
      yield { jobs, itemTokens, tally, through: read };
      jobs = [];
      itemTokens = new Map();
      tally = new ExportTally();
      size = 0;
      inBatch = 0;
    }
  }
  if (inBatch > 0) yield { jobs, itemTokens, tally, through: read };
}

/** What was learnt from the conversations before. */
interface Known {
  readonly tokens: TokenSet;
  /** Obligations that the profile meets. */
  readonly met: Set<string>;
}

interface Made {
  readonly job: Job;
  /** Made when asked for: those passed over need none. */
  readonly itemTokens: () => Uint8Array;
}

function jobOf(
  decided: Decided,
  settings: BatchSettings,
  { tokens, met }: Known,
  tally: ExportTally,
): Made | undefined {
  const { conversation, decision } = decided;
  const items = conversation.items.length;
  tally.read(
    items,
    decision.policies.map(({ id, version, digest }) => `${id} ${version} ${digest}`),
  );
  const decisions = decided.items.map((item) => item.decision);
  const selection = select(conversation, decision, decisions, settings);
  if (selection.kind === "withheld") {
    tally.count("signals", selection.signals);
    tally.withhold(selection, items);
    return undefined;
  }
  const fitted = fit(selection.turns, settings.format.shape);
  const token = Buffer.from(settings.tokens.conversation(conversation.id)).toString("hex");
  const reason =
    typeof fitted === "string" ? fitted : tokens.add(token) ? undefined : EXPORT_REASONS.repeated;
  if (reason !== undefined || typeof fitted === "string") {
    tally.withhold({ end: "not-used", reason: reason ?? "" }, items);
    return undefined;
  }
  for (const obligation of selection.obligations) {
    if (met.has(obligation)) continue;
    planObligations([obligation], settings.profile);
    met.add(obligation);
  }
  const left = new ExportTally();
  left.count("left", selection.left);
  left.count("left", fitted.left);
  const job: Job = {
    token,
    turns: fitted.turns,
    // Exports that name no account are each one person's.
    subject: decision.account ?? "",
    items,
    left: left.get("left"),
    signals: selection.signals,
    obligations: selection.obligations,
    ids: settings.ids ? idsOf(decided, selection) : undefined,
  };
  const itemTokens = (): Uint8Array => {
    // Formats that name an item twice mean one item.
    const ids = new Set(fitted.places.map((place) => selection.ids[place] ?? ""));
    return Buffer.concat([...ids].map((id) => settings.tokens.item(conversation.id, id)));
  };
  return { job, itemTokens };
}

function idsOf({ conversation, decision }: Decided, { obligations }: Selected): Job["ids"] {
  if (forbidsIds(obligations)) return { conversation: null, account: null };
  return { conversation: conversation.id, account: decision.account ?? null };
}
