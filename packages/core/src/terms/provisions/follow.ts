/**
 * Provisions of two versions -> **Succession**s -> changes
 *
 * First the same words, in the same section and then anywhere; then the most alike pairs among what is
 * left; then pieces that a split left over and clauses that a merge took in. Each provision is in one
 * succession, and an id goes on with the words: through rewording and moving, with the largest piece of a
 * split, with the first clause of a merge.
 */
import { type Group, groupAlike } from "./group.ts";
import { newIds } from "./ids.ts";
import type { Fate, Provision, Succession } from "./provision.ts";
import { type Sections, sectionsOf } from "./sections.ts";
import { canonicalOf } from "./words.ts";

export interface Followed {
  /** Of the version after, in the order given, with the ids that survive. */
  readonly provisions: readonly Provision[];
  /** In the order of the version after; what was removed comes last, in the order of the one before. */
  readonly succession: readonly Succession[];
}

/** @param after with any ids: they are given anew */
export function follow(before: readonly Provision[], after: readonly Provision[]): Followed {
  const olds = [...before].sort(byPlace);
  const news = [...after].sort(byPlace);
  const sections = sectionsOf(olds, news);
  const same = pairSame(olds, news, sections);
  const alike = groupAlike(olds, news, same, sections);
  const unchanged = same.map(([old, fresh]): Group => ({ before: [old], after: [fresh], confidence: 1 }));
  const groups = [...unchanged, ...alike].sort(byNew);
  const ids = idsFor(groups, olds, news);
  const named = news.map((one, index): Provision => ({ ...one, id: ids[index] ?? one.id }));
  const succession = groups.map((group): Succession => {
    const from = group.before.flatMap((index) => olds[index] ?? []);
    const to = group.after.flatMap((index) => named[index] ?? []);
    return { fate: fateOf(from, to, group, sections), before: from, after: to, confidence: group.confidence };
  });
  const byOriginal = new Map(news.map((one, index) => [one, named[index] ?? one]));
  return { provisions: after.map((one) => byOriginal.get(one) ?? one), succession };
}

function fateOf(
  from: readonly Provision[],
  to: readonly Provision[],
  { confidence }: Group,
  sections: Sections,
): Fate {
  const [old, ...moreOld] = from;
  const [fresh, ...moreNew] = to;
  if (old === undefined) return "added";
  if (fresh === undefined) return "removed";
  if (moreNew.length > 0) return "split";
  if (moreOld.length > 0) return "merged";
  if (confidence < 1) return "reworded";
  return sections.isMoved(old, fresh) ? "moved" : "same";
}

/** The id of a group's first clause goes to its largest piece; the rest gets ids that none had. */
function idsFor(
  groups: readonly Group[],
  olds: readonly Provision[],
  news: readonly Provision[],
): readonly string[] {
  const ids: string[] = news.map(() => "");
  for (const { before, after } of groups) {
    const [first] = before;
    const id = first === undefined ? undefined : olds[first]?.id;
    const heir = largest(after, news);
    if (id !== undefined && heir !== undefined) ids[heir] = id;
  }
  const unnamed = news.flatMap((one, index) => (ids[index] === "" ? [{ one, index }] : []));
  const fresh = newIds(
    unnamed.map(({ one }) => one),
    new Set(olds.map(({ id }) => id)),
  );
  for (const [position, { index }] of unnamed.entries()) ids[index] = fresh[position] ?? "";
  return ids;
}

/** The longest; of equally long ones the first. */
function largest(places: readonly number[], list: readonly Provision[]): number | undefined {
  let best: number | undefined;
  for (const place of places) {
    const length = list[place]?.text.length ?? 0;
    if (best === undefined || length > (list[best]?.text.length ?? 0)) best = place;
  }
  return best;
}

function byPlace(one: Provision, other: Provision): number {
  return one.start - other.start;
}

function byNew(one: Group, other: Group): number {
  const [a, b] = [one.after[0] ?? Number.MAX_SAFE_INTEGER, other.after[0] ?? Number.MAX_SAFE_INTEGER];
  return a === b ? (one.before[0] ?? 0) - (other.before[0] ?? 0) : a - b;
}

/**
 * Pairs of places with the same words: under the same headings first, in order where there are several.
 * The same markup comes before the same words, so that of two items `a)` and `b)` each stays itself.
 */
function pairSame(
  olds: readonly Provision[],
  news: readonly Provision[],
  sections: Sections,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [leftOld, leftNew] = [[...olds.keys()], [...news.keys()]];
  const pairBy = (keyOf: (one: Provision) => string): void => {
    const waiting = new Map<string, number[]>();
    for (const place of leftOld.toReversed()) {
      const key = keyAt(olds, place, keyOf);
      const queue = waiting.get(key);
      if (queue === undefined) waiting.set(key, [place]);
      else queue.push(place);
    }
    const paired = new Set<number>();
    leftNew = leftNew.filter((place) => {
      const old = waiting.get(keyAt(news, place, keyOf))?.pop();
      if (old === undefined) return true;
      pairs.push([old, place]);
      paired.add(old);
      return false;
    });
    leftOld = leftOld.filter((place) => !paired.has(place));
  };
  const home = (one: Provision, text: string): string => `${sections.keyOf(one.path)}\u0002${text}`;
  pairBy((one) => home(one, one.text));
  pairBy((one) => home(one, wordsKey(one)));
  pairBy((one) => one.text);
  pairBy(wordsKey);
  return pairs;
}

function keyAt(list: readonly Provision[], place: number, keyOf: (one: Provision) => string): string {
  const one = list[place];
  return one === undefined ? "" : keyOf(one);
}

/** A provision of signs alone has no words; it is compared as it stands. */
function wordsKey({ text }: Provision): string {
  return canonicalOf(text) || text;
}
