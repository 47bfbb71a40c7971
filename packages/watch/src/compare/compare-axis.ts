/** Archive x axis x time -> **CompareTable** */
import { ProvisoError } from "@proviso/core";
import {
  type Axis,
  type AxisFact,
  axisFacts,
  type DocumentName,
  printDocument,
  split,
} from "@proviso/core/terms";
import type { Entry, VersionEntry } from "../archive/archive.ts";
import { keyOf, seenAt } from "../archive/document-states.ts";
import type { Archive } from "../archive/open-archive.ts";
import { healthQueue } from "../health/queue.ts";
import { type Queued, STALE_DAYS } from "../health/queued.ts";
import { HEALTH_SIGNALS } from "../health/signals.ts";
import type { ComparedDocument, ComparedFact, CompareTable, Sight } from "./compare-table.ts";
import { sayValues } from "./say-values.ts";

export interface CompareOptions {
  /** Milliseconds since 1970, UTC: texts and health as they were then. */
  readonly at: number;
  /** Names as the archive has them, whatever their case; all if left out. */
  readonly services?: readonly string[] | undefined;
}

/** @throws ProvisoError NOT_FOUND for a service of which the archive has no document; LEDGER_DAMAGED */
export async function compareAxis(
  archive: Archive,
  axis: Axis,
  { at, services }: CompareOptions,
): Promise<CompareTable> {
  const chosen = choose(await archive.documents(), services);
  const queued = await queuedAt(archive, at);
  const documents: ComparedDocument[] = [];
  for (const document of chosen) {
    const entry = await seenBefore(archive, document, at);
    const text = entry && { version: entry.version, at: entry.judged.at };
    const facts = entry === undefined ? [] : factsOf(await archive.readVersion(entry), axis);
    documents.push({ document, sight: sightOf(queued.get(keyOf(document)), entry), text, facts });
  }
  return { axis, at, documents };
}

function choose(documents: readonly DocumentName[], services: readonly string[] | undefined): DocumentName[] {
  const folded = (name: string): string => name.toLowerCase();
  const known = new Set(documents.map(({ service }) => folded(service)));
  const missing = services?.find((name) => !known.has(folded(name)));
  if (missing !== undefined) {
    const names = [...new Set(documents.map(({ service }) => service))].sort();
    throw new ProvisoError("NOT_FOUND", `no document of \`${missing}\` is in the archive`, {
      place: { field: "services" },
      hint: names.length === 0 ? "the archive is empty" : `it has ${names.join(", ")}`,
    });
  }
  const wanted = services && new Set(services.map(folded));
  return documents
    .filter(({ service }) => wanted?.has(folded(service)) ?? true)
    .sort((a, b) => {
      const [one, other] = [a.service, b.service].map(folded);
      return compare(one ?? "", other ?? "") || compare(printDocument(a), printDocument(b));
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What was imported is of the time when it was seen, and not of that when it was written here. */
async function queuedAt(archive: Archive, at: number): Promise<ReadonlyMap<string, Queued>> {
  const entries: Entry[] = [];
  for await (const entry of archive.entries()) {
    const seen = seenAt(entry);
    if (seen <= at) entries.push(seen === entry.at ? entry : { ...entry, at: seen });
  }
  entries.sort((a, b) => a.at - b.at || a.seq - b.seq);
  return new Map(healthQueue(entries, at, STALE_DAYS).map((one) => [keyOf(one.document), one]));
}

async function seenBefore(
  archive: Archive,
  document: DocumentName,
  at: number,
): Promise<VersionEntry | undefined> {
  let last: VersionEntry | undefined;
  for await (const entry of archive.versionsOf(document)) {
    if (entry.judged.at <= at && entry.judged.standing !== "health") last = entry;
  }
  return last;
}

function sightOf(queued: Queued | undefined, entry: VersionEntry | undefined): Sight {
  if (queued === undefined) {
    if (entry !== undefined) return { is: "seen" };
    return { is: "not-visible", signal: undefined, reason: "it was not looked at by then", since: undefined };
  }
  const { signal, reason, since } = queued;
  // That nobody looked says nothing against the text that was seen last.
  const isBlind = entry === undefined || (HEALTH_SIGNALS[signal].isBlind && signal !== "stale-capture");
  return { is: isBlind ? "not-visible" : "in-doubt", signal, reason, since };
}

/** Each thing once, with its surest sentence; of several the first. */
function factsOf(text: string, axis: Axis): readonly ComparedFact[] {
  const facts = axisFacts(text, split(text)).filter((fact) => fact.axis === axis);
  const same = Map.groupBy(facts, ({ values }) => JSON.stringify(Object.entries(values).sort()));
  return [...same.values()]
    .flatMap((some) => {
      const [first] = [...some].sort((a, b) => b.confidence - a.confidence || a.start - b.start);
      return first === undefined ? [] : [comparedFact(first, some.length)];
    })
    .sort((a, b) => a.start - b.start);
}

function comparedFact({ provision: _, ...fact }: AxisFact, times: number): ComparedFact {
  return { ...fact, says: sayValues(fact.axis, fact.values), times };
}
