/**
 * `proviso replay`: make a ledger's decisions again, and name every difference
 */
import { ProvisoError } from "@proviso/core";
import type { Prepared } from "@proviso/core/decision";
import { parseEvent } from "@proviso/core/events";
import {
  LOGGED_DECISION,
  type Logged,
  type LoggedDecision,
  type Replayed,
  Replayer,
} from "@proviso/core/replay";
import type { Ledger } from "@proviso/store/ledger";
import { openLedger } from "../ledger/open.ts";
import { print } from "../output/stdout.ts";
import { choosePolicy, hasPolicy } from "../packs/choose.ts";
import { loadPacks, type Packs } from "../packs/load.ts";
import { EXIT } from "../terminal/print-error.ts";
import { startProgress } from "../terminal/progress.ts";
import type { Context, ReplayOptions } from "./options.ts";
import { policyFolders } from "./question.ts";
import { replayJson, replayText } from "./replay-text.ts";

export async function replayLedger(context: Context, options: ReplayOptions): Promise<number> {
  const { terminal } = context;
  const ledger = await openLedger(options.ledger);
  const progress = startProgress(terminal, "reading", () => undefined);
  try {
    const { events, decisions, erased } = await read(ledger);
    const packs = await loadPacks(policyFolders(options));
    const prepared = preparedBy(packs);
    const replayer = new Replayer(events, { preparedFor: prepared });
    const asked = decisions.filter(({ value }) => isAsked(value, options));
    const replayed: Replayed[] = [];
    // One after another by instant: what an account was at an instant is worked out once.
    for (const decision of asked.toSorted((one, other) => byInstant(one.value, other.value)))
      replayed.push(replayer.replay(decision.value, decision.leaf));
    progress.done();
    const summary = { replayed, events: events.length, skipped: decisions.length - asked.length, erased };
    await print(terminal.json ? replayJson(summary) : replayText(summary));
    const isSame = replayed.every(
      ({ hindrance, differences }) => hindrance === undefined && differences.length === 0,
    );
    return isSame ? EXIT.ok : EXIT.failed;
  } finally {
    progress.done();
    await ledger.close();
  }
}

interface Read {
  readonly events: readonly Logged[];
  readonly decisions: readonly { readonly value: LoggedDecision; readonly leaf: number }[];
  /** Leaves whose opening is gone: what they were is not known. */
  readonly erased: number;
}

async function read(ledger: Ledger): Promise<Read> {
  const events: Logged[] = [];
  const decisions: { readonly value: LoggedDecision; readonly leaf: number }[] = [];
  let erased = 0;
  for await (const { index, opening } of ledger.openings()) {
    if (opening === undefined) erased += 1;
    else if (opening.kind === "event" || opening.kind === "run") {
      const event = parseEvent(opening.value, { field: `leaf ${index}` });
      if (!("foreign" in event)) events.push({ event, leaf: index });
    } else if (opening.kind === "decision") {
      const parsed = LOGGED_DECISION.safeParse(opening.value);
      if (!parsed.success) {
        throw new ProvisoError("LEDGER_DAMAGED", `leaf ${index} is no decision that can be read`, {
          place: { field: parsed.error.issues[0]?.path.join(".") },
          hint: "a decision is logged by `proviso decide --ledger`, or added as a line that it has printed",
        });
      }
      decisions.push({ value: parsed.data, leaf: index });
    }
  }
  return { events, decisions, erased };
}

function preparedBy(packs: Packs): (product: string) => Prepared | undefined {
  const made = new Map<string, Prepared>();
  return (product) => {
    let prepared = made.get(product);
    if (prepared === undefined && hasPolicy(packs, product)) {
      prepared = choosePolicy(packs, "", product).prepared;
      made.set(product, prepared);
    }
    return prepared;
  };
}

/** `--known` of now and no `--known` are two questions: what was recorded since is in the one alone. */
function isAsked({ at, known }: LoggedDecision, options: ReplayOptions): boolean {
  if (options.at !== undefined && Date.parse(at) !== options.at) return false;
  return options.known === undefined || (known !== null && Date.parse(known) === options.known);
}

function byInstant(one: LoggedDecision, other: LoggedDecision): number {
  return Date.parse(one.at) - Date.parse(other.at) || (one.known ?? "").localeCompare(other.known ?? "");
}
