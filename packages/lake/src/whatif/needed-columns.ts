/**
 * What two sides need of a table of facts -> one table for both, and each side's own view of it
 *
 * The n-th acknowledged document of one set is another one's m-th: columns are found by what they mean.
 */
import {
  acknowledgedColumn,
  type FactsNeeds,
  factsColumns,
  heldColumn,
  knownColumnOf,
} from "@proviso/core/facts";

export function union(one: FactsNeeds, other: FactsNeeds): FactsNeeds {
  const groups = new Map(
    [...one.holdScopes, ...other.holdScopes].map((scopes) => [JSON.stringify(scopes), scopes]),
  );
  return {
    acknowledged: [...new Set([...one.acknowledged, ...other.acknowledged])],
    holdScopes: [...groups.values()],
  };
}

export function holds(have: FactsNeeds, wanted: FactsNeeds): boolean {
  const both = union(have, wanted);
  return (
    both.acknowledged.length === have.acknowledged.length && both.holdScopes.length === have.holdScopes.length
  );
}

const NOTHING: FactsNeeds = { acknowledged: [], holdScopes: [] };
const HOLD_FACTS = ["hold.placedAt", "hold.releasedAt"] as const;

/** SELECT of the columns that `wanted` asks for. @param have MUST hold all of them */
export function narrowed(relation: string, have: FactsNeeds, wanted: FactsNeeds): string {
  const columns = factsColumns(NOTHING, false).map(({ name }) => name);
  wanted.acknowledged.forEach((document, index) => {
    const place = have.acknowledged.indexOf(document);
    columns.push(`${acknowledgedColumn(place)} AS ${acknowledgedColumn(index)}`);
  });
  const groups = have.holdScopes.map((scopes) => JSON.stringify(scopes));
  wanted.holdScopes.forEach((scopes, index) => {
    const place = groups.indexOf(JSON.stringify(scopes));
    for (const fact of HOLD_FACTS) {
      const [from, to] = [heldColumn(fact, place), heldColumn(fact, index)];
      columns.push(`${from} AS ${to}`, `${knownColumnOf(from)} AS ${knownColumnOf(to)}`);
    }
  });
  return `SELECT ${columns.join(", ")} FROM ${relation}`;
}
