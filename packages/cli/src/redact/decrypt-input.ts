/**
 * An input with tags of encrypted values -> the same with the values
 *
 * Bytes that are no tag are copied as they are, UTF-8 or not. In JSON a value is written with its
 * escapes, so that each line stays valid.
 */
import { ProvisoError } from "@proviso/core";
import { textDecrypter } from "@proviso/core/redact";
import type { Chunks } from "./chunks.ts";
import { detected } from "./detect-format.ts";
import type { LineFormat } from "./engine.ts";
import { Pending } from "./pending.ts";
import { linesIn } from "./piece.ts";
import { PAUSE } from "./pieces.ts";

export interface Decrypting {
  readonly key: Uint8Array;
  readonly scope: string;
  readonly format: LineFormat | "auto";
}

export interface DecryptedInput {
  readonly name: string;
  readonly format: LineFormat;
  /** How many values, by type. */
  readonly counts: ReadonlyMap<string, number>;
  /** Tags without an end, which stay. */
  readonly cut: number;
}

const NEWLINE = 0x0a;

/** @throws ProvisoError KEY_MISMATCH with file and line */
export async function decryptInput(
  name: string,
  chunks: Chunks,
  { key, scope, format }: Decrypting,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<DecryptedInput> {
  const known = format === "auto" ? await detected(chunks) : { format, chunks };
  const decryptText = textDecrypter({ key, scope, write: writerFor(known.format) });
  const counts = new Map<string, number>();
  let cut = 0;
  let line = 0;
  for await (const bytes of linesOf(known.chunks)) {
    const decrypted = placed(name, line, () => decryptText(asText(bytes)));
    cut += decrypted.cut;
    for (const [type, times] of decrypted.counts) counts.set(type, (counts.get(type) ?? 0) + times);
    await write(decrypted.counts.size === 0 ? bytes : Buffer.from(decrypted.text, "latin1"));
    line += linesIn(bytes);
  }
  return { name, format: known.format, counts, cut };
}

/** A character for each byte: nothing that is no tag can be changed. */
function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

function writerFor(format: LineFormat): (value: string) => string {
  const latin = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
  return format === "text" ? latin : (value) => latin(JSON.stringify(value).slice(1, -1));
}

function placed<T>(file: string, before: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProvisoError)) throw error;
    const { code, message, place, hint } = error;
    throw new ProvisoError(code, message, { place: { file, line: before + (place.line ?? 1) }, hint });
  }
}

/** Whole lines, and never between two line ends: what follows a value of several lines goes with it. */
async function* linesOf(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const pending = new Pending();
  for await (const chunk of chunks) {
    if (chunk === PAUSE) continue;
    const before = pending.size;
    pending.add(chunk);
    const cut = lastLineStart(chunk);
    if (cut > 0) yield pending.take(before + cut);
  }
  if (pending.size > 0) yield pending.take(pending.size);
}

/** Where the last line begins that is not empty; 0 without one. */
function lastLineStart(bytes: Uint8Array): number {
  for (
    let at = bytes.lastIndexOf(NEWLINE, bytes.length - 2);
    at >= 0;
    at = bytes.lastIndexOf(NEWLINE, at - 1)
  ) {
    if (bytes[at + 1] !== NEWLINE) return at + 1;
    if (at === 0) break;
  }
  return 0;
}
