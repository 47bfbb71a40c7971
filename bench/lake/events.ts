/**
 * Raw events for the benchmark, made by DuckDB: three for each conversation, five conversations an account
 *
 * Laid out as a lake keeps them, a folder per bucket of accounts. The same rows each time.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";

const CONVERSATIONS_PER_ACCOUNT = 5;
const DAY = 86_400;

/** A number below `below` that hangs on `key` and nothing else. */
function dice(key: string, salt: number, below: number): string {
  return `CAST(hash(${key}, ${salt}) % ${below} AS BIGINT)`;
}

function after(start: string, seconds: string): string {
  return `${start} + to_seconds(${seconds})`;
}

const SIGNED_UP = after("TIMESTAMP '2023-01-01'", dice("a", 1, 900 * DAY));
const CHOSEN = after("TIMESTAMP '2025-08-28'", dice("a", 2, 60 * DAY));
const ACKNOWLEDGED = after("TIMESTAMP '2025-08-28'", dice("a", 3, 41 * DAY));
const BEGUN = after("TIMESTAMP '2025-06-01'", dice("c", 4, 220 * DAY));
const PLAN = `CASE WHEN ${dice("a", 5, 100)} < 60 THEN 'free' WHEN ${dice("a", 5, 100)} < 85 THEN 'pro' ELSE 'team' END`;
const REGION = `CASE WHEN ${dice("a", 6, 100)} < 45 THEN 'US' WHEN ${dice("a", 6, 100)} < 75 THEN 'EEA-DE' ELSE 'UK' END`;
const CHOICE = `CASE WHEN ${dice("a", 7, 100)} < 60 THEN 'granted' ELSE 'refused' END`;
const MODE = `CASE WHEN ${dice("c", 8, 100)} < 97 THEN 'ordinary' ELSE 'incognito' END`;

const COLUMNS = [
  "plan",
  "region",
  "document",
  "purpose",
  "choice",
  "mode",
  "surface",
  "feedback_kind",
] as const;

function event(
  type: string,
  key: "a" | "c",
  at: string,
  data: Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>,
): string {
  const account = key === "a" ? "a" : `c // ${CONVERSATIONS_PER_ACCOUNT}`;
  const cells = COLUMNS.map((name) => `${data[name] ?? "CAST(NULL AS VARCHAR)"} AS ${name}`);
  return (
    `SELECT '${type}-' || ${key} AS id, 'urn:bench' AS source, '${type.replace(/ .*/, "")}' AS type, ` +
    `'account-' || (${account}) AS account, ${key === "c" ? "'chat-' || c" : "CAST(NULL AS VARCHAR)"} AS conversation, ` +
    `date_trunc('second', ${at}) AS valid_at, date_trunc('second', ${at}) AS recorded_at, ${cells.join(", ")}`
  );
}

/** @returns how many events; the folder holds `bucket=N/events.parquet` and `shared/` beside it */
export async function makeEvents(
  connection: DuckDBConnection,
  folder: string,
  conversations: number,
  buckets: number,
): Promise<number> {
  const accounts = Math.ceil(conversations / CONVERSATIONS_PER_ACCOUNT);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const into = join(folder, `bucket=${bucket}`);
    mkdirSync(into, { recursive: true });
    const ofAccounts = `FROM range(${accounts}) AS r (a) WHERE a % ${buckets} = ${bucket}`;
    const ofChats = `FROM range(${conversations}) AS r (c) WHERE (c // ${CONVERSATIONS_PER_ACCOUNT}) % ${buckets} = ${bucket}`;
    const parts = [
      `${event("account.created", "a", SIGNED_UP, { plan: PLAN, region: REGION })} ${ofAccounts}`,
      `${event("choice.made", "a", CHOSEN, { purpose: "'train-general'", choice: CHOICE })} ${ofAccounts}`,
      `${event("terms.acknowledged", "a", ACKNOWLEDGED, { document: "'consumer-terms-2025'" })} ${ofAccounts} AND ${dice("a", 9, 2)} = 0`,
      `${event("conversation.created", "c", BEGUN, { mode: MODE, surface: "'chat'" })} ${ofChats}`,
      `${event("item.added", "c", after(BEGUN, dice("c", 10, 30 * DAY)), {})} ${ofChats}`,
      `${event("item.added again", "c", after(BEGUN, dice("c", 11, 30 * DAY)), {})} ${ofChats} AND ${dice("c", 12, 100)} < 40`,
      `${event("feedback.given", "c", after(BEGUN, dice("c", 13, 30 * DAY)), { feedback_kind: "'rating'" })} ${ofChats} AND ${dice("c", 14, 100)} < 3`,
      `${event("conversation.deleted", "c", after(BEGUN, dice("c", 15, 60 * DAY)), {})} ${ofChats} AND ${dice("c", 16, 100)} < 7`,
    ];
    const all = `SELECT *, CAST(NULL AS VARCHAR[]) AS kinds FROM (${parts.join("\nUNION ALL ")})`;
    const shared =
      bucket > 0
        ? ""
        : `\nUNION ALL BY NAME SELECT 'complete' AS id, 'urn:bench' AS source, 'log-complete' AS type, ` +
          `TIMESTAMP '1970-01-01' AS valid_at, TIMESTAMP '1970-01-01' AS recorded_at, ['*'] AS kinds`;
    await connection.run(
      `COPY (${all}${shared}) TO '${join(into, "events.parquet")}' (FORMAT parquet, COMPRESSION zstd)`,
    );
  }
  const counted = await connection.runAndReadAll(
    `SELECT count(*) AS number FROM read_parquet('${folder}/*/events.parquet')`,
  );
  return Number(counted.getRowObjectsJson()[0]?.["number"]);
}
