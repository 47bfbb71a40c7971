/** PostgreSQL: the one that DATABASE_URL names, else one started for the test. */
import pg from "pg";
import { findDatabase } from "../../../store/test/database.ts";
import type { Backend } from "./compare.ts";

const TIMESTAMP = 1114;

/** Why there is none, as a string. */
export async function postgresBackend(): Promise<(Backend & { close(): Promise<void> }) | string> {
  const database = await findDatabase();
  if (typeof database === "string") return database;
  const client = new pg.Client({
    connectionString: database.url,
    // The client would read an instant without a zone in the zone of this machine.
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === TIMESTAMP
          ? (text: string) => text
          : format === "binary"
            ? pg.types.getTypeParser(oid, "binary")
            : pg.types.getTypeParser(oid),
    } as pg.CustomTypesConfig,
  });
  await client.connect();
  return {
    name: "postgresql",
    rows: async (query) => (await client.query<Record<string, unknown>>(query)).rows,
    close: async () => {
      await client.end();
      await database.stop();
    },
  };
}
