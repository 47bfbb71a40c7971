/**
 * PostgreSQL as an Engine, through `pg`
 *
 * All statements of a run are one transaction: when the engine dies, or a statement is refused, nothing is
 * left half-written.
 */
import pg from "pg";
import type { Engine, EngineOptions, EngineRow } from "./engine.ts";
import { engineFailed, engineInterrupted } from "./engine-failed.ts";
import { readerOf } from "./postgres-value.ts";

export interface PostgresOptions extends EngineOptions {
  /** `postgres://user@host:port/database`; undefined: what the `PG…` variables say. */
  readonly url?: string | undefined;
}

/** Only what a session could have set otherwise, and what would change a value or its text. */
const SESSION = [
  "SET TIME ZONE 'UTC'",
  "SET datestyle TO ISO",
  "SET intervalstyle TO iso_8601",
  "SET standard_conforming_strings TO on",
  "SET extra_float_digits TO 1",
].join("; ");

/** @throws ProvisoError ENGINE_FAILED where it cannot be reached */
export async function openPostgres({ url, signal }: PostgresOptions): Promise<Engine> {
  const config: pg.ClientConfig = {
    ...(url === undefined ? {} : { connectionString: url }),
    application_name: "proviso",
    // On the client, not for the whole process: other code may want the package's own.
    types: { getTypeParser: readerOf } as pg.CustomTypesConfig,
  };
  const client = new pg.Client(config);
  // Without a listener a connection that breaks between two statements would end the process.
  client.on("error", () => undefined);
  const interrupted = (): boolean => signal?.aborted ?? false;
  const told = async <T>(step: () => Promise<T>, statement?: number): Promise<T> => {
    if (interrupted()) throw engineInterrupted("postgres");
    try {
      return await step();
    } catch (cause) {
      if (interrupted()) throw engineInterrupted("postgres");
      throw failed(cause, statement);
    }
  };
  await told(() => client.connect());
  const stop = (): void => void cancel(client, config);
  signal?.addEventListener("abort", stop);
  const close = async (): Promise<void> => {
    signal?.removeEventListener("abort", stop);
    await client.end().catch(() => undefined);
  };
  try {
    await told(() => client.query(SESSION));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    name: "postgres",
    run: async (statements, onStatement) => {
      await told(() => client.query("BEGIN"));
      try {
        for (const [index, statement] of statements.entries()) {
          await told(() => client.query(statement), index);
          onStatement?.(index);
        }
        await told(() => client.query("COMMIT"));
      } catch (error) {
        await client.query("ROLLBACK").catch(() => undefined);
        throw error;
      }
    },
    query: async (statement) => (await told(() => client.query<EngineRow>(statement), 0)).rows,
    close,
  };
}

/** A connection answers one thing at a time: a second one ends what the first one runs. */
async function cancel(client: pg.Client, config: pg.ClientConfig): Promise<void> {
  const second = new pg.Client(config);
  second.on("error", () => undefined);
  try {
    await second.connect();
    await second.query("SELECT pg_cancel_backend($1)", [backendOf(client)]);
  } catch {
    // Where no second connection is to be had, the first one ends with the program.
  } finally {
    await second.end().catch(() => undefined);
  }
}

function backendOf(client: pg.Client): number {
  return (client as unknown as { readonly processID: number }).processID;
}

function failed(cause: unknown, statement: number | undefined): Error {
  if (cause instanceof pg.DatabaseError) {
    return engineFailed("postgres", { said: cause.message, statement, hint: cause.hint, cause });
  }
  const [first] = cause instanceof AggregateError ? (cause.errors as readonly unknown[]) : [cause];
  const said = first instanceof Error ? first.message : String(first);
  return engineFailed("postgres", {
    said,
    statement,
    hint: "is the server there? its address is `postgres://user@host:port/database`",
    cause,
  });
}
