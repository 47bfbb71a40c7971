/**
 * **Engine** -> `lake run`: an organisation's own Spark, Trino or PostgreSQL, which is given SQL and gives rows
 *
 * All three give the same plain values, so that what reads them need not know which engine they come from:
 * text, boolean, null and number; a whole number past 2^53, a decimal, NaN and the infinities as text; a date
 * as `YYYY-MM-DD`; an instant as `YYYY-MM-DD hh:mm:ss[.ffffff]`, in UTC where its type has a zone, and as it
 * stands where it has none; years past 9999 with more digits, before year 0 with a minus; lists of all these.
 */
export type EngineName = "spark" | "trino" | "postgres";

export type EngineRow = Readonly<Record<string, unknown>>;

export interface Engine {
  readonly name: EngineName;
  /**
   * One after the other, in one session: what a statement makes is there for the next.
   * @param onStatement told when a statement has been done, counted from 0
   * @throws ProvisoError ENGINE_FAILED with the number of the statement, INTERRUPTED
   */
  run(statements: readonly string[], onStatement?: (index: number) => void): Promise<void>;
  /** @throws ProvisoError as `run` */
  query(statement: string): Promise<readonly EngineRow[]>;
  close(): Promise<void>;
}

/** Options that every engine has. */
export interface EngineOptions {
  /** Ends what runs now, with INTERRUPTED. */
  readonly signal?: AbortSignal | undefined;
}
