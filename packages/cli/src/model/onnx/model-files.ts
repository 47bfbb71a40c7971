/**
 * A model's file -> what stands beside it: **labels**, vocabulary, and how words are written in it
 *
 * Beside the file, or one folder above: models are often published with the weights in a folder of
 * their own.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readText } from "../../input/read-text.ts";
import type { Fail } from "../model-failed.ts";
import type { WordForm } from "./basic-words.ts";
import { readVocabulary, type Vocabulary } from "./vocabulary.ts";

export interface ModelFiles {
  /** In the order of the model's output. */
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly form: WordForm;
  /** Pieces in a window, the first and the last mark included. */
  readonly window: number;
  /** All that were read, without the model's own. */
  readonly files: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const WINDOW = 512;
/** A window must hold more than its marks and its overlap. */
const SMALLEST_WINDOW = 16;

/** @throws ProvisoError MODEL_FAILED, NOT_FOUND, PERMISSION, INPUT_ENCODING */
export async function readModelFiles(
  onnx: string,
  named: string | undefined,
  fail: Fail,
): Promise<ModelFiles> {
  const beside = (name: string): string | undefined =>
    [join(dirname(onnx), name), join(dirname(onnx), "..", name)].find((file) => existsSync(file));
  const configFile = beside("config.json");
  if (configFile === undefined) {
    throw fail(
      `no config.json beside \`${onnx}\``,
      "it comes with the model, and names its labels in `id2label`",
    );
  }
  const vocabularyFile = named ?? beside("vocab.txt");
  if (vocabularyFile === undefined) {
    throw fail(
      `no vocab.txt beside \`${onnx}\``,
      "name it as `vocabulary`; only models of the BERT family, with a vocabulary of word pieces, can be used",
    );
  }
  const tokenizerFile = beside("tokenizer_config.json");
  const config = await readJson(configFile, fail);
  const tokenizer = tokenizerFile === undefined ? {} : await readJson(tokenizerFile, fail);
  const vocabulary = readVocabulary(await readText(vocabularyFile), vocabularyFile, fail);
  const positions = config["max_position_embeddings"];
  const isBounded = typeof positions === "number" && positions >= SMALLEST_WINDOW;
  return {
    labels: labelsOf(config, configFile, fail),
    vocabulary,
    form: formOf(tokenizer, vocabulary),
    window: isBounded ? Math.min(positions, WINDOW) : WINDOW,
    files: [configFile, vocabularyFile, tokenizerFile].filter((file) => file !== undefined),
  };
}

async function readJson(file: string, fail: Fail): Promise<Json> {
  try {
    const value: unknown = JSON.parse(await readText(file));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw fail(`\`${file}\` is no JSON object`, "take the file that came with the model");
}

function labelsOf(config: Json, file: string, fail: Fail): readonly string[] {
  const byId = config["id2label"];
  const entries = typeof byId === "object" && byId !== null ? Object.entries(byId) : [];
  const labels: string[] = [];
  for (const [id, label] of entries) if (typeof label === "string") labels[Number(id)] = label;
  const isWhole =
    labels.length > 1 && labels.length === entries.length && !labels.includes(undefined as never);
  if (isWhole) return labels;
  throw fail(
    `\`${file}\` has no whole list of labels in \`id2label\``,
    "the model must be a token classifier",
  );
}

/** What the tokenizer's settings do not say follows from the vocabulary. */
function formOf(tokenizer: Json, { isCased }: Vocabulary): WordForm {
  const lower = tokenizer["do_lower_case"];
  const accents = tokenizer["strip_accents"];
  const lowercase = typeof lower === "boolean" ? lower : !isCased;
  return { lowercase, stripAccents: typeof accents === "boolean" ? accents : lowercase };
}
