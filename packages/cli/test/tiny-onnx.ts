/**
 * A token classifier small enough to be written down: each token has its label, whatever is around it
 *
 * Bytes of an ONNX file (protocol buffers) with one `Gather` from a table of logits.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Bytes = Uint8Array;

const LENGTH = 2;
const FLOAT = 1;
const INT64 = 7;
const LIKELY = 6;

function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

function field(number: number, content: number | string | Bytes): Bytes {
  if (typeof content === "number") return Uint8Array.from([...varint(number << 3), ...varint(content)]);
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return Uint8Array.from([...varint((number << 3) | LENGTH), ...varint(bytes.length), ...bytes]);
}

function message(...fields: readonly Bytes[]): Bytes {
  return Buffer.concat(fields);
}

/** A name, its type, and its dimensions: numbers, or names of what may vary. */
function described(name: string, type: number, dims: readonly (number | string)[]): Bytes {
  const shape = dims.map((dim) => field(1, field(typeof dim === "number" ? 1 : 2, dim)));
  const tensor = message(field(1, type), field(2, message(...shape)));
  return message(field(1, name), field(2, field(1, tensor)));
}

export interface TinyModel {
  readonly labels: readonly string[];
  /** By token; the others are the first of the labels. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly inputs: readonly string[];
}

export const TINY: TinyModel = {
  labels: ["O", "B-PER", "I-PER", "B-LOC"],
  tokens: {
    "[PAD]": "O",
    "[UNK]": "O",
    "[CLS]": "O",
    "[SEP]": "O",
    zor: "B-PER",
    "##vath": "O",
    brin: "B-PER",
    oltek: "I-PER",
    lunter: "B-LOC",
    "##by": "O",
    said: "O",
    zoe: "B-PER",
    ".": "O",
  },
  inputs: ["input_ids", "attention_mask", "token_type_ids"],
};

function tinyOnnx({ labels, tokens, inputs }: TinyModel = TINY): Bytes {
  const rows = Object.values(tokens).map((label) => labels.map((one) => (one === label ? LIKELY : 0)));
  const table = message(
    field(1, rows.length),
    field(1, labels.length),
    field(2, FLOAT),
    field(8, "table"),
    field(9, new Uint8Array(Float32Array.from(rows.flat()).buffer)),
  );
  const gather = message(field(1, "table"), field(1, "input_ids"), field(2, "logits"), field(4, "Gather"));
  const graph = message(
    field(1, gather),
    field(2, "tiny"),
    field(5, table),
    ...inputs.map((name) => field(11, described(name, INT64, [1, "n"]))),
    field(12, described("logits", FLOAT, [1, "n", labels.length])),
  );
  return message(field(1, 8), field(7, graph), field(8, message(field(1, ""), field(2, 13))));
}

/** The file and what stands beside it, in a folder. */
export function writeTinyModel(folder: string, model: TinyModel = TINY): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "names.onnx");
  writeFileSync(file, tinyOnnx(model));
  writeFileSync(join(folder, "vocab.txt"), `${Object.keys(model.tokens).join("\n")}\n`);
  const id2label = Object.fromEntries(model.labels.map((label, index) => [index, label]));
  writeFileSync(join(folder, "config.json"), JSON.stringify({ id2label, max_position_embeddings: 32 }));
  return file;
}
