/**
 * Text that others wrote (titles, paths, ids, messages) -> text that is safe to show in a terminal
 *
 * A title may hold escape sequences that recolour, erase or retitle the terminal, or bidi controls
 * that make a line read as something else. They are shown as `\x1b` and `\u{202e}`, never obeyed.
 */

/** C0 and C1 controls, line separators, bidi controls, invisible fillers, tags, lone surrogates. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be shown.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** One line, with what a terminal would obey spelt out. Joiners that scripts and emoji need are kept. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return SHORT[char] ?? (code <= 0xff ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`);
  });
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}
