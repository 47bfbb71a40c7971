/**
 * Tokens that have a form but no fixed text to stop at: Discord's bot tokens and the personal tokens
 * of Jira and Confluence, which begin with a number in base64; keys of Mailgun; the old tokens of Vault.
 */
import { is, isDigit, WORD } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { ALPHABETS } from "./alphabet.ts";
import { looksRandom, newTraits, readTraits } from "./randomness.ts";

const DOT = 0x2e;
const SMALL_S = 0x73;
/** Characters of a Jira token, without padding: 33 bytes. */
const JIRA = 44;
const VAULT = 24;
const MAILGUN = 32;
const HYPHEN = 0x2d;

const traits = newTraits();

export const bareToken: Recognizer = {
  name: "bare-token",
  types: ["API_KEY"],
  token: { min: 23, max: JIRA },
  atToken(text: Text, start: number, end: number, emit: Emit): void {
    const { bytes } = text;
    const first = bytes[start];
    // A digit is 0x30 to 0x39: in base64 its first character is M, N or O.
    if (first !== undefined && first >= 0x4d && first <= 0x4f) {
      if (end - start === JIRA) jira(text, start, end, emit);
      else if (end - start <= 28 && bytes[end] === DOT) discord(text, start, end, emit);
    } else if (end - start === MAILGUN && bytes[end] === HYPHEN) {
      mailgun(text, start, end, emit);
    } else if (end - start === VAULT && bytes[start - 1] === DOT && bytes[start - 2] === SMALL_S) {
      vault(text, start, end, emit);
    }
  },
};

/** `<ID in base64>.<6>.<27 to 38>`. */
function discord({ bytes, end: limit }: Text, start: number, from: number, emit: Emit): void {
  const { url } = ALPHABETS;
  let at = from + 1;
  while (at < limit && at - from < 8 && url[bytes[at] as number] === 1) at += 1;
  if (at - from !== 7 || bytes[at] !== DOT) return;
  const last = at + 1;
  at = last;
  while (at < limit && at - last < 40 && url[bytes[at] as number] === 1) at += 1;
  const isWhole = at - last >= 27 && at - last <= 38;
  if (isWhole && isNumber(bytes, start, 16)) emit("API_KEY", start, at, 0.95, "structure");
}

/** `<number>:<20 bytes>`, in base64. */
function jira({ bytes }: Text, start: number, end: number, emit: Emit): void {
  const decoded = decode(bytes, start, JIRA);
  const colon = decoded.indexOf(":");
  if (colon < 8 || colon > 13 || !/^\d+$/.test(decoded.slice(0, colon))) return;
  emit("API_KEY", start, end, 0.9, "structure");
}

/** Hexadecimal digits: 32, 8 and 8. */
function mailgun({ bytes, end: limit }: Text, start: number, from: number, emit: Emit): void {
  const end = from + 18;
  if (end > limit || bytes[from + 9] !== HYPHEN || (end < limit && is(bytes, end, WORD))) return;
  for (let at = start; at < end; at += 1) {
    if (at !== from && at !== from + 9 && ALPHABETS.hex[bytes[at] as number] !== 1) return;
  }
  emit("API_KEY", start, end, 0.9, "structure");
}

/** `s.` and 24 letters and digits. */
function vault({ bytes, start: first }: Text, start: number, end: number, emit: Emit): void {
  if (start - 2 < first || (start - 3 >= first && is(bytes, start - 3, WORD))) return;
  readTraits(bytes, start, end, traits);
  if (looksRandom(traits)) emit("API_KEY", start - 2, end, 0.9, "structure");
}

function isNumber(bytes: Uint8Array, start: number, size: number): boolean {
  const decoded = decode(bytes, start, size);
  for (let at = 0; at < decoded.length; at += 1) if (!isDigit(decoded.charCodeAt(at))) return false;
  return decoded !== "";
}

/** `size` characters of base64, a multiple of four, as characters of one byte. */
function decode(bytes: Uint8Array, start: number, size: number): string {
  return atob(String.fromCharCode(...bytes.subarray(start, start + size)));
}
