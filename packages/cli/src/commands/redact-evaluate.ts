/**
 * `proviso redact evaluate`: how well are marked texts found, by us or by another tool?
 */
import { ProvisoError } from "@proviso/core";
import {
  type Evaluation,
  evaluate,
  labelsOf,
  type Mistake,
  ownFindings,
  parseLabels,
  readLabelled,
  readPredictions,
} from "@proviso/core/redact";
import { readText } from "../input/read-text.ts";
import { writeAtomic } from "../output/atomic.ts";
import { refuseOwnInput } from "../output/own-input.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import type { Context, EvaluateOptions } from "./options.ts";
import { evaluationJson } from "./redact-evaluate-json.ts";
import { evaluationText } from "./redact-evaluate-text.ts";

/** Characters shown on either side of a mistake. */
const AROUND = 40;

export async function redactEvaluate(
  { terminal }: Context,
  paths: readonly string[],
  options: EvaluateOptions,
): Promise<number> {
  if (options.mistakes !== undefined) refuseOwnInput(options.mistakes, paths);
  const threshold = thresholdOf(options.threshold);
  const files = await Promise.all(paths.map(fileOf));
  const sets = readLabelled(files);
  const labels =
    options.labels === undefined ? labelsOf() : parseLabels(await readText(options.labels), options.labels);
  const evaluated =
    options.predictions === undefined
      ? ownFindings(threshold)
      : readPredictions(await fileOf(options.predictions));
  const lines: string[] = [];
  const evaluations = sets.map((set): Evaluation => {
    const onMistake = (mistake: Mistake): void => void lines.push(mistakeLine(set.name, mistake));
    return evaluate(set, { labels, ...evaluated, ...(options.mistakes === undefined ? {} : { onMistake }) });
  });
  if (options.mistakes !== undefined) {
    await writeAtomic(options.mistakes, (write) => write(lines.join("")));
  }
  await print(terminal.json ? evaluationJson(evaluations) : evaluationText(evaluations, terminal));
  return EXIT.ok;
}

/** With some of the text around it, as it is for whoever mends a finder. */
function mistakeLine(set: string, { document, start, end, ...mistake }: Mistake): string {
  const { id, text } = document;
  const around = text.slice(Math.max(0, start - AROUND), end + AROUND);
  return `${JSON.stringify({ set, document: id, ...mistake, start, end, text: text.slice(start, end), around })}\n`;
}

async function fileOf(name: string): Promise<{ readonly name: string; readonly text: string }> {
  return { name, text: await readText(name) };
}

/** @throws ProvisoError USAGE */
function thresholdOf(text: string | number): number {
  const value = text === "" ? Number.NaN : Number(text);
  if (value >= 0 && value <= 1) return value;
  throw new ProvisoError("USAGE", `\`${text}\` is no threshold`, { hint: "a number from 0 to 1" });
}
