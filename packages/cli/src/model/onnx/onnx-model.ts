/**
 * Text -> a token classifier in an ONNX file -> **marked spans**
 *
 * Words become pieces, windows of pieces go through the model, and the label of a word is that of its
 * first piece, as such models are trained. One window at a time: the runtime uses the cores itself.
 */
import { statSync } from "node:fs";
import { limited } from "../limited.ts";
import type { Fail } from "../model-failed.ts";
import type { SpanModel } from "../span-model.ts";
import { basicWords } from "./basic-words.ts";
import { bestOf, decodeSpans, type JudgedWord } from "./decode.ts";
import { type ModelFiles, readModelFiles } from "./model-files.ts";
import { type OpenedSession, openSession, type Tensor } from "./runtime.ts";
import { type Window, windowsOf } from "./windows.ts";
import { wordPieces } from "./word-pieces.ts";

export interface OnnxModelOptions {
  readonly onnx: string;
  readonly vocabulary: string | undefined;
  readonly fail: Fail;
}

const INPUTS = ["input_ids", "attention_mask", "token_type_ids"] as const;
const MARKS = 2;
/** A part of a window: some sentences. */
const OVERLAP = 1 / 8;

/** @throws ProvisoError MODEL_FAILED, NOT_FOUND, PERMISSION, INPUT_ENCODING */
export async function onnxModel({ onnx, vocabulary, fail }: OnnxModelOptions): Promise<SpanModel> {
  const files = await readModelFiles(onnx, vocabulary, fail);
  const opened = await openSession(onnx, fail);
  checkInputs(opened, fail);
  const gate = limited(1);
  const classifier = new Classifier(opened, files, fail);
  return {
    id: [onnx, ...files.files].map(versionOf).join(" "),
    find: async (text) => await gate(async () => decodeSpans(await classifier.judge(text))),
    close: async () => await gate(() => opened.session.release()),
  };
}

function versionOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}

function checkInputs({ session }: OpenedSession, fail: Fail): void {
  const known: readonly string[] = INPUTS;
  const other = session.inputNames.find((name) => !known.includes(name));
  const hint = "the model must be a token classifier of the BERT family";
  if (other !== undefined) throw fail(`the model wants an input \`${other}\``, hint);
  if (!session.inputNames.includes("input_ids")) throw fail("the model has no input `input_ids`", hint);
}

class Classifier {
  readonly #opened: OpenedSession;
  readonly #files: ModelFiles;
  readonly #fail: Fail;

  constructor(opened: OpenedSession, files: ModelFiles, fail: Fail) {
    this.#opened = opened;
    this.#files = files;
    this.#fail = fail;
  }

  async judge(text: string): Promise<readonly JudgedWord[]> {
    const { vocabulary, form, window } = this.#files;
    const most = window - MARKS;
    const words = basicWords(text, form);
    const pieces = words.map((word) => wordPieces(word.text, vocabulary).slice(0, most));
    const sizes = pieces.map((one) => one.length);
    const judged: JudgedWord[] = [];
    for (const one of windowsOf(sizes, most, Math.floor(most * OVERLAP))) {
      for (const [index, best] of (await this.#labels(pieces, one)).entries()) {
        const word = words[one.first + index];
        if (word !== undefined) judged.push({ start: word.start, end: word.end, ...best });
      }
    }
    return judged;
  }

  /** One for each word of the window that counts. */
  async #labels(
    pieces: readonly (readonly number[])[],
    { from, to, first, last }: Window,
  ): Promise<readonly { readonly label: string; readonly score: number }[]> {
    const { labels, vocabulary } = this.#files;
    const seen = pieces.slice(from, to);
    const ids = [vocabulary.begin, ...seen.flat(), vocabulary.separator];
    const logits = await this.#run(ids);
    const found: { label: string; score: number }[] = [];
    let at = 1;
    for (const [index, own] of seen.entries()) {
      const word = from + index;
      if (word >= first && word < last) {
        const { index: best, score } = bestOf(logits, at * labels.length, labels.length);
        found.push({ label: labels[best] ?? "O", score });
      }
      at += own.length;
    }
    return found;
  }

  async #run(ids: readonly number[]): Promise<Float32Array> {
    const { session, run, tensor } = this.#opened;
    const { labels } = this.#files;
    const dims = [1, ids.length];
    const values = {
      input_ids: (): bigint[] => ids.map(BigInt),
      attention_mask: (): bigint[] => ids.map(() => 1n),
      token_type_ids: (): bigint[] => ids.map(() => 0n),
    };
    const feeds: Record<string, Tensor> = {};
    for (const name of INPUTS) {
      if (session.inputNames.includes(name)) feeds[name] = tensor(BigInt64Array.from(values[name]()), dims);
    }
    const outputs = await run(feeds).catch((cause: unknown) => {
      throw this.#fail("the model failed on a text", "do vocabulary and model belong together?", cause);
    });
    const logits = outputs["logits"] ?? outputs[session.outputNames[0] ?? ""];
    const wanted = [1, ids.length, labels.length];
    if (!(logits?.data instanceof Float32Array) || logits.dims.join() !== wanted.join()) {
      throw this.#fail(
        `the model's output is ${logits?.type ?? "none"} [${logits?.dims.join(", ") ?? ""}], not float32 [${wanted.join(", ")}]`,
        "do config.json and model belong together?",
      );
    }
    return logits.data;
  }
}
