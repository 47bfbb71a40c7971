/**
 * LabelledSet + what finds -> **Evaluation**
 *
 * Counts, per class of labels, what was found of what is marked. A found type that the data does
 * not mark is listed and held against nobody: an e-mail address in a set of names is no mistake.
 * For the same reason a label that the finder does not claim is listed, and not counted as missed.
 */
import { addCounts, type Counts, type Extent, gapsBetween, mistakes, newCounts } from "./count.ts";
import type { Labelled, LabelledSet } from "./labelled.ts";
import type { Labels } from "./labels.ts";

export interface FoundSpan {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface Evaluation {
  readonly name: string;
  readonly format: string;
  readonly notes: readonly string[];
  readonly documents: number;
  readonly characters: number;
  readonly classes: ReadonlyMap<string, Counts>;
  /** Labels of the data that nobody looked for, with how often they are marked. */
  readonly notClaimed: ReadonlyMap<string, number>;
  /** Found types that the data does not mark, with how often they were found. */
  readonly notMarked: ReadonlyMap<string, number>;
  /** Letters and digits outside every marked span, and those of them that lie in a found one. */
  readonly clean: { readonly characters: number; readonly masked: number };
}

/** A marked span that nothing touches, or a found one that touches nothing marked. */
export interface Mistake {
  readonly document: Labelled;
  readonly class: string;
  readonly kind: "missed" | "wrong";
  readonly start: number;
  readonly end: number;
  /** As the data marks it, or as it was found. */
  readonly type: string;
}

export interface Evaluated {
  readonly labels: Labels;
  /** What stands in a document, by start. */
  readonly find: (document: Labelled) => readonly FoundSpan[];
  /** The types that `find` can find at all. */
  readonly claims: ReadonlySet<string>;
  readonly onMistake?: (mistake: Mistake) => void;
}

export function evaluate(set: LabelledSet, { labels, find, claims, onMistake }: Evaluated): Evaluation {
  const claimed = new Set([...claims].flatMap((type) => labels.answers(type)));
  const classes = new Map<string, Counts>();
  const notClaimed = new Map<string, number>();
  const notMarked = new Map<string, number>();
  const clean = { characters: 0, masked: 0 };
  const everywhere = [...new Set(set.documents.flatMap((one) => one.spans.map((span) => span.label)))];
  let characters = 0;
  for (const document of set.documents) {
    const found = find(document);
    const marked = new Set<string>();
    for (const label of document.about ?? everywhere) {
      const name = labels.classOf(label);
      if (name !== undefined && claimed.has(name)) marked.add(name);
      else if (document.about !== undefined && document.spans.length === 0) bump(notClaimed, label, 0);
    }
    const gold = Map.groupBy(document.spans, ({ label }) => classIn(labels.classOf(label), marked));
    for (const { label } of gold.get(undefined) ?? []) bump(notClaimed, label, 1);
    const answers = Map.groupBy(found, ({ type }) => labels.answers(type).find((one) => marked.has(one)));
    for (const { type } of answers.get(undefined) ?? []) bump(notMarked, type, 1);
    for (const name of marked) {
      const counts = classes.get(name) ?? newCounts();
      classes.set(name, counts);
      const [marks, answered] = [gold.get(name) ?? [], answers.get(name) ?? []];
      addCounts(counts, marks, answered);
      if (onMistake === undefined) continue;
      const { missed, wrong } = mistakes(marks, answered);
      for (const { start, end, label: type } of missed) {
        onMistake({ document, class: name, kind: "missed", start, end, type });
      }
      for (const { start, end, type } of wrong) {
        onMistake({ document, class: name, kind: "wrong", start, end, type });
      }
    }
    characters += document.text.length;
    const outside = lettersOutside(document.text, document.spans);
    clean.characters += outside;
    clean.masked += outside - lettersOutside(document.text, [...document.spans, ...found]);
  }
  const { name, format, notes } = set;
  return {
    name,
    format,
    notes,
    documents: set.documents.length,
    characters,
    classes: sorted(classes),
    notClaimed: sorted(notClaimed),
    notMarked: sorted(notMarked),
    clean,
  };
}

const LETTER = /[\p{L}\p{N}]/gu;

/** What separates the parts of an address is no loss if it goes with them: only letters count. */
function lettersOutside(text: string, spans: readonly Extent[]): number {
  let count = 0;
  for (const { start, end } of gapsBetween(spans, text.length)) {
    count += text.slice(start, end).match(LETTER)?.length ?? 0;
  }
  return count;
}

function classIn(name: string | undefined, marked: ReadonlySet<string>): string | undefined {
  return name !== undefined && marked.has(name) ? name : undefined;
}

function bump(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function sorted<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...map].sort(([one], [other]) => (one < other ? -1 : 1)));
}
