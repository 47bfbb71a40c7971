export { type AccountState, foldAccount } from "./account.ts";
export {
  acknowledgedColumn,
  columnOf,
  type FactsColumn,
  factsColumns,
  heldColumn,
  knownColumnOf,
} from "./columns.ts";
export { derive } from "./derive.ts";
export { deriveItem } from "./derive-item.ts";
export { type Facts, type FactValue, factOf, type Slot } from "./facts.ts";
export { type AccountLog, type EventLog, halfNamed, indexEvents, inOrder } from "./log.ts";
export type { FactsNeeds } from "./needs.ts";
export { splitRegion } from "./region.ts";
export { type FactsRow, factsRow } from "./row.ts";
export type { FactsQuestion } from "./sql/asked.ts";
export { factsViews } from "./sql/facts-views.ts";
export { definitionOf, FACT_INDEX, FACT_NAMES, type FactName, isFactName, VOCABULARY } from "./vocabulary.ts";
