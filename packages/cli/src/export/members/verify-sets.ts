/**
 * Export folder -> whether its sets are what the manifest commits to
 *
 * A proof cannot show that a set is sorted, nor that it is the set of the shards' lines: whoever has
 * the private files can, and does it here.
 */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import {
  compareTokens,
  type Manifest,
  SET_FILES,
  SET_KINDS,
  SetBuilder,
  type SetKind,
  TOKEN_BYTES,
} from "@proviso/core/export";
import { INDEX_FILE } from "../index-file.ts";
import { type OpenSet, openSet } from "./open-set.ts";
import { MOST_TOKENS, tokenAt, tokenOrder } from "./token-order.ts";

export interface SetMismatch {
  readonly file: string;
  /**
   * `other-set`: its root, or its length, is not the manifest's. `other-tokens`: the index does not
   * name just the conversations of the set.
   */
  readonly what: "unsorted" | "other-set" | "other-tokens";
}

const BLOCK = TOKEN_BYTES * 2_048;
const PREFIXES = 2 ** 32;
const TOKENS_PER_PASS = MOST_TOKENS / 2;
/** A line of the index begins with it. */
const LINE = /^\{"token":"([0-9a-f]{64})",/;

/**
 * Files in `known` are named already, and left alone.
 * @param tokensPerPass for tests
 */
export async function verifySets(
  folder: string,
  manifest: Manifest,
  known: ReadonlySet<string>,
  tokensPerPass: number = TOKENS_PER_PASS,
): Promise<readonly SetMismatch[]> {
  const found: SetMismatch[] = [];
  const sound = new Set<SetKind>();
  for (const kind of SET_KINDS.filter((one) => !known.has(SET_FILES[one]))) {
    const what = verifySet(folder, kind, manifest);
    if (what === undefined) sound.add(kind);
    else found.push({ file: SET_FILES[kind], what });
  }
  if (known.has(INDEX_FILE) || !sound.has("conversations")) return found;
  const open = openSet(folder, "conversations", manifest);
  try {
    if (!(await isOfSet(join(folder, INDEX_FILE), open, tokensPerPass))) {
      found.push({ file: INDEX_FILE, what: "other-tokens" });
    }
  } finally {
    open.close();
  }
  return found;
}

function verifySet(folder: string, kind: SetKind, manifest: Manifest): SetMismatch["what"] | undefined {
  let open: OpenSet;
  try {
    open = openSet(folder, kind, manifest);
  } catch (error) {
    if (error instanceof ProvisoError && error.code === "MANIFEST_INVALID") return "other-set";
    throw error;
  }
  const { size, root } = manifest.members[kind];
  try {
    const builder = new SetBuilder();
    for (const token of tokensOf(open)) builder.add(token);
    if (builder.set().root !== root) return "other-set";
    let offset = size * TOKEN_BYTES;
    for (const bytes of builder.upper()) {
      if (Buffer.compare(open.read(offset, bytes.length), bytes) !== 0) return "other-set";
      offset += bytes.length;
    }
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return "unsorted";
    throw error;
  } finally {
    open.close();
  }
}

function* tokensOf({ set, read }: OpenSet): Generator<Uint8Array> {
  const end = set.size * TOKEN_BYTES;
  for (let offset = 0; offset < end; offset += BLOCK) {
    const block = read(offset, Math.min(BLOCK, end - offset));
    for (let place = 0; place < block.length / TOKEN_BYTES; place += 1) yield tokenAt(block, place);
  }
}

/** In passes over the index, each for the tokens of one range: they may not all fit into memory. */
async function isOfSet(index: string, open: OpenSet, tokensPerPass: number): Promise<boolean> {
  const passes = Math.max(1, Math.ceil(open.set.size / tokensPerPass));
  const members = tokensOf(open);
  for (let pass = 0; pass < passes; pass += 1) {
    const tokens = await tokensIn(index, pass, passes);
    if (tokens === undefined) return false;
    for (const place of tokenOrder(tokens)) {
      const { value } = members.next();
      if (!(value instanceof Uint8Array) || compareTokens(value, tokenAt(tokens, place)) !== 0) return false;
    }
  }
  return members.next().done === true;
}

/** Undefined where it is no index, or one of far more lines than the set has tokens. */
async function tokensIn(index: string, pass: number, passes: number): Promise<Uint8Array | undefined> {
  const found: Buffer[] = [];
  for await (const line of linesOf(index)) {
    const [, hex] = LINE.exec(line) ?? [];
    if (hex === undefined) return undefined;
    const prefix = Number.parseInt(hex.slice(0, 8), 16);
    if (Math.floor((prefix / PREFIXES) * passes) !== pass) continue;
    if (found.push(Buffer.from(hex, "hex")) > MOST_TOKENS) return undefined;
  }
  return Buffer.concat(found);
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "latin1", highWaterMark: 1 << 20 })) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
