/**
 * A file's bytes -> its text in UTF-8, or undefined where it is no text
 *
 * Binary is what holds a zero byte early on, as git has it. UTF-16 holds many and is text all the
 * same: with its mark at the front it is translated.
 */
import type { Chunks } from "../redact/chunks.ts";

/** What git looks at, too, to tell text from the rest. */
const SAMPLE_BYTES = 8000;
const LITTLE = 0xfffe;
const BIG = 0xfeff;

export async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<Chunks | undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  const { done, value } = await iterator.next();
  if (done === true) return again([], iterator);
  const mark = ((value[0] ?? 0) << 8) | (value[1] ?? 0);
  if (mark === LITTLE || mark === BIG) {
    return translated(again([value], iterator), mark === LITTLE ? "utf-16le" : "utf-16be");
  }
  if (!value.subarray(0, SAMPLE_BYTES).includes(0)) return again([value], iterator);
  await iterator.return?.();
  return undefined;
}

async function* again(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* translated(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
