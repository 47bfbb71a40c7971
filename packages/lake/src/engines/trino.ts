/**
 * Trino as an Engine, through its REST client
 *
 * Each statement stands alone there: a run that is refused in the middle keeps what the statements before it
 * made, each of it whole.
 */
import { randomUUID } from "node:crypto";
import { ProvisoError } from "@proviso/core";
import { BasicAuth, type ConnectionOptions, type QueryResult, Trino } from "trino-client";
import type { Engine, EngineOptions, EngineRow } from "./engine.ts";
import { engineFailed, engineInterrupted } from "./engine-failed.ts";
import { trinoValue } from "./trino-value.ts";

export interface TrinoOptions extends EngineOptions {
  /** `https://host:port` */
  readonly url: string;
  readonly catalog: string;
  readonly schema: string;
  readonly user: string;
  /** Sent with the user's name (HTTP Basic). */
  readonly password?: string | undefined;
}

const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** @throws ProvisoError USAGE for an address that is none, or where a password would go out in the clear */
export function openTrino({ url, catalog, schema, user, password, signal }: TrinoOptions): Engine {
  const address = addressOf(url);
  if (password !== undefined && address.protocol === "http:" && !LOCAL.has(address.hostname)) {
    throw new ProvisoError("USAGE", "a password is not sent without TLS", {
      hint: "give an address that begins with https://",
    });
  }
  // By it a run finds its own statements again, to end them.
  const source = `proviso ${randomUUID()}`;
  const connection: ConnectionOptions = {
    server: address.origin,
    source,
    catalog,
    schema,
    extraHeaders: {
      "X-Trino-User": user,
      "X-Trino-Time-Zone": "UTC",
      // To a client that does not say so, the server rounds instants to milliseconds.
      "X-Trino-Client-Capabilities": "PARAMETRIC_DATETIME",
    },
    ...(password === undefined ? {} : { auth: new BasicAuth(user, password) }),
  };
  const ask = async (text: string, index: number): Promise<readonly EngineRow[]> => {
    if (signal?.aborted === true) throw engineInterrupted("trino");
    const rows = rowsOf(connection, text, index);
    if (signal === undefined) return await rows;
    return await orInterrupted(rows, signal, () => endAll(connection, source));
  };
  return {
    name: "trino",
    run: async (statements, onStatement) => {
      for (const [index, statement] of statements.entries()) {
        await ask(statement, index);
        onStatement?.(index);
      }
    },
    query: async (statement) => await ask(statement, 0),
    close: async () => undefined,
  };
}

function addressOf(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol === "http:" || address?.protocol === "https:") return address;
  throw new ProvisoError("USAGE", `\`${url}\` is no address of a Trino server`, {
    hint: "give one such as https://trino.example.com:8443",
  });
}

async function rowsOf(
  connection: ConnectionOptions,
  text: string,
  statement: number,
): Promise<readonly EngineRow[]> {
  const rows: EngineRow[] = [];
  try {
    for await (const page of await Trino.create(connection).query(text)) {
      if (page.error !== undefined) throw refused(page.error, statement);
      const { columns = [], data = [] } = page;
      for (const cells of data as readonly (readonly unknown[])[]) {
        const pairs = columns.map(({ name, type }, at) => [name, trinoValue(cells[at] ?? null, type, name)]);
        rows.push(Object.fromEntries(pairs) as EngineRow);
      }
    }
    return rows;
  } catch (cause) {
    throw cause instanceof ProvisoError ? cause : unreached(cause, statement);
  }
}

/** The client tells a statement's id only with its first rows: the server is asked for what still runs. */
async function endAll(connection: ConnectionOptions, source: string): Promise<void> {
  const client = { ...connection, source: "proviso" };
  const running = await rowsOf(
    client,
    `SELECT query_id FROM system.runtime.queries WHERE source = '${source}' AND state NOT IN ('FINISHED', 'FAILED')`,
    0,
  );
  for (const { query_id: id } of running) await Trino.create(client).cancel(String(id));
}

async function orInterrupted<T>(work: Promise<T>, signal: AbortSignal, end: () => Promise<void>): Promise<T> {
  let stop: () => void = () => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    stop = () => {
      // Whether it could be ended there or not, nobody waits for it any longer.
      const done = (): void => reject(engineInterrupted("trino"));
      end().then(done, done);
    };
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, interrupted]);
  } catch (error) {
    throw signal.aborted ? engineInterrupted("trino") : error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function refused(error: NonNullable<QueryResult["error"]>, statement: number): ProvisoError {
  const user = error.errorType === "USER_ERROR";
  return engineFailed("trino", {
    said: `${error.message} (${error.errorName})`,
    statement,
    hint: user ? undefined : "the server's own log says more",
    cause: error,
  });
}

function unreached(cause: unknown, statement: number): ProvisoError {
  const status = (cause as { readonly response?: { readonly status?: number } }).response?.status;
  const said =
    cause instanceof Error ? cause.message || String((cause as { code?: string }).code) : String(cause);
  return engineFailed("trino", {
    said,
    statement,
    hint:
      status === 401
        ? "user and password are wrong, or the password is missing: TRINO_PASSWORD"
        : "is the server there, and does its address begin as it should, with http:// or https://?",
    cause,
  });
}
