/**
 * **Judged**: is a record a change, noise, or a sign that we cannot see the document?
 */

/** What a record is against those before it. */
export const RECORD_CLASSES = [
  "first",
  "change",
  /** The page returned to an earlier text for the first time: told. */
  "return",
  /** Same text once links, markup, punctuation, case and spaces are out. */
  "form-only",
  /** Went back and forth again within 60 days after a return that was told. */
  "flapping",
  /** What differs is page furniture: menus, banners, dates of other pages, counters. */
  "furniture",
  /** Far fewer words than before. */
  "collapse",
  /** An index of links where a document stood. */
  "index-page",
  /** A page without the document: viewer, cookie wall, sign-in, error text. */
  "empty-shell",
  "language-flip",
  /** The text is as it was before a failure that went to health. */
  "recovery",
] as const;

export type RecordClass = (typeof RECORD_CLASSES)[number];

/** `change`: to be told. `quiet`: silenced, with the reason. `health`: "we cannot see it". */
export type Standing = "change" | "quiet" | "health";

export interface Judged {
  /** Id of the version. */
  readonly version: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly class: RecordClass;
  readonly standing: Standing;
  /** In plain words, with figures: why it is silenced, or why it is told. */
  readonly reason: string;
  /** Id of the version that this one is to be compared with: the last one that was seen well. */
  readonly against: string | undefined;
}
