/** **Provision**: one clause of a version, and what became of it in the next. */

export interface Provision {
  /** Stays the same through rewording and moving: `p-` and 12 hex digits. */
  readonly id: string;
  /** Headings from the outermost in, without numbering marks removed. */
  readonly path: readonly string[];
  /** As it stands in the version, Markdown. */
  readonly text: string;
  /** Offsets into the version's text, in UTF-16 code units; `text === version.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

export const FATES = ["same", "reworded", "moved", "split", "merged", "added", "removed"] as const;
export type Fate = (typeof FATES)[number];

/** What became of provisions between two versions. */
export interface Succession {
  readonly fate: Fate;
  /** Of the version before; none if added, several if merged. */
  readonly before: readonly Provision[];
  /** Of the version after; none if removed, several if split. Ids are already those that survive. */
  readonly after: readonly Provision[];
  /** From 0 to 1; 1 for the same text. */
  readonly confidence: number;
}
