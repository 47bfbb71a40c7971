export type { Engine, EngineName } from "./engine.ts";
export { openPostgres } from "./postgres.ts";
export { openSpark } from "./spark.ts";
export { openTrino } from "./trino.ts";
