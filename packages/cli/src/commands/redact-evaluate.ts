/**
 * `proviso redact evaluate`: how well are marked texts found, by us or by another tool?
 */
import { ProvisoError } from "@proviso/core";
import {
  type Evaluation,
  evaluate,
  labelsOf,
  parseLabels,
  readLabelled,
  readPredictions,
} from "@proviso/core/redact";
import { readText } from "../input/read-text.ts";
import { print } from "../output/stdout.ts";
import { recognize } from "../redact/recognize.ts";
import { EXIT } from "../terminal/print-error.ts";
import type { Context, EvaluateOptions } from "./options.ts";
import { evaluationJson } from "./redact-evaluate-json.ts";
import { evaluationText } from "./redact-evaluate-text.ts";

export async function redactEvaluate(
  { terminal }: Context,
  paths: readonly string[],
  options: EvaluateOptions,
): Promise<number> {
  const threshold = thresholdOf(options.threshold);
  const files = await Promise.all(paths.map(fileOf));
  const sets = readLabelled(files);
  const labels =
    options.labels === undefined ? labelsOf() : parseLabels(await readText(options.labels), options.labels);
  const evaluated =
    options.predictions === undefined
      ? own(threshold)
      : readPredictions(await fileOf(options.predictions));
  const evaluations = sets.map((set): Evaluation => evaluate(set, { labels, ...evaluated }));
  await print(terminal.json ? evaluationJson(evaluations) : evaluationText(evaluations, terminal));
  return EXIT.ok;
}

function own(threshold: number) {
  const { claims, find } = recognize(threshold);
  return { claims, find: ({ text }: { readonly text: string }) => find(text) };
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
