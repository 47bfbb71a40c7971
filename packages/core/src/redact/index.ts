export { ENTITIES, type EntityGroup, type EntityType, groupOf, type Validation } from "./entity.ts";
export type { Finding } from "./finding.ts";
export { RECOGNIZERS } from "./recognizers/all.ts";
export { find } from "./scan/find.ts";
export { Scanner } from "./scan/scanner.ts";
