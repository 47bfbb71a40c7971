/** Where a character of a YAML scalar's value stands in the file. */
import type { Scalar } from "yaml";

/**
 * Walks the written form and the value side by side. A run of white space in one answers to a run
 * in the other (folding, indentation), an escape to the one character it stands for.
 * @returns a function from an offset in the value to an offset in the file
 */
export function offsetsIn(scalar: Scalar<string>, file: string): (offset: number) => number {
  const [from, to] = scalar.range ?? [0, 0];
  const map: number[] = [];
  let raw = from + headerLength(scalar, file.slice(from, to));
  let at = 0;
  while (at < scalar.value.length) {
    if (isSpace(scalar.value[at]) && isSpace(file[raw])) {
      const start = raw;
      const value = at;
      while (isSpace(file[raw]) && raw < to) raw += 1;
      while (isSpace(scalar.value[at])) at += 1;
      const same = raw - start === at - value;
      for (let index = value; index < at; index += 1) map[index] = same ? start + index - value : start;
      continue;
    }
    while (isSpace(file[raw]) && raw < to) raw += 1;
    const length = escapeLength(scalar, file, raw);
    map[at] = raw;
    raw += length;
    at += 1;
  }
  return (offset) => map[offset] ?? (offset >= scalar.value.length ? Math.min(raw, to) : from);
}

function headerLength(scalar: Scalar<string>, written: string): number {
  if (scalar.type === "BLOCK_FOLDED" || scalar.type === "BLOCK_LITERAL") return written.indexOf("\n") + 1;
  return scalar.type === "QUOTE_DOUBLE" || scalar.type === "QUOTE_SINGLE" ? 1 : 0;
}

function escapeLength(scalar: Scalar<string>, file: string, raw: number): number {
  if (scalar.type === "QUOTE_SINGLE") return file.startsWith("''", raw) ? 2 : 1;
  if (scalar.type !== "QUOTE_DOUBLE" || file[raw] !== "\\") return 1;
  const digits = { x: 2, u: 4, U: 8 }[file[raw + 1] ?? ""] ?? 0;
  return 2 + digits;
}

function isSpace(char: string | undefined): boolean {
  return char === " " || char === "\n" || char === "\t" || char === "\r";
}
