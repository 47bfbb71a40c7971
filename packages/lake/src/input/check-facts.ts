/**
 * Tables of facts -> the same, or an error: nothing in them means other than it says
 *
 * A text that no fact can have, an instant that cannot be read, a value beside the word that it is not
 * known, two rows for one conversation: each could permit, or end a hold, where what it was meant to
 * say would not.
 */
import { ProvisoError } from "@proviso/core";
import { definitionOf, type FactsColumn, knownColumnOf } from "@proviso/core/facts";
import { duckdb } from "@proviso/core/sql";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { readParquet } from "../duckdb/paths.ts";
import type { Columns } from "./columns.ts";
import { rawColumn } from "./event-table.ts";
import type { TableSchema } from "./table-schema.ts";

export const NEEDED: ReadonlySet<string> = new Set([
  ...["account", "conversation", "item", "is_recorded", "query_at"],
]);
const PERIOD = "P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T[0-9]+H)?";

export interface FactsTables {
  readonly files: readonly string[];
  readonly schemas: readonly TableSchema[];
  readonly columns: readonly FactsColumn[];
  readonly held: Columns["held"];
}

interface Check {
  readonly name: string;
  /** Condition, as SQL. */
  readonly wrong: string;
  readonly says: string;
}

/** @throws ProvisoError INPUT_MALFORMED */
export async function checkFacts(db: DuckDb, tables: FactsTables): Promise<void> {
  refuseLoneKnown(tables);
  await refuseValues(db, tables);
  await refuseTwice(db, tables);
}

/** "Nothing, and that is known" of a value that the file does not hold at all. */
function refuseLoneKnown({ schemas, columns }: FactsTables): void {
  const isThere = new Set(columns.map(({ name }) => name));
  const known = (name: string): string =>
    name.startsWith("acknowledged_") ? "acknowledged_complete" : knownColumnOf(name);
  const lines = schemas.flatMap(({ file, columns: found }) =>
    columns.flatMap(({ name }) =>
      name !== known(name) && isThere.has(known(name)) && found.has(known(name)) && !found.has(name)
        ? [`\`${file}\`: \`${known(name)}\` is there without \`${name}\``]
        : [],
    ),
  );
  if (lines.length > 0)
    throw refused("columns say of others that are not there what is known of them", lines);
}

/** Columns, and beside each instant that is written as text, the text. */
function relationOf({ files, columns, held }: FactsTables): string {
  const cells = columns.flatMap((column) => {
    const { name } = column;
    const raw = `${rawColumn({ held, notes: [] }, { ...column, isNeeded: false })} AS ${name}`;
    return held.get(name) === "written" ? [raw, `${name} AS ${textOf(name)}`] : [raw];
  });
  return `SELECT ${cells.join(", ")}, filename FROM ${readParquet(files, "filename = TRUE")}`;
}

function textOf(name: string): string {
  return `${name}_text`;
}

async function refuseValues(db: DuckDb, tables: FactsTables): Promise<void> {
  const { columns, held } = tables;
  const relation = relationOf(tables);
  const checks = columns.flatMap((column) => (held.has(column.name) ? checksOf(column, held) : []));
  const counts = checks.map(({ wrong }, index) => `count(*) FILTER (WHERE ${wrong}) AS wrong_${index}`);
  const [row] = await db.rows(`SELECT ${counts.join(", ")} FROM (${relation})`);
  const faults = checks.filter((_, index) => Number(row?.[`wrong_${index}`]) > 0);
  if (faults.length === 0) return;
  const lines: string[] = [];
  for (const { name, wrong, says } of faults) {
    const text = held.get(name) === "written" ? textOf(name) : `CAST(${name} AS VARCHAR)`;
    const [one] = await db.rows(
      `SELECT filename, conversation, ${text} AS text, count(*) OVER () AS number FROM (${relation}) WHERE ${wrong} LIMIT 1`,
    );
    lines.push(
      `\`${String(one?.["filename"])}\`: \`${name}\` \`${String(one?.["text"] ?? "")}\` ${says} (conversation \`${String(one?.["conversation"])}\`, ${String(one?.["number"])} rows)`,
    );
  }
  throw refused("facts hold values that no fact can have", lines, faults[0]?.name);
}

function checksOf(column: FactsColumn, held: Columns["held"]): readonly Check[] {
  const { name, type } = column;
  const checks: Check[] = [];
  if (type === "timestamp") {
    if (held.get(name) === "written") {
      const wrong = `${name} IS NULL AND ${textOf(name)} IS NOT NULL`;
      checks.push({ name, wrong, says: "is no RFC 3339 instant with an offset" });
    }
    const [first, end] = [duckdb.timestamp(0), `make_timestamp(${Date.UTC(10_000, 0, 1)}000)`];
    checks.push({ name, wrong: `${name} < ${first} OR ${name} >= ${end}`, says: "is no instant of a chat" });
  }
  if (NEEDED.has(name)) {
    checks.push({ name, wrong: `${name} IS NULL`, says: "is empty" });
  } else if (type === "text") {
    const condition = wrongText(column);
    if (condition !== undefined) checks.push({ name, ...condition });
  }
  const known = knownColumnOf(name);
  if (held.has(known)) {
    checks.push({
      name,
      wrong: `${name} IS NOT NULL AND NOT ${known}`,
      says: `is given, and \`${known}\` is false`,
    });
  }
  return checks;
}

function wrongText({ name, fact }: FactsColumn): Omit<Check, "name"> | undefined {
  if (fact === undefined) return undefined;
  const { type: kind, values } = definitionOf(fact);
  if (kind === "duration") {
    return {
      wrong: `NOT regexp_full_match(${name}, '${PERIOD}') OR ${name} IN ('P', 'PT') OR suffix(${name}, 'T')`,
      says: "is no ISO 8601 period",
    };
  }
  if (values === undefined) return { wrong: `${name} = ''`, says: "is empty" };
  const list = values.map((value) => duckdb.text(value)).join(", ");
  return { wrong: `${name} NOT IN (${list})`, says: `is none of ${values.join(", ")}` };
}

/** By hashes first, of which there may be as many as rows; what they find is looked at by its names. */
async function refuseTwice(db: DuckDb, { files, columns }: FactsTables): Promise<void> {
  const who = ["account", "conversation", "item"].filter((name) => columns.some((one) => one.name === name));
  const names = who.join(", ");
  const relation = `SELECT ${names}, hash(${names}) AS mark FROM ${readParquet(files)}`;
  const [twice] = await db.rows(
    `SELECT ${names}, count(*) AS number FROM (${relation}) WHERE mark IN (
      SELECT mark FROM (${relation}) GROUP BY mark HAVING count(*) > 1 LIMIT 1000)
    GROUP BY ${names} HAVING count(*) > 1 LIMIT 1`,
  );
  if (twice === undefined) return;
  const [first] = who.slice(-1);
  throw refused(
    "two rows are about the same",
    [
      `${who.map((name) => `${name} \`${String(twice[name])}\``).join(", ")}: ${String(twice["number"])} rows, of which each would decide by itself`,
    ],
    first,
  );
}

const SHOWN = 20;

function refused(message: string, lines: readonly string[], field?: string): ProvisoError {
  const shown = lines.slice(0, SHOWN);
  if (lines.length > SHOWN) shown.push(`and ${lines.length - SHOWN} more`);
  return new ProvisoError("INPUT_MALFORMED", message, { place: { field }, hint: shown.join("\n") });
}
