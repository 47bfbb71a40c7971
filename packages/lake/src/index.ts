import type { Engine } from "./engines/index.ts";
import type { LakeRequest, LakeResult } from "./run/lake-run.ts";
import type { LakeWhatIf, LakeWhatIfRequest } from "./whatif/lake-what-if.ts";

export type { Engine, EngineName } from "./engines/index.ts";
export {
  DEFAULT_MEMORY,
  LAKE_TABLES,
  type LakeManifest,
  type LakeProgress,
  type LakeRequest,
  type LakeResult,
  type LakeTable,
} from "./run/lake-run.ts";
export { dbtFiles } from "./script/print-dbt.ts";
export { printScript, scriptStatements } from "./script/print-script.ts";
export type { ScriptRequest } from "./script/script.ts";
export type { LakeSide, LakeWhatIf, LakeWhatIfRequest } from "./whatif/lake-what-if.ts";

/** DuckDB is loaded when it is needed, and not for printing SQL. @throws ProvisoError */
export async function runLake(request: LakeRequest): Promise<LakeResult> {
  return await (await import("./run/run-lake.ts")).runLake(request);
}

/** @throws ProvisoError */
export async function compareLake(request: LakeWhatIfRequest): Promise<LakeWhatIf> {
  return await (await import("./whatif/compare-lake.ts")).compareLake(request);
}

export interface EngineRequest {
  readonly engine: "spark" | "trino" | "postgres";
  /** Spark: where its work is done. */
  readonly master?: string | undefined;
  /** Trino: its server; PostgreSQL: an address with everything. */
  readonly url?: string | undefined;
  readonly catalog?: string | undefined;
  readonly schema?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Clients are loaded when they are needed. @throws ProvisoError USAGE, ENGINE_FAILED */
export async function openEngine(request: EngineRequest): Promise<Engine> {
  return await (await import("./run/open-engine.ts")).openEngine(request);
}
