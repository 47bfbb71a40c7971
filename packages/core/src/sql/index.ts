export { DIALECT_NAMES, type Dialect, type DialectName } from "./dialect.ts";
export { duckdb } from "./duckdb.ts";
export { postgresql } from "./postgresql.ts";
export { comment, createViews, query } from "./print.ts";
export { type Cell, type CellType, rowsView, type TableColumn } from "./rows.ts";
export { spark } from "./spark.ts";
export { trino } from "./trino.ts";
export type { View } from "./view.ts";
