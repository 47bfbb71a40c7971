/**
 * Facts as a table: one row per conversation (or item), one column per fact.
 *
 * NULL is *unknown*. A fact that may be a known none has a second column `…_known`: with a NULL value
 * it says whether the none is known. Instants are timestamps without a zone, in UTC.
 */
import type { FactsNeeds } from "./needs.ts";
import { definitionOf, FACT_NAMES, type FactDefinition, type FactName } from "./vocabulary.ts";

/** `training.choiceAtCreation` -> `training_choice_at_creation`. */
export function columnOf(name: FactName): string {
  return name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`).replace(".", "_");
}

/** The column that tells a known none from an unknown; only for optional facts. */
export function knownColumnOf(column: string): string {
  return `${column}_known`;
}

/** Acknowledgement of the n-th document of {@link FactsNeeds}, counted from 1. */
export function acknowledgedColumn(index: number): string {
  return `acknowledged_${index + 1}_at`;
}

/** `hold.placedAt` or `hold.releasedAt` under the n-th group of named holds, counted from 1. */
export function heldColumn(fact: "hold.placedAt" | "hold.releasedAt", group: number): string {
  return `${columnOf(fact)}_${group + 1}`;
}

export interface FactsColumn {
  readonly name: string;
  readonly type: "text" | "timestamp" | "boolean" | "texts";
  /** The fact whose value, or whose being known, it holds. */
  readonly fact: FactName | undefined;
}

const TYPES: Readonly<Record<FactDefinition["type"], FactsColumn["type"]>> = {
  bool: "boolean",
  string: "text",
  timestamp: "timestamp",
  duration: "text",
};

function pair(name: string, fact: FactName): readonly FactsColumn[] {
  const { type, optional } = definitionOf(fact);
  const value: FactsColumn = { name, type: TYPES[type], fact };
  return optional ? [value, { name: knownColumnOf(name), type: "boolean", fact }] : [value];
}

/**
 * All columns in order: who it is about, whether anything of it is recorded, each fact, then what the
 * set needs beside them. `item` and the facts about items are there only for a table of items.
 */
export function factsColumns(needs: FactsNeeds, items: boolean): readonly FactsColumn[] {
  const facts = FACT_NAMES.filter((name) => items || definitionOf(name).about !== "item");
  return [
    { name: "account", type: "text", fact: undefined },
    { name: "conversation", type: "text", fact: undefined },
    ...(items ? [{ name: "item", type: "text", fact: undefined } as const] : []),
    { name: "is_recorded", type: "boolean", fact: undefined },
    // Knowledge time asked for; NULL: all that is recorded. The valid time is the fact `query.at`.
    { name: "known_at", type: "timestamp", fact: undefined },
    ...facts.flatMap((name) => pair(columnOf(name), name)),
    ...needs.acknowledged.map(
      (_, index): FactsColumn => ({
        name: acknowledgedColumn(index),
        type: "timestamp",
        fact: undefined,
      }),
    ),
    { name: "acknowledged_complete", type: "boolean", fact: undefined },
    ...needs.holdScopes.flatMap((_, group) => [
      ...pair(heldColumn("hold.placedAt", group), "hold.placedAt"),
      ...pair(heldColumn("hold.releasedAt", group), "hold.releasedAt"),
    ]),
    { name: "runs", type: "texts", fact: undefined },
  ];
}
