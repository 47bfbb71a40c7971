/** Several forms of one thing as one recognizer: each is asked, and what they report stands side by side. */
import type { Recognizer } from "../../recognizer.ts";

export function anyOf(name: string, parts: readonly Recognizer[]): Recognizer {
  const byToken = parts.filter(({ token }) => token !== undefined);
  const byNumber = parts.filter(({ digits }) => digits !== undefined);
  return {
    name,
    types: [...new Set(parts.flatMap(({ types }) => types))],
    ...(byToken.length > 0 && {
      token: between(byToken.map(({ token }) => token)),
      atToken(text, start, end, emit) {
        for (const part of byToken) {
          const size = end - start;
          if (size >= (part.token?.min ?? 0) && size <= (part.token?.max ?? 0))
            part.atToken?.(text, start, end, emit);
        }
      },
    }),
    ...(byNumber.length > 0 && {
      digits: between(byNumber.map(({ digits }) => digits)),
      atNumber(text, run, emit) {
        for (const part of byNumber) {
          const max = part.digits?.max ?? 0;
          if (run.total >= (part.digits?.min ?? 0) && (run.count > 1 || run.total <= max))
            part.atNumber?.(text, run, emit);
        }
      },
    }),
  };
}

interface Range {
  readonly min: number;
  readonly max: number;
}

export function between(ranges: readonly (Range | undefined)[]): Range {
  return {
    min: Math.min(...ranges.map((range) => range?.min ?? 0)),
    max: Math.max(...ranges.map((range) => range?.max ?? 0)),
  };
}
