/**
 * Bytes of a piece -> the **texts** of each of its documents, as somebody reads them
 *
 * What is read as JSON is parsed for the model's sake only; the bytes themselves are redacted as they
 * stand. A line that cannot be parsed, such as one of a laid out file, is shown to the model as it is.
 */
import type { LineFormat } from "../redact/engine.ts";

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/g;
const JSON_LINE = /^\s*[{["]/;

/** By document: one for each line of JSON, one for all of a plain text. */
export function pieceTexts(bytes: Uint8Array, format: LineFormat): readonly (readonly string[])[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  if (format === "text") return [[text]];
  return text.split("\n").map((line) => lineTexts(line.replace(/^\ufeff/, "")));
}

function lineTexts(line: string): readonly string[] {
  if (!JSON_LINE.test(line)) return [line];
  try {
    return stringsIn(JSON.parse(line));
  } catch {
    return [line.replace(ESCAPE, unescaped)];
  }
}

/** In order. Names of fields only where they look like something that somebody has written. */
function stringsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  // No recursion: a line of nothing but brackets may be deeper than the stack.
  const stack: unknown[] = [value];
  while (stack.length > 0) {
    const one = stack.pop();
    if (typeof one === "string") texts.push(one);
    else if (Array.isArray(one)) for (let at = one.length - 1; at >= 0; at -= 1) stack.push(one[at]);
    else if (typeof one === "object" && one !== null) {
      for (const [key, inner] of Object.entries(one).reverse()) {
        stack.push(inner);
        if (/\s/.test(key)) stack.push(key);
      }
    }
  }
  return texts;
}

function unescaped(_: string, hex: string | undefined, letter: string | undefined): string {
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  return letter === "n" || letter === "r" || letter === "t" ? "\n" : (letter ?? "");
}
