/** Tables of **Cues** -> which values a text names */
import type { Cues } from "../data/subjects.ts";

const COMPILED = new WeakMap<Cues, readonly (readonly [string, RegExp])[]>();

function compiled(cues: Cues): readonly (readonly [string, RegExp])[] {
  let list = COMPILED.get(cues);
  if (list === undefined) {
    list = cues.map(([value, pattern]) => [value, new RegExp(pattern, "u")] as const);
    COMPILED.set(cues, list);
  }
  return list;
}

/** In the order of the table; each once. */
export function allCues(cues: Cues, text: string): readonly string[] {
  const found = new Set<string>();
  for (const [value, pattern] of compiled(cues)) {
    if (!found.has(value) && pattern.test(text)) found.add(value);
  }
  return [...found];
}

export function firstCue(cues: Cues, text: string): string | undefined {
  return compiled(cues).find(([, pattern]) => pattern.test(text))?.[0];
}

/** One pattern out of several. */
export function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.map((one) => `(?:${one})`).join("|"), "u");
}
