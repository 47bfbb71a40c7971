/** The ledger in PostgreSQL: what every ledger does, and what a database adds. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { makePostgresLedger, newOpening, openPostgresLedger } from "../src/ledger/index.ts";
import { findDatabase } from "./database.ts";
import { ledgerSuite } from "./ledger-suite.ts";

const database = await findDatabase();
const keys = mkdtempSync(join(tmpdir(), "proviso-keys-"));
const RUN = `proviso_test_${process.pid}`;
let made = 0;

afterAll(async () => {
  if (typeof database !== "string") {
    await query(
      `DO $$ DECLARE s text; BEGIN
         FOR s IN SELECT nspname FROM pg_namespace WHERE starts_with(nspname, '${RUN}')
         LOOP EXECUTE format('DROP SCHEMA %I CASCADE', s); END LOOP; END $$`,
    );
    await database.stop();
  }
  rmSync(keys, { recursive: true });
});

interface Fresh {
  readonly address: string;
  readonly schema: string;
  readonly keyFile: string;
}

async function fresh(): Promise<Fresh> {
  if (typeof database === "string") throw new Error(database);
  made += 1;
  const schema = `${RUN}_${made}`;
  const address = new URL(database.url);
  address.searchParams.set("schema", schema);
  const keyFile = join(keys, `${made}.key`);
  await makePostgresLedger(address.href, "example.com/log", { keyFile });
  return { address: address.href, schema, keyFile };
}

async function query(text: string): Promise<pg.QueryResult> {
  if (typeof database === "string") throw new Error(database);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return await client.query(text).finally(() => client.end());
}

if (typeof database === "string") it.skip(database, () => undefined);
else {
  ledgerSuite("a ledger in PostgreSQL", {
    make: async () => {
      const { address, keyFile } = await fresh();
      return {
        read: () => openPostgresLedger(address),
        write: () => openPostgresLedger(address, { write: true, keyFile }),
      };
    },
  });

  describe("the database", () => {
    it.each([
      ["a hash that was changed", "UPDATE node SET hash = sha256('x') WHERE level = 0 AND idx = 2"],
      ["a hash that is gone", "DELETE FROM node WHERE level = 0 AND idx = 0"],
      ["a leaf that was changed", "UPDATE leaf SET data = 'x' WHERE idx = 1"],
      ["a leaf that is gone", "DELETE FROM leaf WHERE idx = 1"],
      ["no head", "DELETE FROM head"],
    ])("is refused with %s", async (_, harm) => {
      const { address, schema, keyFile } = await fresh();
      const ledger = await openPostgresLedger(address, { write: true, keyFile });
      await ledger.append([1, 2, 3].map((at) => newOpening("event", { at })));
      await ledger.close();
      await query(`SET search_path = ${schema}; ${harm}`);
      await expect(openPostgresLedger(address)).rejects.toMatchObject({ code: "LEDGER_DAMAGED" });
    });

    it("takes nothing from a writer whose connection was lost, and then two were", async () => {
      const { address, keyFile } = await fresh();
      const ledger = await openPostgresLedger(address, { write: true, keyFile });
      await ledger.append([newOpening("event", 1)]);
      const lost = ledger.append([newOpening("event", 2)]).catch((error: unknown) => error);
      await query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'proviso ${process.pid}'`,
      );
      const first = await lost;
      await expect(ledger.append([newOpening("event", 3)])).rejects.toThrow();
      await ledger.close();
      const second = await openPostgresLedger(address, { write: true, keyFile });
      // What was acknowledged is there; what was not may be.
      expect((await second.check()).leaves).toBeGreaterThanOrEqual(first instanceof Error ? 1 : 2);
      await second.close();
    });

    it("says what is wrong with an address, without the password", async () => {
      const { address, keyFile } = await fresh();
      await expect(makePostgresLedger(address, "other", { keyFile: `${keyFile}2` })).rejects.toMatchObject({
        code: "USAGE",
      });
      const wrong = "postgres://someone:hunter2@127.0.0.1:1/none";
      const error = await openPostgresLedger(wrong).catch((one: unknown) => one);
      expect(error).toMatchObject({ code: "NOT_FOUND" });
      expect(JSON.stringify(error)).not.toContain("hunter2");
      await expect(openPostgresLedger(`${address}x`)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(openPostgresLedger(address, { write: true })).rejects.toMatchObject({
        code: "KEY_MISSING",
      });
    });
  });
}
