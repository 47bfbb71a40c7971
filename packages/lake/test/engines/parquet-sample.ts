/** A folder of Parquet with what is easily lost between engines, and the rows that it holds. */
import { join } from "node:path";
import type { EngineRow } from "../../src/engines/engine.ts";
import { writeSelect } from "../table-file.ts";

/** Microseconds, days before the calendar changed, years of five digits, NULL beside nothing, words of every sort. */
export const SAMPLE: readonly EngineRow[] = [
  {
    id: 1,
    moment: "2025-10-08 23:59:59.999999",
    on_day: "2025-10-08",
    flag: true,
    number: Number.MAX_SAFE_INTEGER,
    word: 'it\'s `a` "b" \\ c;\n-- d',
    words: ["a", "", "ü𝄞"],
  },
  {
    id: 2,
    moment: "2024-02-29 00:00:00.000001",
    on_day: "2024-02-29",
    flag: false,
    number: -1,
    word: "",
    words: [],
  },
  {
    id: 3,
    moment: "1582-10-10 12:00:00",
    on_day: "1582-10-10",
    flag: null,
    number: null,
    word: null,
    words: null,
  },
  {
    id: 4,
    moment: "1883-11-18 12:03:58.5",
    on_day: "1883-11-18",
    flag: true,
    number: 0,
    word: "null",
    words: ["null"],
  },
  {
    id: 5,
    moment: "0001-01-01 00:00:00",
    on_day: "0001-01-01",
    flag: true,
    number: 7,
    word: "NULL",
    words: [null, "b"],
  },
  {
    id: 6,
    moment: "9999-12-31 23:59:59.999999",
    on_day: "9999-12-31",
    flag: false,
    number: 8,
    word: "z",
    words: ["z"],
  },
  {
    id: 7,
    moment: "10000-01-01 00:00:00",
    on_day: "10000-01-01",
    flag: false,
    number: 9,
    word: "z",
    words: ["z"],
  },
  // The hour that does not exist, and the one that exists twice, in New York.
  {
    id: 8,
    moment: "2025-03-09 02:30:00",
    on_day: "2025-03-09",
    flag: null,
    number: null,
    word: null,
    words: null,
  },
  {
    id: 9,
    moment: "2025-11-02 01:30:00",
    on_day: "2025-11-02",
    flag: null,
    number: null,
    word: null,
    words: null,
  },
  { id: 10, moment: null, on_day: null, flag: null, number: null, word: null, words: null },
];

/** Two partitions and no column for them in the files. */
export async function writeSample(scratch: string, folder: string): Promise<void> {
  for (const part of [0, 1]) {
    const rows = SAMPLE.filter(({ id }) => Number(id) % 2 === part).map(literals);
    const select = `SELECT * FROM (VALUES ${rows.join(", ")}) AS v (id, moment, on_day, flag, number, word, words)`;
    await writeSelect(scratch, select, join(folder, `bucket=${part}`, "part-0000.parquet"));
  }
}

function literals({ id, moment, on_day, flag, number, word, words }: EngineRow): string {
  const text = (value: unknown): string =>
    value === null ? "NULL" : `'${String(value).replaceAll("'", "''")}'`;
  const list = Array.isArray(words) ? `[${words.map(text).join(", ")}]` : "NULL";
  const cells = [
    `${id}::BIGINT`,
    `${text(moment)}::TIMESTAMP`,
    `${text(on_day)}::DATE`,
    `${flag}::BOOLEAN`,
    `${number}::BIGINT`,
    `${text(word)}::VARCHAR`,
    `${list}::VARCHAR[]`,
  ];
  return `(${cells.join(", ")})`;
}
