/** A tiny model, really run by `onnxruntime-web`. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { TINY, writeTinyModel } from "../../../test/tiny-onnx.ts";
import { failures } from "../model-failed.ts";
import { onnxModel } from "./onnx-model.ts";

const folder = temporaryFolder();
const fail = failures({ file: "p.yaml", field: "names.model" });

async function found(onnx: string, text: string, vocabulary?: string): Promise<readonly string[]> {
  const model = await onnxModel({ onnx, vocabulary, fail });
  const spans = await model.find(text);
  await model.close();
  return spans.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`);
}

async function failure(onnx: string): Promise<ProvisoError> {
  const error: unknown = await found(onnx, "zor").catch((one: unknown) => one);
  if (error instanceof ProvisoError) return error;
  throw error;
}

describe("a token classifier", () => {
  it.each<[string, string, readonly string[]]>([
    ["a word of two pieces", "said Zorvath.", ["PER Zorvath"]],
    ["two words", "Brin  Oltek said", ["PER Brin  Oltek"]],
    ["another label", "said lunterby", ["LOC lunterby"]],
    ["behind an emoji, with accents", "😀 said: ZOË!", ["PER ZOË"]],
    ["two names", "zor zor", ["PER zor", "PER zor"]],
    ["nothing", "said", []],
    ["no words", "", []],
  ])("finds %s", async (_, text, wanted) => {
    expect(await found(writeTinyModel(folder.path), text)).toEqual(wanted);
  });

  it("finds as much in a text of many windows", async () => {
    const text = "said said Brin Oltek said. ".repeat(200);
    const names = await found(writeTinyModel(folder.path), text);
    expect(names).toEqual(Array.from({ length: 200 }, () => "PER Brin Oltek"));
  });

  it("says how sure it is", async () => {
    const model = await onnxModel({ onnx: writeTinyModel(folder.path), vocabulary: undefined, fail });
    const [span] = await model.find("zor");
    await model.close();
    expect(span?.score).toBeCloseTo(Math.exp(6) / (Math.exp(6) + 3));
  });

  it("needs no inputs but one", async () => {
    const onnx = writeTinyModel(folder.path, { ...TINY, inputs: ["input_ids"] });
    expect(await found(onnx, "zor")).toEqual(["PER zor"]);
  });

  it("may stand in a folder below what belongs to it, and have its vocabulary elsewhere", async () => {
    const onnx = writeTinyModel(folder.path);
    const below = join(folder.path, "onnx", "names.onnx");
    mkdirSync(join(folder.path, "onnx"));
    renameSync(onnx, below);
    expect(await found(below, "zor")).toEqual(["PER zor"]);
    const elsewhere = join(folder.path, "words.txt");
    renameSync(join(folder.path, "vocab.txt"), elsewhere);
    expect(await found(below, "zor", elsewhere)).toEqual(["PER zor"]);
  });

  it("is as its tokenizer says", async () => {
    const onnx = writeTinyModel(folder.path);
    writeFileSync(join(folder.path, "tokenizer_config.json"), '{"do_lower_case":false}');
    expect(await found(onnx, "Zor zor")).toEqual(["PER zor"]);
  });
});

describe("what cannot be used is an error", () => {
  it.each<[string, (path: string) => void, RegExp]>([
    ["no labels", (path) => rmSync(join(path, "config.json")), /no config\.json/],
    [
      "labels with a hole",
      (path) => writeFileSync(join(path, "config.json"), '{"id2label":{"0":"O","2":"B-PER"}}'),
      /whole list/,
    ],
    ["no JSON", (path) => writeFileSync(join(path, "config.json"), "{"), /no JSON object/],
    [
      "other labels",
      (path) => writeFileSync(join(path, "config.json"), '{"id2label":{"0":"O","1":"PER"}}'),
      /output is float32 \[1, 3, 4\]/,
    ],
    ["no vocabulary", (path) => rmSync(join(path, "vocab.txt")), /no vocab\.txt/],
    ["another vocabulary", (path) => writeFileSync(join(path, "vocab.txt"), "<s>\n</s>\n"), /no `\[CLS\]`/],
    [
      "a vocabulary that is too large",
      (path) => writeFileSync(join(path, "vocab.txt"), `${"\n".repeat(50)}[UNK]\n[CLS]\n[SEP]\n`),
      /failed on a text/,
    ],
    ["no model", (path) => writeFileSync(join(path, "names.onnx"), "zor"), /cannot be loaded/],
  ])("%s", async (_, spoil, message) => {
    const onnx = writeTinyModel(folder.path);
    spoil(folder.path);
    const error = await failure(onnx);
    expect([error.code, error.place]).toEqual(["MODEL_FAILED", { file: "p.yaml", field: "names.model" }]);
    expect(error.message).toMatch(message);
  });

  it("an input that nobody knows", async () => {
    const onnx = writeTinyModel(folder.path, { ...TINY, inputs: ["input_ids", "pixel_values"] });
    expect((await failure(onnx)).message).toMatch(/pixel_values/);
  });

  it("a file that is not there", async () => {
    const onnx = writeTinyModel(folder.path);
    rmSync(onnx);
    expect((await failure(onnx)).code).toBe("NOT_FOUND");
  });
});
