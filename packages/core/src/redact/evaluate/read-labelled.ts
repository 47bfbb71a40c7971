/**
 * Files -> **LabelledSets**; the content says what a file is
 *
 * Texts and spans in two files (TAB) find each other in any order.
 */
import { ProvisoError } from "../../errors.ts";
import type { LabelledSet } from "./labelled.ts";
import { type Labelled, malformed } from "./labelled.ts";
import { isConll, readConll } from "./readers/conll.ts";
import { LOCATED_SECRETS } from "./readers/located-secrets.ts";
import { MARKED_TEXTS } from "./readers/marked-text.ts";
import { NUMBER_EXAMPLES } from "./readers/number-examples.ts";
import { RECOGNIZER_CASES } from "./readers/recognizer-cases.ts";
import type { RecordFormat } from "./readers/record.ts";
import { isTexts, isTriples, joined, TAB_ORIGINAL, type Triples, triplesOf } from "./readers/tab.ts";

export interface LabelledFile {
  readonly name: string;
  readonly text: string;
}

/** From specific to general: the first whose keys a record has. */
const RECORD_FORMATS: readonly RecordFormat[] = [
  TAB_ORIGINAL,
  RECOGNIZER_CASES,
  ...LOCATED_SECRETS,
  ...NUMBER_EXAMPLES,
  ...MARKED_TEXTS,
];

/** @throws ProvisoError INPUT_EMPTY, INPUT_UNRECOGNISED, INPUT_MALFORMED */
export function readLabelled(files: readonly LabelledFile[]): readonly LabelledSet[] {
  const sets: LabelledSet[] = [];
  const texts: { file: string; value: Record<string, string> }[] = [];
  const marks: { file: string; value: Triples }[] = [];
  for (const file of files) {
    const { name } = file;
    const values = valuesOf(file);
    if (values === undefined) {
      sets.push({ name, format: "conll", ...readConll(withoutMark(file.text), name) });
      continue;
    }
    const [first] = values;
    if (values.length === 1 && isRecord(first?.value) && formatOf(first.value) === undefined) {
      if (isTexts(first.value)) {
        texts.push({ file: name, value: first.value as Record<string, string> });
        continue;
      }
      if (isTriples(first.value)) {
        marks.push({ file: name, value: triplesOf(first.value, { id: "", place: { file: name } }) });
        continue;
      }
    }
    sets.push(readRecords(name, values));
  }
  for (const [index, { file, value }] of texts.entries()) {
    const gold = marks[index];
    if (gold === undefined) throw alone(file, "texts without their spans", "spans");
    const documents = joined(value, gold.value, file, gold.file);
    sets.push({ name: `${file} + ${gold.file}`, format: "texts and spans", documents, notes: [] });
  }
  const left = marks[texts.length];
  if (left !== undefined) throw alone(left.file, "spans without their texts", "texts");
  return sets;
}

interface Value {
  readonly value: unknown;
  readonly line?: number;
  readonly field?: string;
}

/** The records of a JSON array or of JSON lines; undefined where the file is neither. */
export function valuesOf({ name, text: whole }: LabelledFile): readonly Value[] | undefined {
  const text = withoutMark(whole).trim();
  if (text === "") throw new ProvisoError("INPUT_EMPTY", `\`${name}\` is empty`, { place: { file: name } });
  if (!text.startsWith("{") && !text.startsWith("[")) return notJson(name, whole);
  const value = tryParse(text);
  if (Array.isArray(value)) return value.map((one, index) => ({ value: one, field: `[${index}]` }));
  if (value !== undefined) return [{ value }];
  // A token `[` or `{` may begin a file of columns, too.
  if (isConll(whole)) return undefined;
  const lines = withoutMark(whole).split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const one = tryParse(line);
    if (one === undefined) throw malformed("not JSON", { file: name, line: index + 1 });
    return [{ value: one, line: index + 1 }];
  });
}

function notJson(name: string, text: string): undefined {
  if (isConll(withoutMark(text))) return undefined;
  throw unrecognised(name);
}

function readRecords(name: string, values: readonly Value[]): LabelledSet {
  const format = formatOf(values[0]?.value);
  if (format === undefined) throw unrecognised(name);
  const documents: Labelled[] = [];
  let passedOver = 0;
  for (const [index, { value, line, field }] of values.entries()) {
    const place = { file: name, ...(line === undefined ? {} : { line }), ...(field ? { field } : {}) };
    const read = format.read(value, { id: String(index), place });
    if (read.length === 0) passedOver += 1;
    documents.push(...read);
  }
  const notes = [
    ...(format.note === undefined ? [] : [format.note]),
    ...(passedOver === 0 ? [] : [`${passedOver} records say nothing that can be measured`]),
  ];
  return { name, format: format.name, documents, notes };
}

function formatOf(record: unknown): RecordFormat | undefined {
  if (!isRecord(record)) return undefined;
  return RECORD_FORMATS.find(({ keys }) => keys.every((key) => Object.hasOwn(record, key)));
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function unrecognised(file: string): ProvisoError {
  return new ProvisoError("INPUT_UNRECOGNISED", `\`${file}\` is in no format of marked texts known here`, {
    place: { file },
    hint: 'JSONL of {"text", "spans": [{"start", "end", "type"}]}, presidio-research, CoNLL columns, TAB',
  });
}

function alone(file: string, what: string, other: string): ProvisoError {
  return new ProvisoError("INPUT_UNRECOGNISED", `\`${file}\` holds ${what}`, {
    place: { file },
    hint: `name the file with the ${other} too`,
  });
}
