/** **Standing** of a citation: is the clause that a rule rests on still there, in the words it was read in? */

export const STANDINGS = [
  /** The same words under the same heading. */
  "intact",
  /** The same words under another heading: the citation is to be renamed, the rule stands. */
  "moved",
  /** Other words under the same heading or one like it. */
  "changed",
  /** Neither the words nor a heading like it. */
  "gone",
  /** It could not be told; the reason says why. */
  "unchecked",
] as const;
export type Standing = (typeof STANDINGS)[number];

export interface SectionStanding {
  /** A key of the policy's `documents`. */
  readonly document: string;
  /** As it is cited; undefined for the document as a whole. */
  readonly section: string | undefined;
  readonly standing: Standing;
  /** Headings under which the clause is now, written as a citation; undefined if it is nowhere. */
  readonly now: string | undefined;
  /** `sha256:…` of the clause as it is now, for `moved` and `changed`. */
  readonly fingerprint: string | undefined;
  /** From 0 to 1: how sure it is that the clause found is the one that was cited; 0 if none was found. */
  readonly confidence: number;
  /** Bearing words that were lost (`-30`) and gained (`+60`), where the earlier text is at hand. */
  readonly words: readonly string[];
  /** In plain words. */
  readonly reason: string;
}

/** What rests on clauses: a rule, a clock or a named hold. */
export interface Resting {
  readonly kind: "rule" | "clock" | "hold";
  readonly id: string;
  /** The clauses in question, in the order cited. */
  readonly on: readonly SectionStanding[];
}

export interface StaleRules {
  /** Every cited or fingerprinted section, in the order of the policy's documents. */
  readonly sections: readonly SectionStanding[];
  /** What rests on a clause that changed or is gone. */
  readonly stale: readonly Resting[];
  /** What is not stale, but rests on nothing that could be checked: neither sound nor stale. */
  readonly unchecked: readonly Resting[];
}
