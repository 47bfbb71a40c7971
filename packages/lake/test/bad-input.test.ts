/** What is wrong with a table is said before anything is decided: which file, which column, which event. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ProvisoError } from "@proviso/core";
import { assemble, parsePolicy } from "@proviso/core/policy";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../cli/test/temporary-folder.ts";
import type { LakeRequest } from "../src/run/lake-run.ts";
import { runLake } from "../src/run/run-lake.ts";
import { request } from "./request.ts";
import { readRows, writeSelect } from "./table-file.ts";

const temporary = temporaryFolder();
const POLICIES = fileURLToPath(new URL("../../../examples/support-desk/policy", import.meta.url));
const set = assemble(
  readdirSync(POLICIES)
    .filter((file) => /^\d.*\.yaml$/.test(file))
    .map((file) => parsePolicy(readFileSync(join(POLICIES, file), "utf8"), file).policy),
);

const CREATED =
  "SELECT 'e-1' AS id, 'urn:s' AS source, 'conversation.created' AS type, 'a' AS account, 'c' AS conversation, TIMESTAMP '2025-02-01' AS valid_at";
const CHOICE =
  "SELECT 'e-2' AS id, 'urn:s' AS source, 'choice.made' AS type, 'a' AS account, CAST(NULL AS VARCHAR) AS conversation, TIMESTAMP '2025-02-02' AS valid_at, 'train-general' AS purpose, 'granted' AS choice";

const FACT =
  "SELECT 'a' AS account, 'c' AS conversation, TRUE AS is_recorded, TIMESTAMP '2026-01-01' AS query_at";

async function tables(...selects: readonly string[]): Promise<readonly string[]> {
  const files = selects.map((_, index) => join(temporary.path, `t${index}.parquet`));
  for (const [index, select] of selects.entries()) {
    await writeSelect(temporary.path, select, files[index] ?? "");
  }
  return files;
}

async function refusal(inputs: readonly string[], more: Partial<LakeRequest> = {}): Promise<ProvisoError> {
  const out = join(temporary.path, "out");
  try {
    await runLake(request({ inputs, set, out, ...more }));
  } catch (error) {
    expect(existsSync(out)).toBe(false);
    expect(existsSync(`${out}.lock`) || existsSync(`${out}.partial`)).toBe(false);
    if (error instanceof ProvisoError) return error;
    throw error;
  }
  throw new Error("it was taken");
}

interface Case {
  readonly name: string;
  readonly selects: readonly string[];
  readonly says: readonly (string | RegExp)[];
}

const replaced = (select: string, column: string, sql: string): string =>
  `SELECT * REPLACE (${sql} AS ${column}) FROM (${select})`;

const CASES: readonly Case[] = [
  {
    name: "a conversation of an account, and of none",
    selects: [
      CREATED,
      "SELECT 'e-3' AS id, 'urn:s' AS source, 'conversation.deleted' AS type, CAST(NULL AS VARCHAR) AS account, 'c' AS conversation, TIMESTAMP '2025-02-03' AS valid_at",
    ],
    says: ["conversation `c` is of account `a` in some events and of none in others"],
  },
  {
    name: "each missing and mistyped column is named",
    selects: [
      "SELECT 1 AS id, 'urn:s' AS source, 'x' AS type, DATE '2025-01-01' AS valid_at, 'yes' AS minor, 'a,b' AS kinds",
      "SELECT 'e' AS id, 'x' AS type",
    ],
    says: [
      /t0.parquet`: `id` is INTEGER, wanted text/,
      /t0.parquet`: `valid_at` is DATE, wanted a timestamp/,
      /t0.parquet`: `minor` is VARCHAR, wanted boolean/,
      /t0.parquet`: `kinds` is VARCHAR, wanted a list of texts/,
      /t1.parquet`: `source` missing, wanted text/,
      /t1.parquet`: `valid_at` missing, wanted a timestamp/,
    ],
  },
  {
    name: "mixed zones",
    selects: [CREATED, replaced(CREATED, "valid_at", "CAST(valid_at AS TIMESTAMPTZ)")],
    says: [/t1.parquet`: `valid_at` holds instants with a zone, and without a zone in `.*t0.parquet/],
  },
  {
    name: "instants as text without an offset",
    selects: [replaced(CREATED, "valid_at", "'2025-02-01T00:00:00'")],
    says: ["`valid_at`: `valid_at` is no instant", "`e-1`"],
  },
  {
    name: "a choice that is none",
    selects: [replaced(CHOICE, "choice", "'granteed'")],
    says: ["`e-2`", "`choice`", "granted"],
  },
  {
    name: "a purpose that is none",
    selects: [replaced(CHOICE, "purpose", "'train-everything'")],
    says: ["`e-2`", "`purpose`"],
  },
  {
    name: "a period that is none",
    selects: [`SELECT *, '1 year' AS valid_for FROM (${CHOICE})`],
    says: ["`e-2`", "`valid_for`", "1 year"],
  },
  { name: "an empty id", selects: [replaced(CHOICE, "id", "''")], says: ["`id`", "empty"] },
  {
    name: "no instant",
    selects: [replaced(CHOICE, "valid_at", "CAST(NULL AS TIMESTAMP)")],
    says: ["`valid_at` is missing"],
  },
  {
    name: "a year before all chats",
    selects: [replaced(CHOICE, "valid_at", "TIMESTAMP '1970-01-01'")],
    says: ["`valid_at`", "1990"],
  },
  {
    name: "a field that the type does not have",
    selects: [`SELECT *, 'P1D' AS retention_max FROM (${CHOICE})`],
    says: ["`retention_max` is given, which `choice.made` does not have"],
  },
  {
    name: "a choice of nobody",
    selects: [replaced(CHOICE, "account", "CAST(NULL AS VARCHAR)")],
    says: ["`e-2`", "cannot be about"],
  },
  {
    name: "a type nearly right",
    selects: [replaced(CHOICE, "type", "'choice.maed'")],
    says: ["`choice.maed`", "did you mean `choice.made`"],
  },
  {
    name: "one id for two accounts",
    selects: [CHOICE, replaced(CHOICE, "account", "'b'")],
    says: ["`e-2`", "about different accounts"],
  },
];

describe("refused, with its place", () => {
  it.each(CASES)("$name", async ({ selects, says }) => {
    const error = await refusal(await tables(...selects));
    const text = `${error.message}\n${error.hint}`;
    for (const one of says) expect(text).toMatch(one);
    expect(["EVENT_INVALID", "INPUT_MALFORMED"]).toContain(error.code);
  });

  it("a malformed line, with its file and line", async () => {
    const file = join(temporary.path, "events.jsonl");
    writeFileSync(file, `{"specversion":"1.0","id":"1","source":"s","type":"x.y"}\n{"specversion":\n`);
    const error = await refusal([file]);
    expect(error).toMatchObject({ code: "EVENT_INVALID", place: { file, line: 2 } });
  });

  it("what is no Parquet, or not there, or empty", async () => {
    const file = join(temporary.path, "x.parquet");
    writeFileSync(file, "not parquet at all");
    expect((await refusal([file])).code).toBe("INPUT_MALFORMED");
    expect((await refusal([join(temporary.path, "none.parquet")])).code).toBe("NOT_FOUND");
    writeFileSync(join(temporary.path, "x.txt"), "");
    expect((await refusal([join(temporary.path, "x.txt")])).code).toBe("INPUT_UNRECOGNISED");
    writeFileSync(join(temporary.path, "empty.jsonl"), "");
    expect((await refusal([join(temporary.path, "empty.jsonl")])).code).toBe("INPUT_EMPTY");
  });

  it("an address without the extension that reads it, and nothing is fetched", async () => {
    const error = await refusal(["s3://bucket/events/*.parquet"]);
    // Where a developer has the extension, the address leads nowhere.
    expect(["UNSUPPORTED", "INPUT_MALFORMED"]).toContain(error.code);
  });

  it("an account in two buckets", async () => {
    for (const [bucket, select] of [CREATED, CHOICE].entries()) {
      await writeSelect(temporary.path, select, join(temporary.path, `in/bucket=${bucket}/e.parquet`));
    }
    const error = await refusal([join(temporary.path, "in")]);
    expect(error.message).toContain("account `a` is in `bucket=0` and in `bucket=1`");
  });

  it("facts with values that no fact has, and facts without what they are of", async () => {
    const fact =
      "SELECT 'a' AS account, 'c' AS conversation, TRUE AS is_recorded, TIMESTAMP '2026-01-01' AS query_at, 'grantd' AS training_choice";
    const error = await refusal(await tables(fact), { from: "facts" });
    expect(error.hint).toMatch(
      /`training_choice` `grantd` is none of granted, refused, none \(conversation `c`/,
    );
    const other = await refusal(await tables("SELECT 'c' AS conversation"), { from: "facts" });
    expect(other.hint).toMatch(/`query_at` missing/);
  });

  it.each([
    [
      "an instant that cannot be read",
      "'garbage' AS hold_placed_at",
      /`hold_placed_at` `garbage` is no RFC 3339/,
    ],
    [
      "a value that is said not to be known",
      "TIMESTAMP '2025-03-01' AS hold_released_at, FALSE AS hold_released_at_known",
      /`hold_released_at` .* is given, and `hold_released_at_known` is false/,
    ],
    [
      "what is known of a column that is not there",
      "TRUE AS hold_placed_at_known",
      /without `hold_placed_at`/,
    ],
    [
      "a name in other letters",
      "TIMESTAMP '2025-03-01' AS \"HOLD_PLACED_AT\", TRUE AS hold_placed_at_known",
      /`HOLD_PLACED_AT` is not read by that name; did you mean `hold_placed_at`/,
    ],
    ["no instant at all", "TIMESTAMP 'infinity' AS feedback_at", /`feedback_at` `infinity` is no instant/],
  ])("facts with %s", async (_, more, says) => {
    const error = await refusal(await tables(`SELECT *, ${more} FROM (${FACT})`), { from: "facts" });
    expect(error.code).toBe("INPUT_MALFORMED");
    expect(error.hint).toMatch(says);
  });

  it("facts that say two things of one conversation, in one file or in two", async () => {
    const other = `SELECT *, TIMESTAMP '2025-03-01' AS hold_placed_at FROM (${FACT})`;
    for (const selects of [[`${FACT} UNION ALL BY NAME ${other}`], [FACT, other]]) {
      const error = await refusal(await tables(...selects), { from: "facts", tables: ["due"] });
      expect(error.message).toBe("two rows are about the same");
      expect(error.hint).toMatch(/account `a`, conversation `c`: 2 rows/);
    }
  });
});

describe("taken", () => {
  it("accounts with a wrong row are left out whole with keepGoing", async () => {
    const files = await tables(
      `${CREATED} UNION ALL SELECT 'e-3', 'urn:s', 'conversation.created', 'b', 'd', TIMESTAMP '2025-02-01'`,
      replaced(CHOICE, "choice", "'granteed'"),
    );
    const out = join(temporary.path, "out");
    const { manifest } = await runLake(request({ inputs: files, set, out, keepGoing: true }));
    expect(manifest.leftOut).toMatchObject({ accounts: 1, faults: [{ id: "e-2", rows: 1 }] });
    const rows = await readRows(temporary.path, [join(out, "decisions/part-0000.parquet")]);
    expect(rows.map(({ account }) => account)).toEqual(["b"]);
  });

  it("what is written otherwise and means the same, what has no effect is told, what is not read too", async () => {
    const [file = ""] = await tables(
      `SELECT *, CAST(NULL AS VARCHAR) AS region, 1 AS extra FROM (${CREATED}) UNION ALL BY NAME
       SELECT 'e-4' AS id, 'urn:s' AS source, 'proviso.account.created' AS type, 'a' AS account, TIMESTAMP '2025-01-01' AS valid_at, 'eea-de' AS region
       UNION ALL BY NAME SELECT 'e-6' AS id, 'urn:s' AS source, 'log-complete' AS type, TIMESTAMP '1970-01-01' AS valid_at, ['*'] AS kinds
       UNION ALL BY NAME SELECT 'e-5' AS id, 'urn:s' AS source, 'acme.thing' AS type, TIMESTAMP '2025-01-01' AS valid_at`,
    );
    const out = join(temporary.path, "out");
    const { manifest, notes } = await runLake(request({ inputs: [file], set, out, tables: ["facts"] }));
    const [row] = await readRows(temporary.path, [join(out, "facts/part-0000.parquet")]);
    expect(row).toMatchObject({ account_region: "EEA", account_country: "DE" });
    expect(manifest.foreign).toEqual({ "acme.thing": 1 });
    expect(notes).toContain("column `extra` is not read");
    expect(notes).toContain("column `recorded_at` is not there: it counts as not given");
  });
});
