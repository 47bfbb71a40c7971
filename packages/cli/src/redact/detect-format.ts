/**
 * The beginning of an input -> its format
 *
 * JSON, in lines or laid out over many, is read as it stands in the file, escapes and all: each of
 * its lines holds whole strings. Everything else is plain text.
 */
import type { Chunks } from "./chunks.ts";
import type { LineFormat } from "./engine.ts";
import { PAUSE } from "./pieces.ts";

const ENOUGH = 64;
const OBJECT = /^\{\s*(?:"|\}|$)/;
const ARRAY = /^\[\s*(?:["{[\]\d-]|true|false|null|$)/;

function formatOf(beginning: Uint8Array): LineFormat {
  const text = new TextDecoder().decode(beginning).trimStart();
  return OBJECT.test(text) || ARRAY.test(text) ? "jsonl" : "text";
}

/** The format, and the chunks as they were given. */
export async function detected(
  chunks: Chunks,
): Promise<{ readonly format: LineFormat; readonly chunks: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let beginning = new Uint8Array(0);
  while (new TextDecoder().decode(beginning).trimStart().length < 2 && beginning.length < ENOUGH * 1024) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    if (value === PAUSE) continue;
    first.push(value);
    beginning = Buffer.concat([beginning, value.subarray(0, ENOUGH * 16)]);
  }
  return { format: formatOf(beginning.subarray(0, ENOUGH * 64)), chunks: again(first, iterator) };
}

async function* again(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array | typeof PAUSE>,
): AsyncGenerator<Uint8Array | typeof PAUSE> {
  yield* first;
  try {
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
