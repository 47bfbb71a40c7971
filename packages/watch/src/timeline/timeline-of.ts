/** Archive x service -> **Timeline** */
import { ProvisoError } from "@proviso/core";
import { changeOf, type DocumentName, printDocument } from "@proviso/core/terms";
import type { VersionEntry } from "../archive/archive.ts";
import { keyOf } from "../archive/document-states.ts";
import type { Archive } from "../archive/open-archive.ts";
import { versionOf } from "../run/memory.ts";
import { Sightings } from "./not-seen.ts";
import type { Changed, Timeline, TimelineEntry } from "./timeline.ts";

/**
 * @param service as the archive has it, whatever its case
 * @param until milliseconds since 1970, UTC
 * @throws ProvisoError NOT_FOUND for a service of which the archive has no document; LEDGER_DAMAGED
 */
export async function timelineOf(archive: Archive, service: string, until: number): Promise<Timeline> {
  const all = await archive.documents();
  const documents = all.filter((one) => one.service.toLowerCase() === service.toLowerCase());
  const name = documents[0]?.service;
  if (name === undefined) {
    const names = [...new Set(all.map((one) => one.service))].sort().join(", ");
    throw new ProvisoError("NOT_FOUND", `no document of \`${service}\` is in the archive`, {
      hint: names === "" ? "the archive is empty" : `it has ${names}`,
    });
  }
  const entries: TimelineEntry[] = [];
  for (const document of documents) entries.push(...(await changesOf(archive, document, until)));
  const sightings = new Map(documents.map((one) => [keyOf(one), new Sightings(one)]));
  for await (const entry of archive.entries()) {
    if (entry.at <= until) sightings.get(keyOf(entry.document))?.take(entry);
  }
  for (const one of sightings.values()) entries.push(...one.stretches(until));
  return { service: name, until, entries: entries.sort(byTime) };
}

/** Only what is told: a record that was silenced is in the log, with its reason. */
async function changesOf(
  archive: Archive,
  document: DocumentName,
  until: number,
): Promise<readonly TimelineEntry[]> {
  const told: TimelineEntry[] = [];
  const earlier = new Map<string, VersionEntry>();
  let last: VersionEntry | undefined;
  for await (const entry of archive.versionsOf(document)) {
    const { judged } = entry;
    if (judged.at > until) break;
    if (judged.standing === "change") {
      const before = judged.against === undefined ? last : (earlier.get(judged.against) ?? last);
      if (judged.class === "first" || before === undefined) {
        told.push({ is: "first-seen", document, at: judged.at, version: entry.version });
      } else told.push(await changedBetween(archive, before, entry));
    }
    if (judged.standing === "health") continue;
    // A judgement names the version by its own id, which for an import is not the hash of the text.
    earlier.set(judged.version, entry).set(entry.version, entry);
    last = entry;
  }
  return told;
}

async function changedBetween(archive: Archive, before: VersionEntry, after: VersionEntry): Promise<Changed> {
  const { document, judged } = after;
  const texts = [await versionOf(archive, before), await versionOf(archive, after)] as const;
  const { changes, summary, direction, impact, clocks, notice } = changeOf(document, ...texts);
  return {
    is: "changed",
    document,
    at: judged.at,
    version: after.version,
    against: before.version,
    class: judged.class,
    title: summary.split("\n", 1)[0] ?? "",
    direction,
    impact: { level: impact.level, score: impact.score },
    axes: [...new Set(changes.map(({ axis }) => axis))],
    clocks,
    notice,
  };
}

/** At one instant, documents in the order of their names; a stretch of not seeing comes last. */
function byTime(a: TimelineEntry, b: TimelineEntry): number {
  const [one, other] = [a, b].map(
    (entry) => `${entry.is === "not-seen" ? 1 : 0} ${printDocument(entry.document)}`,
  );
  return a.at - b.at || ((one ?? "") < (other ?? "") ? -1 : 1);
}
