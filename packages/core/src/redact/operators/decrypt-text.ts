/**
 * Text with tags of encrypted values -> the text with the values
 *
 * Tags stand where the values stood, also inside of base64. A value of several lines was followed by as
 * many empty ones, so that lines kept their numbers; those go again. All tags are opened, or none: a tag
 * of another key ends it. What is left of a tag that was cut is counted and stays.
 */
import { ProvisoError } from "../../errors.ts";
import { decodeBase64, encodeBase64Like } from "../encoded/base64.ts";
import { textOf } from "../scan/text.ts";
import { decrypter } from "./encrypt.ts";

export interface DecryptTextOptions {
  readonly key: Uint8Array;
  readonly scope: string;
  /** How a value is written where it stood, such as with the escapes of JSON; by default as it is. */
  readonly write?: (value: string) => string;
}

export interface DecryptedText {
  readonly text: string;
  /** How many values, by type. */
  readonly counts: ReadonlyMap<string, number>;
  /** Tags without an end. */
  readonly cut: number;
}

/** A tag (its payload is 16 bytes at least), or what may be base64 with tags in it. */
const PARTS =
  /\[([A-Z][A-Z0-9_]*):enc:v1:[A-Za-z0-9_-]{22,}(\])?|(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{40,}={0,2}/g;
const ESCAPED = /^\\[bfnrt]$/;
const MARK = ":enc:v1:";
/** As deep as encoded parts are looked into when redacting. */
const MAX_DEPTH = 3;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * @returns what undoes a text; it throws KEY_MISMATCH with the line of the tag, from 1
 * @throws ProvisoError KEY_INVALID
 */
export function textDecrypter({
  key,
  scope,
  write = (value) => value,
}: DecryptTextOptions): (text: string) => DecryptedText {
  const open = decrypter({ key, scope });

  function undone(
    text: string,
    counts: Map<string, number>,
    writeAs: (value: string) => string,
    depth: number,
  ) {
    let written = "";
    let copied = 0;
    let cut = 0;
    for (const match of text.matchAll(PARTS)) {
      const [whole, type, end] = match;
      // `\nTm90…`: in JSON the first letter is of an escape.
      const isEscaped = type === undefined && ESCAPED.test(text.slice(match.index - 1, match.index + 1));
      const part = isEscaped ? whole.slice(1) : whole;
      const at = match.index + (isEscaped ? 1 : 0);
      let next = at + part.length;
      let instead: string;
      if (type === undefined) {
        const inner = depth < MAX_DEPTH ? base64Text(part) : undefined;
        if (inner === undefined) continue;
        const within = undone(inner, counts, (value) => value, depth + 1);
        cut += within.cut;
        if (within.text === inner) continue;
        instead = likeBase64(part, within.text);
      } else if (end === undefined) {
        cut += 1;
        continue;
      } else {
        const { value } = opened(part, text, at);
        counts.set(type, (counts.get(type) ?? 0) + 1);
        instead = writeAs(value);
        const lines = depth === 0 ? linesIn(instead) : 0;
        for (let line = 0; line < lines && text[next] === "\n"; line += 1) next += 1;
      }
      written += text.slice(copied, at) + instead;
      copied = next;
    }
    return { text: written + text.slice(copied), cut };
  }

  function opened(tag: string, text: string, at: number) {
    try {
      return open(tag);
    } catch (error) {
      if (!(error instanceof ProvisoError)) throw error;
      const { code, message, hint } = error;
      throw new ProvisoError(code, message, { place: { line: linesIn(text.slice(0, at)) + 1 }, hint });
    }
  }

  return (text) => {
    const counts = new Map<string, number>();
    return { ...undone(text, counts, write, 0), counts };
  };
}

/** What a part encodes, if tags are in it, or base64 in which they may be. */
function base64Text(part: string): string | undefined {
  const { bytes, start, end } = textOf(part);
  const decoded = decodeBase64(bytes, start, end)?.text;
  if (decoded === undefined) return undefined;
  const text = decoder.decode(decoded.bytes.subarray(decoded.start, decoded.end));
  return text.includes(MARK) || /[A-Za-z0-9+/_-]{40}/.test(text) ? text : undefined;
}

function likeBase64(part: string, text: string): string {
  const { bytes, start, end } = textOf(part);
  return encodeBase64Like(encoder.encode(text), bytes, start, end);
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
