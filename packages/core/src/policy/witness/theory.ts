/**
 * The small laws of instants, made before they are asked for: of two or three facts that are compared
 * with each other, what can never be. Descriptions come out short when diagrams know them.
 *
 * Every law is one that the decision procedure proves. Triangles with the instant asked for, or with
 * fixed dates, are left to be found out: they tie all facts together, and diagrams grow.
 */
import { type FactName, isFactName } from "../../facts/vocabulary.ts";
import type { Atom } from "../atoms.ts";
import { instantsOf } from "./instants.ts";
import { type Path, pointOf } from "./point.ts";

/** Two facts or fixed dates, with the variables that say how they lie. */
interface Comparison {
  readonly ends: readonly [string, string];
  readonly less: number;
  readonly equal: number;
}

const MOST_LAWS = 4_000;

/** Values of variables that can never be so all at once, where all facts they speak of are there. */
export function neverTogether(meanings: readonly Atom[]): readonly Path[] {
  const comparisons = comparisonsOf(meanings);
  const laws: Path[] = [];
  const ofEvents = comparisons.filter(({ ends }) =>
    ends.every((end) => end !== "query.at" && isFactName(end)),
  );
  for (const set of [...pairs(comparisons), ...triangles(ofEvents)]) {
    for (const path of ways(set)) {
      if (laws.some((known) => isWithin(known, path))) continue;
      const found = instantsOf(pointOf(path, meanings), isThere, 0);
      if (found === "not found" || !("conflict" in found)) continue;
      const law = new Map(found.conflict.map((variable) => [variable, path.get(variable) ?? false]));
      laws.push(law);
      if (laws.length > MOST_LAWS) return laws;
    }
  }
  return laws;
}

function isThere(_: FactName): boolean {
  return true;
}

function isWithin(law: Path, path: Path): boolean {
  return [...law].every(([variable, value]) => path.get(variable) === value);
}

function comparisonsOf(meanings: readonly Atom[]): readonly Comparison[] {
  const found = new Map<string, { ends: readonly [string, string]; less?: number; equal?: number }>();
  for (const [variable, atom] of meanings.entries()) {
    if (atom.kind !== "less" && atom.kind !== "equal") continue;
    const key = `${atom.left.key}<${atom.right.key}`;
    const ends = [atom.left.fact ?? atom.left.key, atom.right.fact ?? atom.right.key] as const;
    const one = found.get(key) ?? { ends };
    one[atom.kind] = variable;
    found.set(key, one);
  }
  return [...found.values()].flatMap(({ ends, less, equal }) =>
    less === undefined || equal === undefined ? [] : [{ ends, less, equal }],
  );
}

/** Comparisons of the same two facts, differently moved. */
function pairs(all: readonly Comparison[]): readonly (readonly Comparison[])[] {
  return all.flatMap((a, index) =>
    all.slice(index + 1).flatMap((b) => (a.ends.every((end) => b.ends.includes(end)) ? [[a, b]] : [])),
  );
}

/** Three facts, each compared with both others. */
function triangles(all: readonly Comparison[]): readonly (readonly Comparison[])[] {
  return all.flatMap((a, index) =>
    all.slice(index + 1).flatMap((b, between) =>
      all.slice(index + between + 2).flatMap((c) => {
        const ends = [...a.ends, ...b.ends, ...c.ends];
        const isTriangle =
          new Set(ends).size === 3 && ends.every((end) => ends.filter((one) => one === end).length === 2);
        return isTriangle ? [[a, b, c]] : [];
      }),
    ),
  );
}

/** Each of them before, at once, or after. */
function ways(set: readonly Comparison[]): readonly Path[] {
  return set.reduce<readonly Path[]>(
    (paths, { less, equal }) =>
      paths.flatMap((path) => [
        new Map([...path, [less, true]]),
        new Map([...path, [less, false], [equal, true]]),
        new Map([...path, [less, false], [equal, false]]),
      ]),
    [new Map()],
  );
}
