/**
 * **Medium** in PostgreSQL
 *
 * A batch is one transaction. One writer holds an advisory lock as long as it is connected, and every write
 * looks whether the head is still the one that it knows, should the lock have been lost with a connection.
 */
import { ProvisoError } from "@proviso/core";
import { OPENING, type Opening, parseCheckpoint, TILE_WIDTH, type Tile } from "@proviso/core/ledger";
import { HASH_BYTES } from "@proviso/core/merkle";
import pg from "pg";
import { damaged } from "../damaged.ts";
import type { Settings } from "../ledger.ts";
import type { Batch, Bundle, WritableMedium } from "../medium.ts";
import { parseSettings, printSettings } from "../settings.ts";
import { databaseError } from "./database-error.ts";

export interface Place {
  /** Without a password, for messages. */
  readonly shown: string;
  readonly url: string;
  readonly schema: string;
}

export class PostgresMedium implements WritableMedium {
  readonly place: string;
  readonly #client: pg.Client;
  readonly #at: string;
  #size: number | undefined;
  #isClosed = false;

  private constructor(place: Place, client: pg.Client) {
    this.place = place.shown;
    this.#client = client;
    this.#at = pg.escapeIdentifier(place.schema);
  }

  /** @throws ProvisoError NOT_FOUND, LEDGER_LOCKED */
  static async open(place: Place, write: boolean): Promise<PostgresMedium> {
    const client = await connect(place);
    try {
      const medium = new PostgresMedium(place, client);
      const { rows } = await client.query("SELECT to_regclass($1) AS head", [`${medium.#at}.head`]);
      if (rows[0]?.head === null) {
        throw new ProvisoError("NOT_FOUND", `there is no ledger in schema \`${place.schema}\``, {
          place: { file: place.shown },
          hint: "`proviso ledger init` makes one",
        });
      }
      if (write) await medium.#lock(place);
      return medium;
    } catch (error) {
      await client.end();
      throw databaseError(error, place.shown);
    }
  }

  async #lock({ schema }: Place): Promise<void> {
    const key = `proviso ledger ${schema}`;
    const { rows } = await this.#client.query("SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got", [
      key,
    ]);
    if (rows[0]?.got !== true) {
      const holder = await this.#client.query(
        `SELECT l.pid, a.client_addr::text AS host, a.application_name AS name
         FROM pg_locks l JOIN pg_stat_activity a USING (pid)
         WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
           AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended($1, 0)`,
        [key],
      );
      const { pid = "?", host, name = "" } = holder.rows[0] ?? {};
      throw new ProvisoError(
        "LEDGER_LOCKED",
        `\`${name}\` on \`${host ?? "localhost"}\` (session ${pid}) is writing to this ledger`,
        { place: { file: this.place }, hint: "wait for it to end; a log has one writer" },
      );
    }
    this.#size = parseCheckpoint(await this.head()).size;
  }

  async head(): Promise<string> {
    return String((await this.#one(`SELECT note FROM ${this.#at}.head`))["note"]);
  }

  async settings(): Promise<Settings> {
    const { settings } = await this.#one(`SELECT settings FROM ${this.#at}.head`);
    return parseSettings(String(settings), this.place);
  }

  async tile({ level, index, width }: Tile): Promise<Uint8Array> {
    const rows = await this.#rows("node", "hash", { index, width }, `level = ${level} AND`);
    const hashes = rows.map((row) => row["hash"] as Uint8Array);
    if (hashes.length < width || hashes.some((hash) => hash.length !== HASH_BYTES)) {
      throw damaged(`tile ${level}/${index} has ${hashes.length} hashes of ${width}`, this.place);
    }
    return Buffer.concat(hashes);
  }

  async leaves(bundle: Bundle): Promise<readonly Uint8Array[]> {
    const rows = await this.#rows("leaf", "data", bundle);
    if (rows.length < bundle.width) {
      throw damaged(`bundle ${bundle.index} has ${rows.length} entries of ${bundle.width}`, this.place);
    }
    return rows.map((row) => row["data"] as Uint8Array);
  }

  async openings(bundle: Bundle): Promise<readonly (Opening | undefined)[]> {
    const rows = await this.#rows("opening", "opening", bundle);
    if (rows.length < bundle.width) {
      throw damaged(
        `there are ${rows.length} openings of ${bundle.width} in bundle ${bundle.index}`,
        this.place,
      );
    }
    return rows.map(({ opening }) => {
      try {
        return opening === null ? undefined : OPENING.parse(JSON.parse(String(opening)));
      } catch (cause) {
        throw damaged(`an opening of bundle ${bundle.index} cannot be read`, this.place, cause);
      }
    });
  }

  async write({ first, leaves, hashes, note }: Batch): Promise<void> {
    const size = first + leaves.length;
    await this.#transaction(async () => {
      await this.#advance(first, size, note);
      await this.#client.query(
        `INSERT INTO ${this.#at}.leaf SELECT $1::bigint + n - 1, d FROM unnest($2::bytea[]) WITH ORDINALITY AS t(d, n)`,
        [first, leaves.map(({ data }) => Buffer.from(data))],
      );
      await this.#client.query(
        `INSERT INTO ${this.#at}.opening SELECT $1::bigint + n - 1, o FROM unnest($2::text[]) WITH ORDINALITY AS t(o, n)`,
        [first, leaves.map(({ opening }) => opening ?? null)],
      );
      for (const [level, list] of hashes.entries()) {
        await this.#client.query(
          `INSERT INTO ${this.#at}.node SELECT $1, $2::bigint + n - 1, h FROM unnest($3::bytea[]) WITH ORDINALITY AS t(h, n)`,
          [level, Math.floor(first / TILE_WIDTH ** level), hashesOf(list)],
        );
      }
    });
    this.#size = size;
  }

  async #advance(first: number, size: number, note: string): Promise<void> {
    const { rowCount } = await this.#client.query(
      `UPDATE ${this.#at}.head SET size = $2, note = $3 WHERE size = $1`,
      [first, size, note],
    );
    if (rowCount !== 1) {
      throw new ProvisoError("LEDGER_LOCKED", "another writer has added to this ledger", {
        place: { file: this.place },
        hint: "the connection was lost in between; open the ledger again",
      });
    }
  }

  async put(head: string, settings: Settings): Promise<void> {
    await this.#transaction(async () => {
      await this.#advance(this.#size ?? -1, this.#size ?? -1, head);
      await this.#client.query(`UPDATE ${this.#at}.head SET settings = $1`, [printSettings(settings)]);
    });
  }

  /** Old versions of the row stay in the database's files until it vacuums, and in its backups. */
  async erase(index: number): Promise<void> {
    await this.#transaction(async () => {
      await this.#client.query(`UPDATE ${this.#at}.opening SET opening = NULL WHERE idx = $1`, [index]);
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#client.end();
  }

  async #rows(
    table: string,
    column: string,
    { index, width }: Bundle,
    where = "",
  ): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const start = index * TILE_WIDTH;
    const { rows } = await this.#query(
      `SELECT ${column} FROM ${this.#at}.${table} WHERE ${where} idx >= $1 AND idx < $2 ORDER BY idx`,
      [start, start + width],
    );
    return rows;
  }

  async #one(text: string): Promise<Readonly<Record<string, unknown>>> {
    const { rows } = await this.#query(text);
    const [row] = rows;
    if (row === undefined) throw damaged("the ledger has no head", this.place);
    return row;
  }

  async #query(
    text: string,
    values: unknown[] = [],
  ): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }> {
    try {
      return await this.#client.query<Record<string, unknown>>(text, values);
    } catch (error) {
      throw databaseError(error, this.place);
    }
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    try {
      await this.#client.query("BEGIN");
      await work();
      await this.#client.query("COMMIT");
    } catch (error) {
      await this.#client.query("ROLLBACK").catch(() => undefined);
      throw databaseError(error, this.place);
    }
  }
}

function hashesOf(row: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(row);
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

export async function connect({ url, shown }: Place): Promise<pg.Client> {
  // What was acknowledged must last, whatever the database's default.
  const options = "-c synchronous_commit=on";
  const name = `proviso ${process.pid}`;
  const client = new pg.Client({ connectionString: url, options, application_name: name });
  // A connection that is lost is told by the next query; without this it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw databaseError(error, shown);
  }
}
