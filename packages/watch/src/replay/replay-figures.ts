/** Records -> **ReplayFigures**: what of a history would have been told, silenced, or sent to health. */
import {
  type DocumentName,
  type Judged,
  RECORD_CLASSES,
  type RecordClass,
  type Standing,
} from "@proviso/core/terms";

export interface Counts {
  readonly records: number;
  readonly classes: Readonly<Record<RecordClass, number>>;
  readonly standings: Readonly<Record<Standing, number>>;
}

export interface JudgedRecord {
  readonly document: DocumentName;
  readonly judged: Judged;
}

export interface ReplayFigures extends Counts {
  /** In the order they were first met. */
  readonly documents: readonly (Counts & { readonly document: DocumentName })[];
  /** Quiet records in those that are not the first of their document: 0 to 1. */
  readonly quietShare: number;
  /** The first ones that were silenced, with their reasons; at most as many as asked for. */
  readonly silenced: readonly JudgedRecord[];
  /** As `silenced`, of those that went to health. */
  readonly unseen: readonly JudgedRecord[];
}

export type Tally = {
  records: number;
  classes: Record<RecordClass, number>;
  standings: Record<Standing, number>;
};

export function newTally(): Tally {
  const classes = Object.fromEntries(RECORD_CLASSES.map((one) => [one, 0])) as Record<RecordClass, number>;
  return { records: 0, classes, standings: { change: 0, quiet: 0, health: 0 } };
}

export function count(tally: Tally, judged: Judged): void {
  tally.records += 1;
  tally.classes[judged.class] += 1;
  tally.standings[judged.standing] += 1;
}

/** The first record of a document has nothing to be compared with, and can be no noise. */
export function quietShareOf(counts: Counts, documents: number): number {
  const later = counts.records - documents;
  return later <= 0 ? 0 : counts.standings.quiet / later;
}
