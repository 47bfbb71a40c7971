/** Files of labels -> **labelled clauses**. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProvisoError } from "../../packages/core/src/errors.ts";
import type { Polarity } from "../../packages/core/src/terms/axes/model/judge.ts";

export const POLARITIES: readonly Polarity[] = ["good", "neutral", "bad", "blocker"];
export const TAGS: readonly string[] = ["a", "ch", "cr", "j", "law", "ltd", "ter", "use", "pinc"];
/** The second of three levels: potentially unfair. */
const UNFAIR_FROM = 2;

/** A quote of ToS;DR, and the case that a person put it under. */
export interface Point {
  readonly text: string;
  readonly service: string;
  readonly title: string;
  readonly polarity: Polarity;
}

/** A sentence of CLAUDETTE. */
export interface Sentence {
  readonly text: string;
  readonly document: string;
  readonly fold: number;
  /** Tags at the level potentially unfair or clearly unfair. */
  readonly unfair: ReadonlySet<string>;
}

export function readPoints(folder: string): readonly Point[] {
  const file = join(folder, "tosdr-points.jsonl");
  return lines(file).map((line, index) => {
    const place = { file, line: index + 1 };
    const { quote, service, case: title, point } = parsed(line, place);
    const polarity = POLARITIES.find((one) => one === point);
    if (polarity === undefined) throw wrong("point", `one of ${POLARITIES.join(", ")}`, place);
    if (typeof quote !== "string") throw wrong("quote", "text", place);
    if (typeof service !== "string") throw wrong("service", "text", place);
    if (typeof title !== "string") throw wrong("case", "text", place);
    return { text: quote, service, title, polarity };
  });
}

export function readSentences(folder: string): readonly Sentence[] {
  const file = join(folder, "claudette-en-50.tsv");
  const [, ...rows] = lines(file);
  return rows.map((row, index) => {
    const [document = "", , fold = "", tags = "", text = ""] = row.split("\t");
    const place = { file, line: index + 2 };
    if (!/^\d$/.test(fold)) throw wrong("fold", "a digit", place);
    const unfair = new Set<string>();
    for (const tag of tags.split(",")) {
      if (tag === "") continue;
      const [, name = "", level = ""] = /^([a-z]+)([123])$/.exec(tag) ?? [];
      if (!TAGS.includes(name)) throw wrong("tags", "a tag and 1, 2 or 3", place);
      if (Number(level) >= UNFAIR_FROM) unfair.add(name);
    }
    return { text, document, fold: Number(fold), unfair };
  });
}

function parsed(line: string, place: { file: string; line: number }): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new ProvisoError("INPUT_MALFORMED", "a label is not JSON", {
      place,
      hint: "each line should be one object",
      cause,
    });
  }
}

function lines(file: string): readonly string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

function wrong(field: string, right: string, place: { file: string; line: number }): ProvisoError {
  return new ProvisoError("INPUT_MALFORMED", `a label has a wrong \`${field}\``, {
    place: { ...place, field },
    hint: `it should be ${right}`,
  });
}
