/** What holds for every engine that SQL is given to. */
import { ProvisoError } from "@proviso/core";
import { afterAll, expect, it } from "vitest";
import type { Engine, EngineOptions } from "../../src/engines/engine.ts";

export interface Spelling {
  /** Expressions of the engine, each with the plain value that it must give. */
  readonly values: readonly (readonly [sql: string, value: unknown])[];
  /** What a table is made with, after its name. */
  readonly as: string;
  /** A statement that runs for minutes. */
  readonly endless: string;
  /** Gives a row for each `endless` that still runs; undefined where it ends with the session. */
  readonly running?: string;
  /** Whether a run that is refused leaves nothing of itself. */
  readonly whole: boolean;
}

type Open = (options: EngineOptions) => Promise<Engine>;

export type Within = <T>(work: (engine: Engine) => Promise<T>) => Promise<T>;

/** Gives what a file's own tests use the same engine with. */
export function engineSuite(open: Open, { values, as, endless, running, whole }: Spelling): Within {
  // One for all: a session of Spark takes its time.
  let opened: Promise<Engine> | undefined;
  const within: Within = async (work) => {
    opened ??= open({});
    return await work(await opened);
  };
  afterAll(async () => await (await opened)?.close());

  it("gives plain values", async () => {
    const columns = values.map(([sql], at) => `${sql} AS c${at}`);
    const rows = await within((engine) => engine.query(`SELECT ${columns.join(", ")}`));
    expect(rows).toEqual([Object.fromEntries(values.map(([, value], at) => [`c${at}`, value]))]);
  });

  it("gives no rows for none", async () => {
    expect(await within((engine) => engine.query("SELECT 1 AS a WHERE 1 = 0"))).toEqual([]);
  });

  it("runs statements in order, and tells of each", async () => {
    await within(async (engine) => {
      const told: number[] = [];
      const statements = [
        "DROP TABLE IF EXISTS proviso_order",
        `CREATE TABLE proviso_order ${as} SELECT 'a; -- b' AS word`,
        "INSERT INTO proviso_order SELECT 'it''s' AS word".replace(
          "''",
          engine.name === "spark" ? "\\'" : "''",
        ),
      ];
      await engine.run(statements, (index) => told.push(index));
      expect(told).toEqual([0, 1, 2]);
      const rows = await engine.query("SELECT word FROM proviso_order ORDER BY word");
      expect(rows).toEqual([{ word: "a; -- b" }, { word: "it's" }]);
      await engine.run(["DROP TABLE proviso_order"]);
    });
  });

  it("says which statement is refused, and why", async () => {
    await within(async (engine) => {
      await engine.run(["DROP TABLE IF EXISTS proviso_kept"]);
      const made = `CREATE TABLE proviso_kept ${as} SELECT 1 AS a`;
      const error = await engine.run([made, "SELECT 1 FROM no_such_table"]).catch((one: unknown) => one);
      expect(error).toBeInstanceOf(ProvisoError);
      expect(error).toMatchObject({ code: "ENGINE_FAILED", place: { field: "statement 2" } });
      expect((error as ProvisoError).message).toMatch(/^\w+ failed: .*no_such_table/);
      expect((error as ProvisoError).message).not.toContain("\n");
      const kept = engine.query("SELECT a FROM proviso_kept").then((rows) => rows.length === 1);
      expect(await kept.catch(() => false)).toBe(!whole);
      await engine.run(["DROP TABLE IF EXISTS proviso_kept"]);
    });
  });

  it("ends what runs when it is interrupted", async () => {
    const aborter = new AbortController();
    const engine = await open({ signal: aborter.signal });
    const ended = engine.query(endless).catch((error: unknown) => error);
    setTimeout(() => aborter.abort(), 1_500);
    expect(await ended).toMatchObject({ code: "INTERRUPTED" });
    expect(await engine.query("SELECT 1 AS a").catch((error: unknown) => error)).toMatchObject({
      code: "INTERRUPTED",
    });
    await engine.close();
    if (running === undefined) return;
    const left = (): Promise<readonly unknown[]> => within((other) => other.query(running));
    await expect.poll(left, { timeout: 20_000, interval: 500 }).toEqual([]);
  });
  return within;
}
