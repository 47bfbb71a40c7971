/**
 * A diagram -> few products of atoms
 *
 * Minato and Morreale: an irredundant sum of products between a lower and an upper bound. What lies
 * between the bounds may be covered or not, whichever is shorter.
 */
import { type Bdd, type Bdds, FALSE, TRUE } from "../bdd.ts";

/** Variables with the value they must have, first variable first. */
export type Product = readonly (readonly [variable: number, value: boolean])[];

interface Covering {
  readonly products: readonly Product[];
  readonly covers: Bdd;
}

/** @returns undefined where it takes more than `most` products */
export function cover(bdds: Bdds, lower: Bdd, upper: Bdd, most: number): readonly Product[] | undefined {
  const known = new Map<string, Covering | undefined>();
  const go = (low: Bdd, high: Bdd): Covering | undefined => {
    if (low === FALSE) return { products: [], covers: FALSE };
    if (high === TRUE) return { products: [[]], covers: TRUE };
    const key = `${low},${high}`;
    if (known.has(key)) return known.get(key);
    const found = split(low, high);
    known.set(key, found);
    return found;
  };
  const split = (low: Bdd, high: Bdd): Covering | undefined => {
    const variable = Math.min(bdds.first(low) ?? END, bdds.first(high) ?? END);
    const [low0, low1] = [bdds.within(low, variable, false), bdds.within(low, variable, true)];
    const [high0, high1] = [bdds.within(high, variable, false), bdds.within(high, variable, true)];
    const without = go(bdds.and(low0, bdds.not(high1)), high0);
    const withIt = without && go(bdds.and(low1, bdds.not(high0)), high1);
    if (without === undefined || withIt === undefined) return undefined;
    const left = bdds.or(bdds.and(low0, bdds.not(without.covers)), bdds.and(low1, bdds.not(withIt.covers)));
    const either = go(left, bdds.and(high0, high1));
    if (either === undefined) return undefined;
    const products = [
      ...without.products.map((product): Product => [[variable, false], ...product]),
      ...withIt.products.map((product): Product => [[variable, true], ...product]),
      ...either.products,
    ];
    if (products.length > most) return undefined;
    const covers = bdds.or(
      either.covers,
      bdds.choose(bdds.variable(variable), withIt.covers, without.covers),
    );
    return { products, covers };
  };
  return go(lower, upper)?.products;
}

const END = Number.MAX_SAFE_INTEGER;
