/** `postgres://` address -> **Ledger** */
import { ProvisoError } from "@proviso/core";
import type { VerifierKey } from "@proviso/core/ledger";
import pg from "pg";
import type { OpenOptions } from "../folder/open-folder.ts";
import { writeKeyFile } from "../key-file.ts";
import { Log } from "../log.ts";
import { makeLedger } from "../make-ledger.ts";
import { printSettings } from "../settings.ts";
import { databaseError } from "./database-error.ts";
import { connect, type Place, PostgresMedium } from "./postgres-medium.ts";
import { createTables } from "./schema.ts";

const DEFAULT_SCHEMA = "proviso";

/** @returns the verifier key, for others to pin */
export async function makePostgresLedger(
  address: string,
  origin: string,
  { keyFile }: Pick<OpenOptions, "keyFile">,
): Promise<VerifierKey> {
  const { key, settings, head } = makeLedger(origin);
  const place = placeOf(address);
  const file = keyFileOf(keyFile);
  const client = await connect(place);
  try {
    await client.query("BEGIN");
    await client.query(createTables(place.schema));
    const table = `${pg.escapeIdentifier(place.schema)}.head`;
    await client.query(`INSERT INTO ${table} (size, note, settings) VALUES (0, $1, $2)`, [
      head,
      printSettings(settings),
    ]);
    // The key is there before the log is; a key without a log does no harm.
    writeKeyFile(file, key);
    await client.query("COMMIT");
    return key;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "42P07") {
      throw new ProvisoError("USAGE", `there is a ledger in schema \`${place.schema}\` already`, {
        place: { file: place.shown },
        hint: "name another one, as in `postgres://host/database?schema=other`",
      });
    }
    throw databaseError(error, place.shown);
  } finally {
    await client.end();
  }
}

/** @throws ProvisoError NOT_FOUND, LEDGER_LOCKED, LEDGER_DAMAGED, KEY_MISMATCH, KEY_MISSING, KEY_INVALID */
export async function openPostgresLedger(address: string, options: OpenOptions = {}): Promise<Log> {
  const pinned = options.pinned === undefined ? {} : { pinned: options.pinned };
  const isWriting = options.write === true;
  const keyFile = isWriting ? keyFileOf(options.keyFile) : undefined;
  const medium = await PostgresMedium.open(placeOf(address), isWriting);
  try {
    const writing = keyFile === undefined ? {} : { writing: { medium, keyFile } };
    return await Log.open(medium, { ...pinned, ...writing });
  } catch (error) {
    await medium.close();
    throw error;
  }
}

/** The key does not lie where the log does: who gets at the database must not be able to sign. */
function keyFileOf(keyFile: string | undefined): string {
  if (keyFile !== undefined) return keyFile;
  throw new ProvisoError("KEY_MISSING", "a ledger in a database needs a key file", {
    hint: "name it with `--key-file`",
  });
}

function placeOf(address: string): Place {
  let url: URL;
  try {
    url = new URL(address);
  } catch (cause) {
    throw new ProvisoError("USAGE", "this is no address of a database", {
      hint: "as in `postgres://user@host/database?schema=proviso`",
      cause,
    });
  }
  const schema = url.searchParams.get("schema") ?? DEFAULT_SCHEMA;
  url.searchParams.delete("schema");
  const shown = new URL(url);
  shown.password = "";
  return { url: url.href, shown: shown.href, schema };
}
