/**
 * TableSchemas x wanted columns -> **Columns**, or every fault at once
 *
 * Each missing or mistyped column is named with its file before anything runs. An instant without a
 * zone is UTC; whether it has one must be the same in all files, or the same text would mean two times.
 */
import { ProvisoError } from "@proviso/core";
import type { TableSchema } from "./table-schema.ts";

export interface WantedColumn {
  readonly name: string;
  readonly type: "text" | "timestamp" | "boolean" | "texts";
  readonly isNeeded: boolean;
}

/** How the values of a column are held; undefined: no file has it. */
export type Held = "plain" | "zoned" | "written";

export interface Columns {
  readonly held: ReadonlyMap<string, Held>;
  /** What a user should know: columns that are not there, or that nothing reads. */
  readonly notes: readonly string[];
}

/** The same, for some of the files: what none of these has is not there. */
export function columnsWithin(
  columns: Columns,
  schemas: readonly TableSchema[],
  files: readonly string[],
): Columns {
  const some = schemas.filter(({ file }) => files.includes(file));
  const isThere = (name: string): boolean => some.some((one) => one.columns.has(name));
  return { ...columns, held: new Map([...columns.held].filter(([name]) => isThere(name))) };
}

const PLAIN: Readonly<Record<WantedColumn["type"], RegExp>> = {
  text: /^(?:VARCHAR|ENUM\(.*\))$/,
  boolean: /^BOOLEAN$/,
  texts: /^VARCHAR\[\]$/,
  timestamp: /^TIMESTAMP(?:_S|_MS|_NS)?$/,
};
const ZONED = "TIMESTAMP WITH TIME ZONE";
const WORDS: Readonly<Record<WantedColumn["type"], string>> = {
  text: "text",
  boolean: "boolean",
  texts: "a list of texts",
  timestamp: "a timestamp",
};

function heldAs(found: string, { type }: WantedColumn): Held | undefined {
  if (PLAIN[type].test(found)) return "plain";
  if (type !== "timestamp") return undefined;
  if (found === ZONED) return "zoned";
  return found === "VARCHAR" ? "written" : undefined;
}

const WAYS: Readonly<Record<Held, string>> = {
  plain: "without a zone",
  zoned: "with a zone",
  written: "as text",
};

interface Fault {
  readonly file: string;
  readonly column: string;
  readonly says: string;
}

/** @throws ProvisoError INPUT_MALFORMED that names every fault */
export function columnsOf(
  schemas: readonly TableSchema[],
  wanted: readonly WantedColumn[],
  passedOver: ReadonlySet<string> = new Set(),
): Columns {
  const faults: Fault[] = [];
  const held = new Map<string, Held>();
  const notes: string[] = [];
  for (const column of wanted) {
    const ways = new Map<Held, string>();
    const missing: string[] = [];
    for (const { file, columns } of schemas) {
      const found = columns.get(column.name);
      const way = found === undefined ? undefined : heldAs(found, column);
      if (found === undefined) {
        missing.push(file);
        if (column.isNeeded)
          faults.push({ file, column: column.name, says: `missing, wanted ${WORDS[column.type]}` });
      } else if (way === undefined) {
        faults.push({ file, column: column.name, says: `is ${found}, wanted ${WORDS[column.type]}` });
      } else if (!ways.has(way)) {
        ways.set(way, file);
      }
    }
    const [first, second] = [...ways];
    if (first !== undefined && second !== undefined) {
      const [[way, file], [other, otherFile]] = [first, second];
      faults.push({
        file: otherFile,
        column: column.name,
        says: `holds instants ${WAYS[other]}, and ${WAYS[way]} in \`${file}\``,
      });
    }
    if (first !== undefined) held.set(column.name, first[0]);
    if (!column.isNeeded && missing.length > 0) notes.push(absent(column.name, missing, schemas.length));
  }
  faults.push(...nearlyNamed(schemas, wanted));
  if (faults.length > 0) throw faulty(faults);
  const known = new Set([...wanted.map(({ name }) => name), ...passedOver]);
  const extra = new Set(
    schemas.flatMap(({ columns }) => [...columns.keys()]).filter((name) => !known.has(name)),
  );
  for (const name of extra) notes.push(`column \`${name}\` is not read`);
  return { held, notes };
}

/** Passed over, it would count as not given. */
function nearlyNamed(schemas: readonly TableSchema[], wanted: readonly WantedColumn[]): readonly Fault[] {
  const names = new Map(wanted.map(({ name }) => [name.toLowerCase(), name]));
  return schemas.flatMap(({ file, columns }) =>
    [...columns.keys()].flatMap((column) => {
      const meant = names.get(column.toLowerCase());
      if (meant === undefined || meant === column) return [];
      return [{ file, column, says: `is not read by that name; did you mean \`${meant}\`?` }];
    }),
  );
}

function absent(column: string, files: readonly string[], all: number): string {
  if (files.length === all) return `column \`${column}\` is not there: it counts as not given`;
  return `column \`${column}\` is not in ${files.length} of ${all} files (\`${files[0]}\`, …): it counts as not given there`;
}

const SHOWN = 20;

function faulty(faults: readonly Fault[]): ProvisoError {
  const [first] = faults;
  const lines = faults.slice(0, SHOWN).map(({ file, column, says }) => `\`${file}\`: \`${column}\` ${says}`);
  if (faults.length > SHOWN) lines.push(`and ${faults.length - SHOWN} more`);
  const what = faults.length === 1 ? "a column is" : `${faults.length} columns are`;
  return new ProvisoError("INPUT_MALFORMED", `${what} missing or not of the type that is wanted`, {
    place: { file: first?.file, field: first?.column },
    hint: `${lines.join("\n")}\nthe layout of the table is in docs/lake.md`,
  });
}
