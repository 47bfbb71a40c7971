/**
 * What has no equal in the other version -> groups that belong together, best pairs first
 *
 * Candidates come from an index of rare words, so the cost grows with the changes and not with the
 * product of both versions.
 */
import { type Terms, Vocabulary } from "./likeness.ts";
import type { Provision } from "./provision.ts";
import type { Sections } from "./sections.ts";
import { canonicalOf } from "./words.ts";

/** Places in the versions before and after, ascending. */
export interface Group {
  readonly before: number[];
  readonly after: number[];
  confidence: number;
}

/** Alike enough anywhere; and where both stand between the same unchanged neighbours. */
const ALIKE = 0.45;
const ALIKE_IN_PLACE = 0.25;
/** How far standing in the same section or between the same neighbours lifts one pair over another. */
const LIFT = 0.1;
/** So much of a piece must be found in the clause it came from, and must not be accounted for yet. */
const CONTAINED = 0.6;
/** A clause in more pieces than this was replaced rather than split; and each piece costs a look at the others. */
const MOST_PIECES = 32;
/** Words in more clauses than this find no candidates. */
const COMMON = 48;
const CANDIDATES = 8;
/** Alike is not the same: only equal texts have confidence 1. */
const SUREST = 0.99;

interface Candidate {
  readonly old: number;
  readonly fresh: number;
  readonly score: number;
}

export function groupAlike(
  olds: readonly Provision[],
  news: readonly Provision[],
  same: readonly (readonly [number, number])[],
  sections: Sections,
): readonly Group[] {
  const leftOld = leftOf(olds, new Set(same.map(([old]) => old)));
  const leftNew = leftOf(news, new Set(same.map(([, fresh]) => fresh)));
  const vocabulary = new Vocabulary();
  const countsOld = leftOld.map((place) => vocabulary.add(wordsAt(olds, place)));
  const countsNew = leftNew.map((place) => vocabulary.add(wordsAt(news, place)));
  const oldTerms = new Map(leftOld.map((place, i) => [place, vocabulary.weigh(countsOld[i] ?? new Map())]));
  const newTerms = new Map(leftNew.map((place, i) => [place, vocabulary.weigh(countsNew[i] ?? new Map())]));

  const gapOfOld = gaps(olds.length, new Map(same));
  const gapOfNew = gaps(news.length, new Map(same.map(([, fresh]) => [fresh, fresh])));
  const inGap = new Map<number, number[]>();
  for (const place of leftNew) push(inGap, gapOfNew[place] ?? -1, place);

  const index = new Index(newTerms, vocabulary);
  const best = new Map<number, number>();
  const note = (place: number, likeness: number): void => {
    best.set(place, Math.max(best.get(place) ?? 0, likeness));
  };
  const candidates: Candidate[] = [];
  for (const old of leftOld) {
    const terms = oldTerms.get(old);
    if (terms === undefined) continue;
    const gap = gapOfOld[old] ?? -1;
    const near = (inGap.get(gap) ?? []).slice(0, CANDIDATES);
    for (const fresh of new Set([...index.nearest(terms), ...near])) {
      const other = newTerms.get(fresh);
      if (other === undefined) continue;
      const likeness = vocabulary.likeness(terms, other);
      note(-1 - old, likeness);
      note(fresh, likeness);
      const isNear = gapOfNew[fresh] === gap;
      const isHome = isHomeOf(olds[old], news[fresh], sections);
      if (likeness < (isNear && isHome ? ALIKE_IN_PLACE : ALIKE)) continue;
      candidates.push({ old, fresh, score: likeness + (isNear ? LIFT : 0) + (isHome ? LIFT : 0) });
    }
  }
  const groups = new Grouping(vocabulary, oldTerms, newTerms);
  for (const { old, fresh } of candidates.sort(byScore)) groups.pair(old, fresh);
  groups.attachPieces(index, new Index(oldTerms, vocabulary));
  return groups.all((side, place) => 1 - (best.get(side === "old" ? -1 - place : place) ?? 0));
}

/** In the same section, or in one that was renamed. */
function isHomeOf(old: Provision | undefined, fresh: Provision | undefined, sections: Sections): boolean {
  return old !== undefined && fresh !== undefined && !sections.isMoved(old, fresh);
}

function byScore(one: Candidate, other: Candidate): number {
  return other.score - one.score || one.old - other.old || one.fresh - other.fresh;
}

function leftOf(list: readonly Provision[], paired: ReadonlySet<number>): readonly number[] {
  return list.flatMap((_, index) => (paired.has(index) ? [] : [index]));
}

function wordsAt(list: readonly Provision[], index: number): string {
  const text = list[index]?.text ?? "";
  return canonicalOf(text) || text;
}

/** For each place the place, in the version after, of the last unchanged neighbour before it. */
function gaps(length: number, anchors: ReadonlyMap<number, number>): readonly number[] {
  let last = -1;
  return Array.from({ length }, (_, place) => {
    last = anchors.get(place) ?? last;
    return last;
  });
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Which clauses hold a rare term. */
class Index {
  readonly #postings = new Map<number, number[]>();
  readonly #vocabulary: Vocabulary;

  constructor(terms: ReadonlyMap<number, Terms>, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const [place, { counts }] of terms) {
      for (const term of counts.keys()) {
        if (vocabulary.frequency(term) <= COMMON) push(this.#postings, term, place);
      }
    }
  }

  /** Those with most weight in common, most first. */
  nearest({ counts }: Terms): readonly number[] {
    const shared = new Map<number, number>();
    for (const term of counts.keys()) {
      const places = this.#postings.get(term);
      if (places === undefined) continue;
      const weight = this.#vocabulary.weightOf(term);
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + weight);
    }
    return [...shared]
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, CANDIDATES)
      .map(([place]) => place);
  }
}

class Grouping {
  readonly #vocabulary: Vocabulary;
  readonly #olds: ReadonlyMap<number, Terms>;
  readonly #news: ReadonlyMap<number, Terms>;
  readonly #ofOld = new Map<number, Group>();
  readonly #ofNew = new Map<number, Group>();

  constructor(vocabulary: Vocabulary, olds: ReadonlyMap<number, Terms>, news: ReadonlyMap<number, Terms>) {
    this.#vocabulary = vocabulary;
    this.#olds = olds;
    this.#news = news;
  }

  pair(old: number, fresh: number): void {
    if (this.#ofOld.has(old) || this.#ofNew.has(fresh)) return;
    const group: Group = { before: [old], after: [fresh], confidence: 0 };
    this.#ofOld.set(old, group);
    this.#ofNew.set(fresh, group);
  }

  /** Left-over clauses join the group of the clause that they were a part of, or that took them in. */
  attachPieces(news: Index, olds: Index): void {
    for (const [fresh, terms] of this.#news) {
      if (this.#ofNew.has(fresh)) continue;
      for (const old of olds.nearest(terms)) {
        const group = this.#ofOld.get(old) ?? { before: [old], after: [], confidence: 0 };
        if (group.before.length !== 1 || !this.#isPiece(terms, group.before, group.after, "old")) continue;
        group.after.push(fresh);
        this.#ofNew.set(fresh, group);
        this.#ofOld.set(old, group);
        break;
      }
    }
    for (const [old, terms] of this.#olds) {
      if (this.#ofOld.has(old)) continue;
      for (const fresh of news.nearest(terms)) {
        const group = this.#ofNew.get(fresh) ?? { before: [], after: [fresh], confidence: 0 };
        if (group.after.length !== 1 || !this.#isPiece(terms, group.after, group.before, "new")) continue;
        group.before.push(old);
        this.#ofOld.set(old, group);
        this.#ofNew.set(fresh, group);
        break;
      }
    }
  }

  /** Is enough of it in the whole, and is that not accounted for by the parts there are? */
  #isPiece(piece: Terms, whole: readonly number[], parts: readonly number[], side: "old" | "new"): boolean {
    if (parts.length >= MOST_PIECES) return false;
    const [wholes, others] = side === "old" ? [this.#olds, this.#news] : [this.#news, this.#olds];
    let rest = this.#union(whole, wholes);
    if (this.#vocabulary.shared(piece, rest) < CONTAINED * piece.weight) return false;
    for (const part of parts) rest = this.#vocabulary.without(rest, this.#union([part], others));
    return this.#vocabulary.shared(piece, rest) >= CONTAINED * piece.weight;
  }

  #union(places: readonly number[], terms: ReadonlyMap<number, Terms>): Terms {
    const [only, ...more] = places.flatMap((place) => terms.get(place) ?? []);
    if (only === undefined) return this.#vocabulary.weigh(new Map());
    if (more.length === 0) return only;
    const counts = new Map(only.counts);
    for (const one of more) {
      for (const [term, count] of one.counts) counts.set(term, (counts.get(term) ?? 0) + count);
    }
    return this.#vocabulary.weigh(counts);
  }

  /** @param alone how sure it is that a clause that belongs to none was added or removed */
  all(alone: (side: "old" | "new", place: number) => number): readonly Group[] {
    const groups = new Set([...this.#ofOld.values(), ...this.#ofNew.values()]);
    for (const group of groups) {
      group.before.sort((a, b) => a - b);
      group.after.sort((a, b) => a - b);
      const likeness = this.#vocabulary.likeness(
        this.#union(group.before, this.#olds),
        this.#union(group.after, this.#news),
      );
      group.confidence = round(Math.min(SUREST, likeness));
    }
    const single = (side: "old" | "new", place: number): Group => ({
      before: side === "old" ? [place] : [],
      after: side === "new" ? [place] : [],
      confidence: round(Math.min(SUREST, Math.max(1 - SUREST, alone(side, place)))),
    });
    const removed = [...this.#olds.keys()].filter((place) => !this.#ofOld.has(place));
    const added = [...this.#news.keys()].filter((place) => !this.#ofNew.has(place));
    return [
      ...groups,
      ...removed.map((place) => single("old", place)),
      ...added.map((place) => single("new", place)),
    ];
  }
}

/** Two digits: more would claim a precision that likeness has not. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
