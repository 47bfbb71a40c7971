/** Where bytes stop being UTF-8. */
import { isUtf8 } from "node:buffer";

const NEWLINE = 0x0a;

/** Offset of the first byte that belongs to no character, or undefined where all do. */
export function invalidAt(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end))) return firstBad(bytes, start, end);
    start = end;
  }
  return undefined;
}

function firstBad(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; ) {
    const size = sizeOf(bytes[at] ?? 0);
    if (size > 1 && (at + size > end || !isUtf8(bytes.subarray(at, at + size)))) return at;
    if (size === 0) return at;
    at += size;
  }
  return start;
}

/** Bytes of the character that begins with `lead`; 0 where none does. */
function sizeOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Each wrong byte sequence becomes U+FFFD; a byte order mark stays. */
export function withReplacements(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
}
