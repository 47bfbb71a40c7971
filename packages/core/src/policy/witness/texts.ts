/**
 * What a point says of texts and periods -> a text for each fact
 *
 * Complete: the texts that are named, and as many others as there are facts, are all that matters.
 */
import { definitionOf, FACT_NAMES, type FactName } from "../../facts/vocabulary.ts";
import { ordinaryValue } from "./ordinary.ts";
import type { Point } from "./point.ts";

export type Texts =
  | { readonly values: ReadonlyMap<FactName, string> }
  | { readonly conflict: readonly number[]; readonly facts: readonly FactName[] };

interface Said {
  readonly variable: number;
  readonly facts: readonly FactName[];
  readonly holds: (values: ReadonlyMap<FactName, string>) => boolean;
}

/** @param isThere whether a fact is known and has a value, so that what is said of it counts */
export function textsOf(point: Point, isThere: (fact: FactName) => boolean): Texts {
  const said = saidOf(point).filter((one) => one.facts.every(isThere));
  const facts = FACT_NAMES.filter((fact) => said.some((one) => one.facts.includes(fact)));
  const values = new Map<FactName, string>();
  const fits = (): boolean =>
    said.every((one) => !one.facts.every((fact) => values.has(fact)) || one.holds(values));
  const choices = new Map(facts.map((fact) => [fact, candidates(fact, point, facts.length)]));
  const place = (index: number): boolean => {
    const fact = facts[index];
    if (fact === undefined) return true;
    for (const value of choices.get(fact) ?? []) {
      values.set(fact, value);
      if (fits() && place(index + 1)) return true;
      values.delete(fact);
    }
    return false;
  };
  if (place(0)) return { values };
  return { conflict: said.map(({ variable }) => variable), facts };
}

function saidOf({ path, meanings }: Point): readonly Said[] {
  const said: Said[] = [];
  for (const [variable, value] of path) {
    const atom = meanings[variable];
    if (atom?.kind === "text") {
      const holds: Said["holds"] = (values) => (values.get(atom.fact) === atom.text) === value;
      said.push({ variable, facts: [atom.fact], holds });
    } else if (atom?.kind === "same" && atom.left.fact !== undefined && atom.right.fact !== undefined) {
      const [left, right] = [atom.left.fact, atom.right.fact];
      const holds: Said["holds"] = (values) => (values.get(left) === values.get(right)) === value;
      said.push({ variable, facts: [left, right], holds });
    }
  }
  return said;
}

function candidates(fact: FactName, { meanings }: Point, others: number): readonly string[] {
  const { values, type } = definitionOf(fact);
  const usual = String(ordinaryValue(fact));
  if (values !== undefined) return [...new Set([usual, ...values])];
  const named = meanings.flatMap((atom) =>
    atom.kind === "text" && definitionOf(atom.fact).type === type ? [atom.text] : [],
  );
  const other = Array.from({ length: others + named.length + 1 }, (_, index) =>
    type === "duration" ? `P${index + 1}D` : index === 0 ? "another" : `another-${index + 1}`,
  );
  return [...new Set([usual, ...named, ...other.filter((text) => !named.includes(text))])];
}
