/** Facts -> a row of the table of facts; for loading tables and for holding engines against the fold. */
import { acknowledgedColumn, columnOf, factsColumns, heldColumn, knownColumnOf } from "./columns.ts";
import type { Facts, Slot } from "./facts.ts";
import { type HoldFacts, holdFacts } from "./hold.ts";
import type { FactsNeeds } from "./needs.ts";
import { definitionOf, FACT_INDEX, FACT_NAMES, type FactName } from "./vocabulary.ts";

/** Instants are epoch milliseconds (UTC). */
export type FactsRow = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** Keys come in the order of {@link factsColumns}. A table of items if the facts are an item's. */
export function factsRow(facts: Facts, needs: FactsNeeds): FactsRow {
  const isItem = facts.item !== undefined;
  const cells: Record<string, FactsRow[string]> = {
    account: facts.account ?? null,
    conversation: facts.conversation ?? null,
    item: facts.item ?? null,
    is_recorded: facts.exists,
    known_at: Number.isFinite(facts.known) ? facts.known : null,
    acknowledged_complete: facts.acknowledged.complete,
    runs: facts.runs,
  };
  const put = (column: string, name: FactName, slot: Slot): void => {
    cells[column] = slot ?? null;
    if (definitionOf(name).optional) cells[knownColumnOf(column)] = slot !== undefined;
  };
  for (const name of FACT_NAMES) put(columnOf(name), name, facts.slots[FACT_INDEX[name]]);
  for (const [index, document] of needs.acknowledged.entries()) {
    cells[acknowledgedColumn(index)] = facts.acknowledged.at.get(document) ?? null;
  }
  for (const [group, scopes] of needs.holdScopes.entries()) {
    const held = facts.holds.length === 0 ? heldAsFolded(facts) : heldBy(scopes, facts);
    put(heldColumn("hold.placedAt", group), "hold.placedAt", held.placedAt);
    put(heldColumn("hold.releasedAt", group), "hold.releasedAt", held.releasedAt);
  }
  return Object.fromEntries(factsColumns(needs, isItem).map(({ name }) => [name, cells[name] ?? null]));
}

type Held = Pick<HoldFacts, "placedAt" | "releasedAt">;

function heldAsFolded({ slots }: Facts): Held {
  return {
    placedAt: slots[FACT_INDEX["hold.placedAt"]],
    releasedAt: slots[FACT_INDEX["hold.releasedAt"]],
  };
}

function heldBy(scopes: FactsNeeds["holdScopes"][number], facts: Facts): Held {
  return holdFacts(facts, facts.slots, ({ hold, scope }) => scopes[hold] ?? scope);
}
