/** `proviso lake run` on a real PostgreSQL: the tables are there, or none of them is. */
import { EVENT_COLUMNS, eventRow, parseEvent } from "@proviso/core/events";
import { postgresql, rowsView } from "@proviso/core/sql";
import { openEngine } from "@proviso/lake";
import { afterAll, expect, it } from "vitest";
import { findDatabase } from "../../store/test/database.ts";
import { run, SMALL } from "./run-cli.ts";

const database = await findDatabase();
afterAll(async () => {
  if (typeof database !== "string") await database.stop();
});

const EVENTS = [
  ["log-complete", "1970-01-01T00:00:00Z", "*", { kinds: ["*"] }],
  ["conversation.created", "2025-02-01T00:00:00Z", "accounts/o'a/conversations/c", { plan: "customer" }],
  ["conversation.deleted", "2025-03-01T00:00:00Z", "accounts/o'a/conversations/c", {}],
] as const;

const rows = EVENTS.map(([type, time, subject, data]) => {
  const event = parseEvent(
    { specversion: "1.0", id: type, source: "urn:s", type: `proviso.${type}`, time, subject, data },
    {},
  );
  if ("foreign" in event) throw new Error("INVARIANT: a type of ours");
  return eventRow(event);
});

it.skipIf(typeof database === "string")("makes the tables, and makes them anew", async () => {
  const url = typeof database === "string" ? "" : database.url;
  const engine = await openEngine({ engine: "postgres", url });
  const { select } = rowsView(postgresql, "events", EVENT_COLUMNS, rows);
  const table = `my "events" ${process.pid}`;
  try {
    await engine.run([`CREATE TABLE ${postgresql.quoted(table)} AS ${select}`]);
    const args = ["lake", "run", "--engine", "postgres", "--url", url, "--events", table];
    const asked = ["--policy", "support-desk/chat", ...SMALL, "--at", "2026-03-01"];
    const first = await run([...args, ...asked]);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toBe(
      "proviso_facts: 1 rows\nproviso_decisions: 1 rows\nproviso_clocks: 1 rows\nproviso_due: 1 rows\n",
    );
    const again = await run([...args, ...asked]);
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/^error ENGINE_FAILED: .*already exists/);
    const anew = await run([...args, ...asked, "--replace", "--json"]);
    expect(JSON.parse(anew.stdout)).toMatchObject({ tables: { proviso_due: 1 } });
    const [due] = await engine.query("SELECT * FROM proviso_due");
    expect(due).toMatchObject({ account: "o'a", copy: "back-end", clock: "after-deletion" });
  } finally {
    const made = ["due", "clocks", "decisions", "facts"].map(
      (name) => `DROP TABLE IF EXISTS proviso_${name}`,
    );
    await engine.run([...made, `DROP TABLE IF EXISTS ${postgresql.quoted(table)}`]);
    await engine.close();
  }
});

it("says what an engine lacks, and reaches none that is not there", async () => {
  const asked = ["--policy", "support-desk/chat", ...SMALL];
  const trino = await run(["lake", "run", "--engine", "trino", ...asked]);
  expect(trino).toMatchObject({ code: 2, stderr: expect.stringContaining("`--url`") });
  const folder = await run(["lake", "run", "--engine", "postgres", "--parquet", "x", ...asked]);
  expect(folder.code).toBe(2);
  const closed = "postgres://nobody@127.0.0.1:1/none";
  const none = await run(["lake", "run", "--engine", "postgres", "--url", closed, ...asked]);
  expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining("ENGINE_FAILED") });
});
