/**
 * Recipes of secrets (fixed parts and character classes) -> marked texts
 *
 * Each recipe is filled three times, and set into a line of code or of prose that names its service,
 * as detectors of secrets without a prefix expect.
 */
import type { LabelledSet } from "@proviso/core/redact";
import type { Random } from "./random.ts";

type Part = { readonly lit: string } | { readonly set: string; readonly n: number } | { readonly uuid: true };

interface Recipe {
  readonly rule: string;
  readonly identifier: string;
  readonly parts: readonly Part[];
}

const TIMES = 3;
const FRAMES: readonly ((name: string, value: string) => readonly [before: string, after: string])[] = [
  (name) => [`${name}_api_token = "`, '"'],
  (name) => [`export ${name.toUpperCase()}_SECRET_KEY=`, "\n"],
  (name) => [`{"${name}": {"apiKey": "`, '"}}'],
];

export function fillRecipes(jsonLines: string, random: Random): LabelledSet {
  const recipes = jsonLines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Recipe);
  const documents = recipes.flatMap(({ rule, identifier, parts }) =>
    Array.from({ length: TIMES }, (_, time) => {
      const value = parts.map((part) => fill(part, random)).join("");
      const [before, after] = FRAMES[time % FRAMES.length]?.(identifier, value) ?? ["", ""];
      const span = { start: before.length, end: before.length + value.length, label: "SECRET" };
      return { id: `${rule} ${time}`, text: `${before}${value}${after}`, spans: [span], about: ["SECRET"] };
    }),
  );
  return { name: "recipes", format: "recipes", documents, notes: [] };
}

function fill(part: Part, random: Random): string {
  if ("lit" in part) return part.lit;
  if ("set" in part) return random.text(expanded(part.set), part.n);
  const hex = (count: number): string => random.text("0123456789abcdef", count);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

/** `a-z0-9_-` -> its characters. */
function expanded(set: string): string {
  return set.replace(/([a-zA-Z0-9])-([a-zA-Z0-9])/g, (_, from: string, to: string) => {
    const first = from.charCodeAt(0);
    return String.fromCharCode(
      ...Array.from({ length: to.charCodeAt(0) - first + 1 }, (_v, at) => first + at),
    );
  });
}
