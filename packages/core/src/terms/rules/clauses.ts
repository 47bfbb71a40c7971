/** A version's sections as citations see them, with their fingerprints. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Clause, clauseAt, clausesOf, PATH_SEPARATOR } from "../../policy/clause.ts";
import { bearsMeaning } from "../provisions/anchor.ts";
import { wordsOf } from "../provisions/words.ts";

/** As a policy's `fingerprints` have it: over the normalised text of the clause, in UTF-8. */
export function fingerprintOf(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

export function printSection(path: readonly string[]): string {
  return path.join(PATH_SEPARATOR);
}

export interface Print extends Clause {
  readonly fingerprint: string;
}

export interface Found {
  readonly clause: Clause;
  readonly fingerprint: string;
  readonly confidence: number;
  readonly words: readonly string[];
}

export class Clauses {
  readonly #all: readonly Print[];

  constructor(markdown: string) {
    this.#all = clausesOf(markdown).map((clause) => ({ ...clause, fingerprint: fingerprintOf(clause.text) }));
  }

  /**
   * Sections with this fingerprint, or with one that differs by the heading alone: a fingerprint covers
   * the heading, so each section is tried under the heading that was cited.
   */
  withFingerprint(fingerprint: string, section: string): readonly Print[] {
    const title = section.split(PATH_SEPARATOR).at(-1) ?? "";
    return this.#all.filter((clause) => {
      if (clause.fingerprint === fingerprint) return true;
      const body = bodyOf(clause);
      const texts = body === undefined ? [] : TITLE_ENDS.map((end) => `${title}${end} ${body}`);
      return texts.some((text) => fingerprintOf(text) === fingerprint);
    });
  }

  /** Sections under this heading, outer headings left out where the citation leaves them out. */
  under(section: string): readonly Found[] {
    const wanted = section.split(PATH_SEPARATOR);
    return this.#all.flatMap((clause) => {
      const isHere = endsWith(clause.path, wanted);
      return isHere
        ? [{ clause, fingerprint: clause.fingerprint, confidence: HEADING_ALONE, words: [] }]
        : [];
    });
  }

  /** The section most like an earlier text. Comparable only where both are of like length. */
  nearest(text: string): Found | undefined {
    const wanted = wordsOf(text).words;
    let best: Found | undefined;
    for (const clause of this.#all) {
      const present = wordsOf(clause.text).words;
      const ratio = present.length / Math.max(1, wanted.length);
      if (ratio < 1 / MOST_GROWN || ratio > MOST_GROWN || overlap(wanted, present) < LEAST_OVERLAP) continue;
      const found = compare(wanted, present);
      if (found.confidence <= (best?.confidence ?? 0)) continue;
      best = { clause, fingerprint: clause.fingerprint, ...found };
    }
    return best;
  }

  /** The section whose innermost heading is most like this one's, with at least half its words. */
  withHeadingLike(section: string): Found | undefined {
    const wanted = headingWords(section.split(PATH_SEPARATOR).at(-1) ?? "");
    let best: Found | undefined;
    for (const clause of this.#all) {
      const confidence = overlap(wanted, headingWords(clause.path.at(-1) ?? "")) * HEADING_ONLY;
      if (confidence < HEADING_ONLY / 2 || confidence <= (best?.confidence ?? 0)) continue;
      best = { clause, fingerprint: clause.fingerprint, confidence, words: [] };
    }
    return best;
  }
}

/** A clause that has grown or shrunk more than this is another clause. */
const MOST_GROWN = 4;
const LEAST_OVERLAP = 0.3;
/** A heading says where to look, not that the clause is the same. */
const HEADING_ONLY = 0.5;
/** The very heading that was cited, over other words. */
const HEADING_ALONE = 0.9;
/** Other words are never surely the same clause. */
const SUREST = 0.99;

/** How alike two texts of a section are, and which bearing words differ. */
export function compareTexts(
  before: string,
  after: string,
): { confidence: number; words: readonly string[] } {
  return compare(wordsOf(before).words, wordsOf(after).words);
}

function compare(
  before: readonly string[],
  after: readonly string[],
): { confidence: number; words: readonly string[] } {
  const gained = difference(after, before).filter(bearsMeaning);
  const lost = difference(before, after).filter(bearsMeaning);
  return {
    confidence: round(Math.min(SUREST, overlap(before, after))),
    words: [...lost.map((word) => `-${word}`), ...gained.map((word) => `+${word}`)],
  };
}

/** A section without its heading; undefined where it does not begin with it, or has nothing else. */
function bodyOf({ path, text }: Clause): string | undefined {
  const title = path.at(-1) ?? "";
  if (!text.startsWith(title)) return undefined;
  const body = text.slice(title.length).replace(/^[.:]?\s*/, "");
  return body === "" ? undefined : body;
}

/** What citations leave out at the end of a heading. */
const TITLE_ENDS = ["", ".", ":"];

/** Words of one that the other has fewer of, each as often as it is short. */
function difference(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = countsOf(other);
  return one.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

/** Dice of the words, from 0 to 1. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const counts = countsOf(other);
  let common = 0;
  for (const word of one) {
    const count = counts.get(word) ?? 0;
    if (count > 0) common += 1;
    counts.set(word, count - 1);
  }
  return one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length);
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words of a heading without its number, so that a renumbered one is the same. */
function headingWords(title: string): readonly string[] {
  return wordsOf(title).words.filter((word, index) => index > 0 || !/^\d+$/.test(word));
}

function endsWith(path: readonly string[], wanted: readonly string[]): boolean {
  const bare = (title: string): string => title.trim().replace(/[.:]$/, "");
  if (bare(path.at(-1) ?? "") !== bare(wanted.at(-1) ?? "")) return false;
  let from = 0;
  return wanted.slice(0, -1).every((title) => {
    const at = path.slice(0, -1).findIndex((one, index) => index >= from && bare(one) === bare(title));
    from = at + 1;
    return at >= 0;
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The text of a cited section in the version it was read in; undefined where it is not there, or not one. */
export function textAt(markdown: string, section: string): string | undefined {
  try {
    return clauseAt(markdown, section);
  } catch {
    return undefined;
  }
}
