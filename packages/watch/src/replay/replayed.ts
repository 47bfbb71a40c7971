/** HistoryRecords -> **replay** -> figures: judges a history as if it were seen for the first time. */
import { type DocumentName, judge, printDocument, type QuietState } from "@proviso/core/terms";
import type { HistoryRecord } from "./history-record.ts";
import {
  count,
  type JudgedRecord,
  newTally,
  quietShareOf,
  type ReplayFigures,
  type Tally,
} from "./replay-figures.ts";

export interface ReplayOptions {
  /** Silenced and unseen records kept in the figures, each; 100 if not given. */
  readonly maxListed?: number;
  /** Given every record as it is judged, for instance to write it as a line. */
  readonly onJudged?: (record: JudgedRecord) => void | Promise<void>;
  /** ISO 639-1 of a text whose version does not say; without it, only a flip of the script is seen. */
  readonly languageOf?: (text: string) => Promise<string | undefined>;
}

/**
 * Records of several documents may alternate; those of one come in the order of time. Memory grows with
 * the number of documents (about 25 kB each), not with that of their versions.
 */
export async function replayed(
  records: AsyncIterable<HistoryRecord>,
  options: ReplayOptions = {},
): Promise<ReplayFigures> {
  const maxListed = options.maxListed ?? 100;
  const total = newTally();
  const documents = new Map<string, Tally & { document: DocumentName }>();
  const states = new Map<string, QuietState>();
  const silenced: JudgedRecord[] = [];
  const unseen: JudgedRecord[] = [];
  for await (const { document, version } of records) {
    const key = printDocument(document);
    const language = version.language ?? (await options.languageOf?.(version.text));
    const { judged, state } = judge(states.get(key), { ...version, language });
    states.set(key, state);
    let tally = documents.get(key);
    if (tally === undefined) {
      tally = { document, ...newTally() };
      documents.set(key, tally);
    }
    count(tally, judged);
    count(total, judged);
    const record = { document, judged };
    const list = judged.standing === "quiet" ? silenced : judged.standing === "health" ? unseen : undefined;
    if (list !== undefined && list.length < maxListed) list.push(record);
    await options.onJudged?.(record);
  }
  return {
    ...total,
    documents: [...documents.values()],
    quietShare: quietShareOf(total, documents.size),
    silenced,
    unseen,
  };
}
