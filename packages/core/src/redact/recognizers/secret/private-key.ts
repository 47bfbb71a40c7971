/**
 * Private keys in armour: PEM of every kind (PKCS 1 and 8, EC, OpenSSH, PGP, SSH2), with line breaks,
 * escaped or in pieces of a program; cut off before the end; PuTTY's own form; and PEM wrapped in base64.
 *
 * The armour says it all, so whatever stands inside it goes.
 */
import { ALNUM, is, UPPER } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { ALPHABETS } from "./alphabet.ts";
import { isQuote } from "./assignment.ts";

const LONGEST = 65_536;
/** Between `BEGIN` and `PRIVATE`: "ENCRYPTED", "OPENSSH", "SSH2 ENCRYPTED". */
const MAX_KIND = 40;
/** After `PRIVATE KEY`: " BLOCK", a space. */
const MAX_LABEL = 8;
const DASH = 0x2d;
const SPACE = 0x20;
const LINE = 0x0a;
/** Fewest characters of base64 on end that are a key and not a word. */
const FEWEST = 24;

const PEM = 0;
const PUTTY = 1;

export const privateKey: Recognizer = {
  name: "private-key",
  types: ["PRIVATE_KEY"],
  literals: [{ text: "PRIVATE KEY" }, { text: "Private-Lines: " }, { text: "LS0tLS1CRUdJTi" }],
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    if (literal === PEM) armoured(text, start, end, emit);
    else if (literal === PUTTY) putty(text, end, emit);
    else wrapped(text, start, emit);
  },
};

function armoured(text: Text, start: number, end: number, emit: Emit): void {
  const { bytes } = text;
  const begin = beginOf(text, start);
  if (begin < 0) return;
  let body = end;
  const limit = Math.min(text.end, begin + LONGEST);
  // ` BLOCK`, and the dashes; an armour without a body has those of its end right behind them.
  while (body < limit && body - end < MAX_LABEL && (bytes[body] === SPACE || is(bytes, body, UPPER)))
    body += 1;
  const dashes = body;
  while (body < limit && body - dashes < 5 && bytes[body] === DASH) body += 1;
  if (body - dashes < 4) return;
  let run = 0;
  let longest = 0;
  let last = -1;
  let at = body;
  for (; at < limit && bytes[at] !== HARD; at += 1) {
    if (bytes[at] === DASH && bytes[at + 1] === DASH && bytes[at + 2] === DASH && bytes[at + 3] === DASH)
      break;
    run = ALPHABETS.base64pad[bytes[at] as number] === 1 ? run + 1 : 0;
    if (run > longest) longest = run;
    if (run >= FEWEST) last = at + 1;
  }
  if (longest < FEWEST) return;
  const isClosed = at < limit && bytes[at] === DASH;
  emit("PRIVATE_KEY", begin, isClosed ? closing(text, at) : tail(text, last), 0.99, "structure");
}

/** The offset of the dashes before `BEGIN`, if what stands before `start` is that line's beginning; else -1. */
function beginOf({ bytes, start: first }: Text, start: number): number {
  let at = start;
  const limit = Math.max(first, start - MAX_KIND);
  while (at > limit && (is(bytes, at - 1, ALNUM) || bytes[at - 1] === SPACE)) at -= 1;
  const isBegin =
    bytes[at] === SPACE
      ? bytes[at + 1] === 0x42 && bytes[at + 2] === 0x45
      : bytes[at] === 0x42 && bytes[at + 1] === 0x45 && bytes[at + 2] === 0x47;
  if (!isBegin) return -1;
  let begin = at;
  while (begin > first && at - begin < 5 && bytes[begin - 1] === DASH) begin -= 1;
  return at - begin >= 4 ? begin : -1;
}

/** The end of `-----END ... -----` at `at`; the dashes alone if something else follows them. */
function closing({ bytes, end }: Text, at: number): number {
  let stop = at;
  while (stop < end && bytes[stop] === DASH) stop += 1;
  let after = stop;
  const limit = Math.min(end, stop + 48);
  while (after < limit && (is(bytes, after, UPPER) || is(bytes, after, ALNUM) || bytes[after] === SPACE))
    after += 1;
  if (bytes[after] !== DASH) return at;
  while (after < end && bytes[after] === DASH) after += 1;
  return after;
}

/** A key that is cut off: the last, shorter line of base64 belongs to it. */
function tail({ bytes, end }: Text, last: number): number {
  let at = last;
  while (at < end && isLineEnd(bytes, at)) at += 1;
  let stop = at;
  while (stop < end && ALPHABETS.base64pad[bytes[stop] as number] === 1) stop += 1;
  const isLast = bytes[stop - 1] === 0x3d || stop === end || bytes[stop] === HARD || isQuote(bytes[stop]);
  return stop > at && stop - at < FEWEST && isLast ? stop : last;
}

function isLineEnd(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return byte === LINE || byte === 0x0d || byte === SPACE;
}

/** `Private-Lines: 4` and that many lines of base64. */
function putty({ bytes, end }: Text, from: number, emit: Emit): void {
  let at = from;
  let wanted = 0;
  while (at < end && is(bytes, at, ALNUM) && at - from < 4) {
    wanted = wanted * 10 + (bytes[at] as number) - 0x30;
    at += 1;
  }
  let lines = 0;
  let first = -1;
  let last = -1;
  // In a JSON string a line break is shown as a space and one.
  while (lines < wanted && at < end && isLineEnd(bytes, at)) {
    while (at < end && isLineEnd(bytes, at)) at += 1;
    const line = at;
    while (at < end && ALPHABETS.base64pad[bytes[at] as number] === 1) at += 1;
    if (at - line < 4) break;
    if (first < 0) first = line;
    last = at;
    lines += 1;
  }
  if (last > first + FEWEST) emit("PRIVATE_KEY", first, last, 0.99, "structure");
}

/** `LS0tLS1CRUdJTi` is "-----BEGIN " in base64; whether a private key follows is in the next letters. */
function wrapped({ bytes, start: first, end }: Text, start: number, emit: Emit): void {
  if (start > first && ALPHABETS.base64pad[bytes[start - 1] as number] === 1) return;
  let at = start;
  while (at < end && ALPHABETS.base64pad[bytes[at] as number] === 1) at += 1;
  if (at - start < 60) return;
  try {
    const head = atob(String.fromCharCode(...bytes.subarray(start, start + 56)));
    if (head.includes("PRIVATE")) emit("PRIVATE_KEY", start, at, 0.99, "structure");
  } catch {
    // Not base64 after all (a padding sign in the middle): not ours.
  }
}
