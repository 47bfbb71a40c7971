/**
 * A path of a diagram -> what it says of each fact
 *
 * The cheapest path: few facts that are there, few that differ from an ordinary account, none unknown
 * without need. Equal costs go to the lower branch, so that the answer is the same each time.
 */
import type { FactName } from "../../facts/vocabulary.ts";
import type { Atom, Move } from "../atoms.ts";
import { type Bdd, type Bdds, FALSE, TRUE } from "../bdd.ts";
import { addPeriod, parsePeriod } from "../period.ts";
import { ordinaryValue } from "./ordinary.ts";

/** What is said of some variables; whatever the others are, the path holds. */
export type Path = ReadonlyMap<number, boolean>;

/** A path with what it says of facts; a fact that is not named is known and ordinary. */
export interface Point {
  readonly path: Path;
  readonly meanings: readonly Atom[];
  readonly unknown: ReadonlySet<FactName>;
  readonly present: ReadonlySet<FactName>;
}

/** The cheapest path to true; undefined for the diagram that never holds. */
export function cheapest(bdds: Bdds, meanings: readonly Atom[], where: Bdd): Path | undefined {
  if (where === FALSE) return undefined;
  const costs = new Map<Bdd, number>([
    [TRUE, 0],
    [FALSE, Number.POSITIVE_INFINITY],
  ]);
  const branch = (at: Bdd, variable: number, value: boolean): number =>
    costOf(meanings[variable], value) + cost(bdds.within(at, variable, value));
  const cost = (at: Bdd): number => {
    const known = costs.get(at);
    if (known !== undefined) return known;
    const variable = bdds.first(at) ?? 0;
    const least = Math.min(branch(at, variable, false), branch(at, variable, true));
    costs.set(at, least);
    return least;
  };
  const path = new Map<number, boolean>();
  for (let at = where; at !== TRUE; ) {
    const variable = bdds.first(at) ?? 0;
    const value = branch(at, variable, true) < branch(at, variable, false);
    path.set(variable, value);
    at = bdds.within(at, variable, value);
  }
  return path;
}

function costOf(atom: Atom | undefined, value: boolean): number {
  switch (atom?.kind) {
    case "known":
      return value ? 0 : 1_000;
    case "has":
      return value ? 8 : 0;
    case "holds":
      return value ? 5 : 0;
    case "text":
      return value === (ordinaryValue(atom.fact) === atom.text) ? 0 : 5;
    case "less":
    case "equal":
      return value === liesSo(atom) ? 0 : 2;
    default:
      return value ? 0 : 1;
  }
}

/** Whether it is so for ordinary dates. */
function liesSo({ kind, left, right }: Extract<Atom, { kind: "less" | "equal" }>): boolean {
  const [a, b] = [left, right].map(({ fact, literal, moves }) =>
    fact === undefined ? Number(literal) : movedBy(Number(ordinaryValue(fact)), moves),
  );
  return kind === "less" ? Number(a) < Number(b) : a === b;
}

/** An instant after all moves of a term. */
export function movedBy(at: number, moves: readonly Move[]): number {
  return moves.reduce((moved, { sign, period }) => addPeriod(moved, parsePeriod(period), sign), at);
}

export function pointOf(path: Path, meanings: readonly Atom[]): Point {
  const unknown = new Set<FactName>();
  const present = new Set<FactName>();
  for (const [variable, value] of path) {
    const atom = meanings[variable];
    if (atom?.kind === "known" && !value) unknown.add(atom.fact);
    if (atom?.kind === "has" && value) present.add(atom.fact);
  }
  return { path, meanings, unknown, present };
}
