/**
 * An encoded part -> **Decoded**: its text, and how to write a changed text in the same encoding
 */
import { CLASS, HEX, is } from "../scan/bytes.ts";
import { MARGIN, type Text } from "../scan/text.ts";

export interface Decoded {
  readonly text: Text;
  /**
   * For each byte of the decoded text where in the source it begins, and last where the part ends;
   * undefined where a change of a part changes the whole, as in base64.
   */
  readonly origins: Int32Array | undefined;
}

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const SEMICOLON = 0x3b;
const encoder = new TextEncoder();

/** Undoes `%40`, `&#64;`, `&#x40;`, `&amp;`, `\u0040` and `\x40`; undefined if there was none. */
export function decodeEscapes(bytes: Uint8Array, start: number, end: number): Decoded | undefined {
  const out = new Uint8Array(end - start + 2 * MARGIN);
  const origins = new Int32Array(end - start + 1);
  let size = 0;
  let at = start;
  let undone = 0;
  const put = (byte: number): void => {
    out[MARGIN + size] = byte;
    origins[size] = at;
    size += 1;
  };
  while (at < end) {
    const found = escapeAt(bytes, at, end);
    if (found === undefined) {
      put(bytes[at] as number);
      at += 1;
      continue;
    }
    undone += 1;
    // What is decoded may be a control character; nothing may stand for a hard end.
    if (found.byte !== undefined) put(found.byte === 0 ? 0x20 : found.byte);
    else for (const byte of encoder.encode(String.fromCodePoint(found.point || 0x20))) put(byte);
    at += found.size;
  }
  if (undone === 0) return undefined;
  origins[size] = end;
  return { text: { bytes: out, start: MARGIN, end: MARGIN + size }, origins };
}

type Escape =
  | { readonly byte: number; readonly size: number }
  | { readonly byte: undefined; readonly point: number; readonly size: number };

function escapeAt(bytes: Uint8Array, at: number, end: number): Escape | undefined {
  const byte = bytes[at];
  if (byte === PERCENT && isHex(bytes, at + 1, 2, end)) {
    return { byte: hexOf(bytes, at + 1, 2), size: 3 };
  }
  if (byte === BACKSLASH && bytes[at + 1] === 0x78 && isHex(bytes, at + 2, 2, end)) {
    return { byte: undefined, point: hexOf(bytes, at + 2, 2), size: 4 };
  }
  if (byte === BACKSLASH && bytes[at + 1] === 0x75 && isHex(bytes, at + 2, 4, end)) {
    const unit = hexOf(bytes, at + 2, 4);
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    return { byte: undefined, point: isSurrogate ? 0xfffd : unit, size: 6 };
  }
  return byte === AMPERSAND ? entityAt(bytes, at, end) : undefined;
}

/** Numeric references, and the one name that hides others. */
function entityAt(bytes: Uint8Array, at: number, end: number): Escape | undefined {
  if (bytes[at + 1] !== 0x23) return undefined;
  const isHexadecimal = ((bytes[at + 2] ?? 0) | 0x20) === 0x78;
  let stop = at + (isHexadecimal ? 3 : 2);
  let point = 0;
  const from = stop;
  while (stop < end && stop - from < 7 && is(bytes, stop, isHexadecimal ? HEX : 1)) {
    point = point * (isHexadecimal ? 16 : 10) + digitOf(bytes[stop] as number);
    stop += 1;
  }
  if (stop === from || bytes[stop] !== SEMICOLON || point > 0x10ffff) return undefined;
  return { byte: undefined, point: point >= 0xd800 && point <= 0xdfff ? 0xfffd : point, size: stop + 1 - at };
}

function isHex(bytes: Uint8Array, at: number, count: number, end: number): boolean {
  if (at + count > end) return false;
  for (let index = 0; index < count; index += 1) {
    if (((CLASS[bytes[at + index] ?? 0] ?? 0) & HEX) === 0) return false;
  }
  return true;
}

function hexOf(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = 0; index < count; index += 1) value = value * 16 + digitOf(bytes[at + index] as number);
  return value;
}

function digitOf(byte: number): number {
  return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
}
