/** **HistoryRecord**s -> Archive, each once */
import type { DocumentName, Judged, Version } from "@proviso/core/terms";
import { keyOf } from "../archive/document-states.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { HistoryRecord } from "../replay/history-record.ts";

/** What a record is against those before it, with what is to be remembered for the next one. */
export type Judge<State> = (
  state: State | undefined,
  version: Version,
) => { readonly judged: Judged; readonly state: State };

export interface ImportOptions<State> {
  readonly judge: Judge<State>;
  /** Names the source, such as `git OpenTermsArchive/demo-versions`: kept as the recipe. */
  readonly recipe: string;
  /** When an entry is written: milliseconds since 1970, UTC. */
  readonly clock: () => number;
  readonly onRecord?: ((done: ImportCounts) => void) | undefined;
}

export interface ImportCounts {
  readonly records: number;
  readonly imported: number;
  /** Were in the archive before. */
  readonly known: number;
}

/** Under way at once, so that the disk is never waited for one by one. */
const UNDER_WAY = 64;

/**
 * Documents may come in any order, the records of each oldest first. May be stopped at any time and run
 * again: what is there is judged again, for what is remembered, and not written again. Judgements of what
 * the archive had before are never rewritten.
 * @throws ProvisoError as `Archive.putVersion`, and whatever `records` throws
 */
export async function importHistory<State>(
  archive: Archive,
  records: AsyncIterable<HistoryRecord>,
  { judge, recipe, clock, onRecord }: ImportOptions<State>,
): Promise<ImportCounts> {
  const known = new KnownRecords(archive);
  const states = new Map<string, State>();
  const underWay: Promise<unknown>[] = [];
  const counts = { records: 0, imported: 0, known: 0 };
  try {
    for await (const { document, version } of records) {
      const key = keyOf(document);
      const { judged, state } = judge(states.get(key), version);
      states.set(key, state);
      counts.records += 1;
      if (await known.isNew(document, version)) {
        const { text, isUpgrade, language } = version;
        const draft = { at: clock(), document, text, isUpgrade, language, judged, recipe, snapshots: [] };
        underWay.push(heard(archive.putVersion(draft)));
        counts.imported += 1;
      } else {
        counts.known += 1;
      }
      if (underWay.length >= UNDER_WAY) await underWay.shift();
      onRecord?.({ ...counts });
    }
  } finally {
    // What was begun ends before the caller may close the archive, whatever went wrong.
    await Promise.allSettled(underWay);
  }
  await Promise.all(underWay);
  return counts;
}

/** A refusal is heard when it is waited for; until then it is not unheard. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Which records of a document the archive has, looked up when the document first comes. */
class KnownRecords {
  readonly #archive: Archive;
  readonly #byDocument = new Map<string, Set<string>>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** One text may be seen twice, years apart, so the instant belongs to it. */
  async isNew(document: DocumentName, { id, at }: Version): Promise<boolean> {
    const key = keyOf(document);
    const records = this.#byDocument.get(key) ?? (await this.#recordsOf(document));
    this.#byDocument.set(key, records);
    const record = `${at} ${id}`;
    if (records.has(record)) return false;
    records.add(record);
    return true;
  }

  async #recordsOf(document: DocumentName): Promise<Set<string>> {
    const records = new Set<string>();
    for await (const { judged } of this.#archive.versionsOf(document))
      records.add(`${judged.at} ${judged.version}`);
    return records;
  }
}
