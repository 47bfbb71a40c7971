/** Printed SQL runs as it stands, says what it is, and holds no text of a policy as code. */
import type { PolicySet } from "@proviso/core/policy";
import { type Dialect, duckdb, postgresql, spark, trino } from "@proviso/core/sql";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../cli/test/temporary-folder.ts";
import { log } from "../../core/test/generate-log.ts";
import { arbitrarySet } from "../../core/test/generate-set.ts";
import type { DuckDb, Row } from "../src/duckdb/duckdb.ts";
import {
  clocksDescribed,
  decisionsDescribed,
  dueDescribed,
  factsDescribed,
} from "../src/script/describe-columns.ts";
import { dbtFiles } from "../src/script/print-dbt.ts";
import { scriptStatements } from "../src/script/print-script.ts";
import type { ScriptRequest } from "../src/script/script.ts";
import { giveEvents, withDuckDb } from "./table-file.ts";

const AT = Date.UTC(2026, 0, 1);
const [set] = fc.sample(arbitrarySet(), { numRuns: 1, seed: 11 }) as [PolicySet];
const [events = []] = fc.sample(log, { numRuns: 1, seed: 12 });

const folder = temporaryFolder();

function asked(more: Partial<ScriptRequest> = {}): ScriptRequest {
  return {
    ...{ dialect: duckdb, set, items: false, at: AT, known: undefined },
    ...{ events: 'my "events"; DROP TABLE x; --', facts: undefined, as: "view" as const, ...more },
  };
}

async function inDatabase<T>(table: string, work: (db: DuckDb) => Promise<T>): Promise<T> {
  return await withDuckDb(folder.path, async (db) => {
    await giveEvents(db, events);
    await db.run(`CREATE TABLE ${duckdb.quoted(table)} AS SELECT * FROM given`);
    return await work(db);
  });
}

async function columnsOf(db: DuckDb, relation: string): Promise<readonly string[]> {
  return (await db.rows(`DESCRIBE SELECT * FROM ${relation}`)).map((row: Row) => String(row["column_name"]));
}

const names = (columns: readonly { readonly name: string }[]): readonly string[] =>
  columns.map(({ name }) => name);

describe("a script", () => {
  it.each(["view", "table"] as const)("runs as %s, with the columns that are described", async (as) => {
    const request = asked({ as, at: { sql: "TIMESTAMP '2026-01-01 00:00:00'" } });
    await inDatabase(request.events, async (db) => {
      for (const statement of scriptStatements(request)) await db.run(statement);
      expect(await columnsOf(db, "proviso_facts")).toEqual(names(factsDescribed(request)));
      expect(await columnsOf(db, "proviso_decisions")).toEqual(names(decisionsDescribed(request)));
      expect(await columnsOf(db, "proviso_clocks")).toEqual(names(clocksDescribed()));
      expect(await columnsOf(db, "proviso_due")).toEqual(names(dueDescribed()));
      const [row] = await db.rows("SELECT count(*) AS number FROM proviso_decisions");
      expect(Number(row?.["number"])).toBeGreaterThan(0);
    });
  });

  it("with an instant in its place says what it says with the instant", async () => {
    const fixed = asked({ events: "e" });
    const open = asked({ events: "e", at: { sql: duckdb.timestamp(AT) } });
    await inDatabase("e", async (db) => {
      const rows = async (request: ScriptRequest): Promise<readonly Row[]> => {
        for (const statement of scriptStatements(request)) await db.run(statement);
        return await db.rows("SELECT * FROM proviso_facts ORDER BY ALL");
      };
      expect(await rows(open)).toEqual(await rows(fixed));
    });
  });

  it.each([duckdb, postgresql, spark, trino])("for $name opens with comments alone", (dialect: Dialect) => {
    const statements = scriptStatements(asked({ dialect }));
    expect(statements.map((one) => /(?:VIEW|TABLE) \S*?(proviso_\w+)/.exec(one)?.[1])).toEqual([
      "proviso_facts",
      "proviso_decisions",
      "proviso_clocks",
      "proviso_due",
    ]);
    for (const one of statements) expect(one.replace(/^--.*\n/gm, "")).toMatch(/^CREATE /);
  });
});

/** Texts that would be code to Jinja, or end what holds them. */
const hostile = fc
  .array(
    fc.constantFrom(
      "{{",
      "}}",
      "{%",
      "%}",
      "{#",
      "#}",
      "endraw",
      "'",
      '"',
      "\\",
      "\n",
      "--",
      "; DROP",
      "{",
      "%",
      " x ",
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(""));

/** What Jinja makes of a text without tags other than ours: the expressions that print a literal are undone. */
function rendered(text: string): string {
  return text.replace(/\{\{ '\{[{%#]' \}\}/g, "\u0000");
}

describe("a dbt project", () => {
  it("has a model per table, its description and tests", () => {
    const files = dbtFiles(asked({ as: "table" }));
    expect([...files.keys()].sort()).toEqual([
      "models/proviso_clocks.sql",
      "models/proviso_decisions.sql",
      "models/proviso_due.sql",
      "models/proviso_facts.sql",
      "models/schema.yml",
      "tests/proviso_decisions_once.sql",
      "tests/proviso_due_is_not_held.sql",
    ]);
    expect(files.get("models/proviso_facts.sql")).toContain('{{ source("proviso", "events") }}');
    expect(files.get("models/proviso_facts.sql")).toContain('{{ var("proviso_at") }}');
    expect(files.get("models/proviso_decisions.sql")).toContain('{{ ref("proviso_facts") }}');
  });

  it("gives no text of a policy to Jinja as code", () => {
    fc.assert(
      fc.property(arbitrarySet(), hostile, hostile, (base, reason, version) => {
        const spoilt = spoil(base, reason, version);
        for (const [path, text] of dbtFiles(
          asked({ set: spoilt, events: reason === "" ? "e" : `t${reason.replaceAll(".", "")}` }),
        )) {
          const tags = [...rendered(text).matchAll(/\{[{%#][\s\S]*?(?:[}%#]\}|$)/g)].map(([tag]) => tag);
          for (const tag of tags) expect({ path, tag }).toEqual({ path, tag: expect.stringMatching(OURS) });
        }
      }),
      { numRuns: 60 },
    );
  });
});

const OURS =
  /^\{\{ (?:config\(materialized="view"\)|source\("proviso", "(?:events|facts)"\)|ref\("proviso_\w+"\)|var\("proviso_(?:at|known)"\)|var\('proviso_schema', target\.schema\)) \}\}$/;

function spoil(base: PolicySet, reason: string, version: string): PolicySet {
  return {
    ...base,
    chains: base.chains.map((chain) =>
      chain.map((policy, index) => ({
        ...policy,
        version: `${policy.version}${index}${version}`,
        rules: policy.rules.map((rule) => ({ ...rule, reason: `R${reason}` })),
        clocks: policy.clocks.map((clock) => ({ ...clock, event: `e${version}`, copy: `c${reason}` })),
      })),
    ),
  };
}
