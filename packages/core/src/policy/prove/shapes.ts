/**
 * How instants may lie -> instants that lie so
 *
 * A shape says of each pair that is compared whether the left one is before, at or after the right
 * one. Whether any instants fit is decided as for witnesses: bounds on what periods move prove that
 * none do, the calendar as it is finds those that do.
 */
import type { FactName } from "../../facts/vocabulary.ts";
import type { Atom } from "../atoms.ts";
import type { InstantPair } from "../compile/smt-script.ts";
import { instantsOf } from "../witness/instants.ts";
import { ordinaryValue } from "../witness/ordinary.ts";
import { movedBy, type Point } from "../witness/point.ts";

export const SIDES = ["<", "=", ">"] as const;
export type Side = (typeof SIDES)[number];

/** By index of the pair; pairs of which one side is not there have none. */
export type Shape = ReadonlyMap<number, Side>;

export type Laid =
  | { readonly values: ReadonlyMap<FactName, number> }
  /** The pairs that cannot lie so all at once. */
  | { readonly never: readonly number[] }
  /** None were found, which proves nothing. */
  | "lost";

/** @param search whether instants are wanted, or only what cannot be */
export function lay(
  shape: Shape,
  pairs: readonly InstantPair[],
  present: ReadonlySet<FactName>,
  search: boolean,
): Laid {
  const found = instantsOf(pointOf(shape, pairs), (fact) => present.has(fact), search ? undefined : 0);
  if (found === "not found") return "lost";
  if (!("conflict" in found)) return found;
  return { never: [...new Set(found.conflict.map((variable) => variable >> 1))] };
}

/** Two variables of a diagram for each pair: less, and equal where it is not less. */
function pointOf(shape: Shape, pairs: readonly InstantPair[]): Point {
  const path = new Map<number, boolean>();
  for (const [index, side] of shape) {
    path.set(2 * index, side === "<");
    if (side !== "<") path.set(2 * index + 1, side === "=");
  }
  const meanings = pairs.flatMap(({ left, right }): readonly Atom[] => [
    { kind: "less", left, right },
    { kind: "equal", left, right },
  ]);
  return { path, meanings, unknown: new Set(), present: new Set() };
}

/** Every shape that is possible, the ordinary one first; `lost` counts those without instants found. */
export function* shapesOf(
  pairs: readonly InstantPair[],
  present: ReadonlySet<FactName>,
  compared: readonly number[],
): Generator<ReadonlyMap<FactName, number> | "lost"> {
  const shape = new Map<number, Side>();
  yield* from(0);

  function* from(position: number): Generator<ReadonlyMap<FactName, number> | "lost"> {
    const index = compared[position];
    const pair = index === undefined ? undefined : pairs[index];
    if (index === undefined || pair === undefined) {
      const laid = lay(shape, pairs, present, true);
      if (laid === "lost") yield "lost";
      else if ("values" in laid) yield laid.values;
      return;
    }
    for (const side of sidesOf(pair)) {
      shape.set(index, side);
      const laid = lay(shape, pairs, present, false);
      if (laid === "lost" || !("never" in laid)) yield* from(position + 1);
    }
    shape.delete(index);
  }
}

/** How ordinary dates lie first, then the others in one order. */
export function sidesOf({ left, right }: InstantPair): readonly Side[] {
  const [a, b] = [left, right].map(({ fact, literal, moves }) =>
    fact === undefined ? Number(literal) : movedBy(Number(ordinaryValue(fact)), moves),
  );
  const usual = sideOf(Number(a), Number(b));
  return [usual, ...SIDES.filter((side) => side !== usual)];
}

export function sideOf(a: number, b: number): Side {
  return a < b ? "<" : a === b ? "=" : ">";
}
