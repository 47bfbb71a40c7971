/**
 * What a point says of instants -> an instant for each fact
 *
 * Difference constraints: a moved term lies between bounds from its fact. A cycle of them that cannot
 * be met proves that no instants fit, and names what contradicts itself. Else instants are searched
 * with the calendar as it is; that none is found within the steps proves nothing.
 */
import { FACT_INDEX, FACT_NAMES, type FactName } from "../../facts/vocabulary.ts";
import type { Term } from "../atoms.ts";
import { Distances } from "./distances.ts";
import { ordinaryValue } from "./ordinary.ts";
import { movedBy, type Point } from "./point.ts";
import { boundsOf } from "./shift-bounds.ts";

/** How two terms lie, and which variables of the diagrams say so. */
interface Relation {
  readonly op: "<" | "==" | ">" | ">=" | "!=";
  readonly left: Term;
  readonly right: Term;
  readonly variables: readonly number[];
}

/** `conflict`: variables whose values in the point contradict each other, given the facts they need. */
export type Instants =
  | { readonly values: ReadonlyMap<FactName, number> }
  | { readonly conflict: readonly number[]; readonly facts: readonly FactName[] }
  | "not found";

const DAY = 86_400_000;
const MOST_STEPS = 600;
/** The years a witness may lie in: readable dates, far from the ends of the calendar. */
const FIRST = Date.UTC(1971, 0, 1);
const LAST = Date.UTC(2900, 0, 1);
const ORIGIN = "";

/**
 * @param isThere whether a fact is known and has a value, so that what is said of it counts
 * @param steps of the search for instants; with none, only contradictions are found
 */
export function instantsOf(
  point: Point,
  isThere: (fact: FactName) => boolean,
  steps: number = MOST_STEPS,
): Instants {
  const relations = relationsOf(point).filter(({ left, right }) =>
    [left.fact, right.fact].every((fact) => fact === undefined || isThere(fact)),
  );
  const distances = new Distances();
  for (const relation of relations) bind(distances, relation);
  const cycle = distances.contradiction();
  if (cycle !== undefined) {
    const involved = relations.filter((_, index) => cycle.has(index));
    return {
      conflict: involved.flatMap(({ variables }) => variables),
      facts: factsIn(involved),
    };
  }
  if (steps === 0) return "not found";
  // The question's date first: the others lie around it. Then those that the calendar ties to each other.
  const moved = relations.filter(({ left, right }) => left.moves.length + right.moves.length > 0);
  const tied = ["query.at", ...factsIn(moved)];
  const rank = (fact: FactName): number => (tied.includes(fact) ? 0 : FACT_NAMES.length) + FACT_INDEX[fact];
  const facts = [...factsIn(relations)].sort((a, b) => rank(a) - rank(b));
  for (const fact of facts) {
    distances.limit(ORIGIN, fact, LAST);
    distances.limit(fact, ORIGIN, -FIRST);
  }
  return search(facts, relations, distances, steps);

  function bind(into: Distances, relation: Relation): void {
    const { op, left, right } = relation;
    const because = relations.indexOf(relation);
    for (const term of [left, right]) {
      if (term.fact === undefined || term.moves.length === 0) continue;
      const { least, most } = boundsOf(term.moves);
      into.limit(term.fact, term.key, most);
      into.limit(term.key, term.fact, -least);
    }
    const [a, b] = [nodeOf(left), nodeOf(right)];
    const gap = b.offset - a.offset;
    if (op === "<") into.limit(b.node, a.node, gap - 1, because);
    if (op === "==") into.limit(b.node, a.node, gap, because);
    if (op === "==" || op === ">=") into.limit(a.node, b.node, -gap, because);
    if (op === ">") into.limit(a.node, b.node, -gap - 1, because);
  }
}

function nodeOf(term: Term): { readonly node: string; readonly offset: number } {
  return typeof term.literal === "number"
    ? { node: ORIGIN, offset: term.literal }
    : { node: term.key, offset: 0 };
}

function relationsOf({ path, meanings }: Point): readonly Relation[] {
  const pairs = new Map<string, { left: Term; right: Term; less?: number; equal?: number }>();
  for (const variable of path.keys()) {
    const atom = meanings[variable];
    if (atom?.kind !== "less" && atom?.kind !== "equal") continue;
    const key = `${atom.left.key}<${atom.right.key}`;
    const pair = pairs.get(key) ?? { left: atom.left, right: atom.right };
    pair[atom.kind] = variable;
    pairs.set(key, pair);
  }
  return [...pairs.values()].flatMap(({ left, right, less, equal }): readonly Relation[] => {
    const isLess = less === undefined ? undefined : path.get(less);
    const isEqual = equal === undefined ? undefined : path.get(equal);
    const said = (op: Relation["op"], ...variables: readonly (number | undefined)[]): readonly Relation[] => [
      { op, left, right, variables: variables.filter((one) => one !== undefined) },
    ];
    if (isLess === true) return said("<", less);
    if (isEqual === true) return said("==", equal);
    if (isLess === false) return isEqual === false ? said(">", less, equal) : said(">=", less);
    return said("!=", equal);
  });
}

function factsIn(relations: readonly Relation[]): readonly FactName[] {
  return [...new Set(relations.flatMap(({ left, right }) => [left.fact ?? [], right.fact ?? []].flat()))];
}

function search(
  facts: readonly FactName[],
  relations: readonly Relation[],
  distances: Distances,
  most: number,
): Instants {
  const values = new Map<FactName, number>();
  let steps = 0;
  const touching = (fact: FactName): readonly Relation[] =>
    relations.filter(({ left, right }) => left.fact === fact || right.fact === fact);
  const fits = (fact: FactName): boolean =>
    touching(fact).every(({ op, left, right }) => {
      const [a, b] = [placeOf(left, values), placeOf(right, values)];
      return a === undefined || b === undefined || holds(op, a, b);
    });
  /** Undefined when all are placed; else those whose values stand in the way, to go back to at once. */
  const place = (index: number): ReadonlySet<FactName> | undefined => {
    const fact = facts[index];
    if (fact === undefined) return undefined;
    const [least, latest] = distances.range(fact, ORIGIN, values);
    const [first, last] = distances.range(fact, ORIGIN, new Map());
    // Where settled values narrow the range, all of them may stand in the way.
    const isNarrowed = least > first || latest < last;
    const blame = new Set<FactName>([...factsIn(touching(fact)), ...(isNarrowed ? values.keys() : [])]);
    for (const value of candidates(fact, least, latest)) {
      steps += 1;
      if (steps > most) break;
      values.set(fact, value);
      if (fits(fact)) {
        const stuck = place(index + 1);
        if (stuck === undefined) return undefined;
        if (!stuck.has(fact)) {
          values.delete(fact);
          return stuck;
        }
        for (const one of stuck) blame.add(one);
      }
      values.delete(fact);
    }
    blame.delete(fact);
    return blame;
  };
  for (const fact of facts) values.set(fact, Number(ordinaryValue(fact)));
  if (facts.every(fits)) return { values };
  values.clear();
  return place(0) === undefined ? { values } : "not found";
}

function placeOf(term: Term, values: ReadonlyMap<FactName, number>): number | undefined {
  if (typeof term.literal === "number") return term.literal;
  const start = term.fact === undefined ? undefined : values.get(term.fact);
  if (start === undefined) return undefined;
  return movedBy(start, term.moves);
}

function holds(op: Relation["op"], a: number, b: number): boolean {
  return { "<": a < b, "==": a === b, ">": a > b, ">=": a >= b, "!=": a !== b }[op];
}

/** Between the bounds: whole days first, those near the ordinary date before others, then noons and the ends. */
function candidates(fact: FactName, least: number, most: number): readonly number[] {
  const usual = Number(ordinaryValue(fact));
  const [from, to] = [Math.ceil(least / DAY) * DAY, Math.floor(most / DAY) * DAY];
  const days = [1, 0, 2, 3, 4, 30].flatMap((count) => [from + count * DAY, to - count * DAY]);
  const near = [usual, ...days.sort((a, b) => Math.abs(a - usual) - Math.abs(b - usual))];
  const middles = [to + DAY / 2, from - DAY / 2, Math.round((from + to) / 2 / DAY) * DAY];
  const all = [...near, ...middles, least, most, least + 1, most - 1];
  return [...new Set(all)].filter((value) => value >= least && value <= most);
}
