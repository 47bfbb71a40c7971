export { type AccountState, foldAccount } from "./account.ts";
export { derive } from "./derive.ts";
export { deriveItem } from "./derive-item.ts";
export { type Facts, type FactValue, factOf, type Slot } from "./facts.ts";
export { type AccountLog, type EventLog, indexEvents, inOrder } from "./log.ts";
export { splitRegion } from "./region.ts";
export { definitionOf, FACT_INDEX, FACT_NAMES, type FactName, isFactName, VOCABULARY } from "./vocabulary.ts";
