/** E-mail addresses: RFC 5321 with the local parts people use, and domains with a plausible end. */
import { ALNUM, CLASS, is, isDigit } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

/** RFC 5321 section 4.5.3.1. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;
const DOT = 0x2e;
const HYPHEN = 0x2d;

const LOCAL = new Uint8Array(256);
for (const byte of new TextEncoder().encode("!#$%&'*+-/=?^_`{|}~.")) LOCAL[byte] = 1;
/** Allowed by the RFC, but far more often a quote, a separator or markup around the address. */
for (const byte of new TextEncoder().encode("!#$&'*/=?^`{|}~")) LOCAL[byte] = 0;

function isLocal(byte: number | undefined): boolean {
  return byte !== undefined && (LOCAL[byte] === 1 || ((CLASS[byte] ?? 0) & (ALNUM | 8)) !== 0);
}

export const email: Recognizer = {
  name: "email",
  types: ["EMAIL"],
  literals: [{ text: "@" }],
  atLiteral(text: Text, at: number, _end: number, _literal: number, emit: Emit): void {
    const { bytes } = text;
    let start = at;
    while (start > text.start && at - start < MAX_LOCAL && isLocal(bytes[start - 1])) start -= 1;
    while (start < at && (bytes[start] === DOT || bytes[start] === HYPHEN)) start += 1;
    if (start === at || bytes[at - 1] === DOT) return;
    const end = domainEnd(text, at + 1);
    if (end > at) emit("EMAIL", start, end, 0.99, "structure");
  },
};

/** The end of a domain with at least two labels, the last of two or more letters; -1 without one. */
function domainEnd({ bytes, end }: Text, from: number): number {
  let at = from;
  let label = from;
  let labels = 0;
  let last = -1;
  const limit = Math.min(end, from + MAX_DOMAIN);
  while (at <= limit) {
    const byte = at < limit ? bytes[at] : undefined;
    const isIn = byte !== undefined && (is(bytes, at, ALNUM | 8) || (byte === HYPHEN && at > label));
    if (!isIn) {
      if (at === label) break;
      let stop = at;
      while (bytes[stop - 1] === HYPHEN) stop -= 1;
      labels += 1;
      if (labels > 1 && stop - label >= 2 && !isDigit(bytes[label])) last = stop;
      if (byte !== DOT || stop !== at) break;
      label = at + 1;
    }
    at += 1;
  }
  return last;
}
