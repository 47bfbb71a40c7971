/** Event files, a timeline, a ledger -> what a lineage is made of */
import { ProvisoError } from "@proviso/core";
import { type Event, parseEvent, printEvent } from "@proviso/core/events";
import { digestOfJson, type Manifest, parseManifest } from "@proviso/core/export";
import type { Ledger } from "@proviso/store/ledger";
import type { LineageOptions } from "../commands/options.ts";
import { withLedger } from "../ledger/open.ts";
import { readHistory } from "../pipeline/history.ts";

export interface Told {
  readonly events: readonly Event[];
  readonly manifests: readonly Manifest[];
  /** Leaves whose opening is gone: what they were is not known. */
  readonly erased: number;
  /** Events of types that this version does not know. */
  readonly foreign: number;
}

type Mutable = { -readonly [K in keyof Told]: Told[K] } & { events: Event[]; manifests: Manifest[] };

/** @throws ProvisoError USAGE, EVENT_INVALID, TIMELINE_*, LEDGER_*, MANIFEST_INVALID, NOT_FOUND, PERMISSION */
export async function readTold(options: LineageOptions): Promise<Told> {
  const { account, events, ledger } = options;
  if (account === undefined && ledger === undefined && (events ?? []).length === 0) {
    throw new ProvisoError("USAGE", "there is nothing to trace in: no events and no ledger", {
      hint: "add `--ledger LEDGER`, or `--events FILE`",
    });
  }
  const read = await readHistory({
    ...(account !== undefined && { account }),
    events: events ?? [],
    strict: true,
  });
  const foreign = [...read.foreign.values()].reduce((sum, times) => sum + times, 0);
  const told: Mutable = { events: [...read.events], manifests: [], erased: 0, foreign };
  if (ledger !== undefined) await withLedger(ledger, {}, (opened) => readLedger(opened, told));
  agree(told.events);
  return told;
}

async function readLedger(ledger: Ledger, told: Mutable): Promise<void> {
  let latest = Number.NEGATIVE_INFINITY;
  for await (const { index, opening } of ledger.openings()) {
    if (opening === undefined) told.erased += 1;
    else if (opening.kind === "event" || opening.kind === "run") {
      const event = parseEvent(opening.value, { field: `leaf ${index}` });
      if ("foreign" in event) told.foreign += 1;
      else {
        told.events.push(asLogged(event, latest));
        latest = Math.max(latest, event.recorded);
      }
    } else if (opening.kind === "manifest") {
      told.manifests.push(parseManifest(JSON.stringify(opening.value), `leaf ${index}`));
    }
  }
}

/**
 * The log shows in what order things were told: the start of a run that stands behind an event was recorded
 * no sooner than that event, whatever it says of itself.
 */
function asLogged(event: Event, latest: number): Event {
  return event.type === "run.started" ? { ...event, recorded: Math.max(event.recorded, latest) } : event;
}

/** Of two that call themselves the same event one would go unseen, and it may be the refusal. */
function agree(events: readonly Event[]): void {
  const seen = new Map<string, string>();
  for (const event of events) {
    const key = JSON.stringify([event.source, event.id]);
    const content = digestOfJson(printEvent(event));
    const before = seen.get(key);
    if (before !== undefined && before !== content) {
      throw new ProvisoError("EVENT_INVALID", `event \`${event.id}\` is told twice, with different content`, {
        place: { field: "id" },
        hint: `both are of \`${event.source}\`; a correction is an event of its own, with an id of its own`,
      });
    }
    seen.set(key, content);
  }
}
