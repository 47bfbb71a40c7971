export type { Engine, EngineName, EngineOptions, EngineRow } from "./engine.ts";
export { openPostgres, type PostgresOptions } from "./postgres.ts";
export { openSpark, type SparkOptions } from "./spark.ts";
export { openTrino, type TrinoOptions } from "./trino.ts";
