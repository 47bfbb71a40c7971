/**
 * Encoding checks that every reader makes before a byte is believed.
 *
 * Exports are UTF-8. Anything else is refused with its place, since a lenient decoder would
 * turn damaged text into other text and the digests of a decision would no longer mean the input.
 */
import { ProvisoError } from "../../errors.ts";

export type Utf8Check = (bytes: Uint8Array) => boolean;

const SAVE_AS_UTF8 = "save the file as UTF-8, or export it again";

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Length of the UTF-8 byte order mark at the start of a file: 3 or 0.
 * @throws ProvisoError INPUT_ENCODING for UTF-16 and UTF-32, by mark or by the NUL bytes of its ASCII
 */
export function skipMark(head: Uint8Array, file: string): number {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 3;
  const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const bare = head.length >= 4 && ((a === 0 && b !== 0) || (b === 0 && a !== 0 && d === 0));
  if (marked || bare) {
    throw new ProvisoError("INPUT_ENCODING", `\`${file}\` is UTF-16 or UTF-32, not UTF-8`, {
      place: { file, offset: 0 },
      hint: SAVE_AS_UTF8,
    });
  }
  return 0;
}

/** Index of the first byte that cannot be part of well-formed UTF-8 (RFC 3629), or -1. */
export function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0;
  // The second byte's range also shuts out overlong forms, surrogates and what lies past U+10FFFF.
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

/**
 * Refuses a record that is not well-formed UTF-8; `offset` is the record's place in the file.
 * @throws ProvisoError INPUT_ENCODING
 */
export function requireUtf8(
  bytes: Uint8Array,
  file: string,
  offset: number,
  line: number,
  isUtf8: Utf8Check = decodes,
): void {
  if (isUtf8(bytes)) return;
  const at = Math.max(0, firstInvalid(bytes));
  throw new ProvisoError("INPUT_ENCODING", `byte 0x${(bytes[at] ?? 0).toString(16)} is not valid UTF-8`, {
    place: { file, line, offset: offset + at },
    hint: SAVE_AS_UTF8,
  });
}
