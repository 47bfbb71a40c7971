/**
 * A log of tokens -> the same, ascending and each once, in bounded memory
 *
 * Tokens come out of a keyed hash, so they are spread evenly: they are first put into files by their
 * first bits, and each file is then sorted by itself. Nothing needs to be merged.
 */
import { createReadStream, mkdirSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareTokens, TOKEN_BYTES } from "@proviso/core/export";
import { AppendFile } from "../append-file.ts";
import { MOST_TOKENS, tokenAt, tokenOrder } from "./token-order.ts";

/** Room for chance: files that are half full on average never fill up. */
const TOKENS_PER_FILE = MOST_TOKENS / 2;
const BUFFERED = 2_048 * TOKEN_BYTES;
const PREFIXES = 2 ** 32;

/**
 * @param work a folder that it may make, and takes away
 * @param tokensPerFile for tests
 */
export async function* sortTokens(
  path: string,
  work: string,
  tokensPerFile: number = TOKENS_PER_FILE,
): AsyncGenerator<Uint8Array> {
  const size = statSync(path).size / TOKEN_BYTES;
  if (size <= tokensPerFile) {
    yield sorted(await readFile(path));
    return;
  }
  mkdirSync(work, { recursive: true });
  try {
    for (const file of await spread(path, work, Math.ceil(size / tokensPerFile))) {
      yield sorted(await readFile(file));
      rmSync(file);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @returns the files in order: all tokens of one are below all of the next */
async function spread(path: string, work: string, number: number): Promise<readonly string[]> {
  const paths = Array.from({ length: number }, (_, index) => join(work, `${index}`));
  const files: AppendFile[] = [];
  const waiting = paths.map(() => ({ bytes: new Uint8Array(BUFFERED), end: 0 }));
  const flush = async (index: number): Promise<void> => {
    const one = waiting[index];
    if (one === undefined) return;
    await files[index]?.write(one.bytes.subarray(0, one.end));
    one.end = 0;
  };
  try {
    for (const one of paths) files.push(await AppendFile.open(one, 0));
    for await (const tokens of wholeTokens(path)) {
      const view = new DataView(tokens.buffer, tokens.byteOffset, tokens.byteLength);
      for (let at = 0; at < tokens.length; at += TOKEN_BYTES) {
        const index = Math.floor((view.getUint32(at) / PREFIXES) * number);
        const one = waiting[index];
        if (one === undefined) continue;
        one.bytes.set(tokens.subarray(at, at + TOKEN_BYTES), one.end);
        one.end += TOKEN_BYTES;
        if (one.end === BUFFERED) await flush(index);
      }
    }
    for (const index of paths.keys()) await flush(index);
  } finally {
    for (const file of files) await file.close();
  }
  return paths;
}

/** @throws Error for a file that ends within a token: our own, so it was cut */
async function* wholeTokens(path: string): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % TOKEN_BYTES);
    yield bytes.subarray(0, whole);
    rest = bytes.subarray(whole);
  }
  if (rest.length > 0) throw new Error(`INVARIANT: ${path} holds whole tokens`);
}

function sorted(tokens: Uint8Array): Uint8Array {
  const out = new Uint8Array(tokens.length);
  let end = 0;
  for (const place of tokenOrder(tokens)) {
    const token = tokenAt(tokens, place);
    if (end > 0 && compareTokens(out.subarray(end - TOKEN_BYTES, end), token) === 0) continue;
    out.set(token, end);
    end += TOKEN_BYTES;
  }
  return out.subarray(0, end);
}
