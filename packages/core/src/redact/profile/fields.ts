/**
 * `messages[*].content` <-> **FieldPath**: places in structured data
 *
 * `$.` at the beginning may be left out. `*` (or `[*]`) is any one name or position, `**` any number
 * of them; a name with a dot in it is written in brackets and quotes: `["first.name"]`.
 */
import type { EntityType } from "../entity.ts";
import type { FieldPath, FieldRule } from "./profile.ts";

const STEP = /\[(\d+|\*)\]|\["((?:[^"\\]|\\.)*)"\]|\['((?:[^'\\]|\\.)*)'\]|(?:^|\.)(\*\*|\*|[^.[\]"'\s]+)/gy;

/** Undefined if it is no path. */
export function parseFieldPath(text: string): FieldPath | undefined {
  const rest = text.startsWith("$") ? text.slice(1) : text;
  const steps: string[] = [];
  let at = 0;
  while (at < rest.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(rest);
    if (match === null) return undefined;
    const [whole, position, doubled, single, name] = match;
    const quoted = (doubled ?? single)?.replace(/\\(.)/g, "$1");
    steps.push(position ?? quoted ?? name ?? "");
    at += whole.length;
  }
  return steps.length === 0 ? undefined : steps;
}

/** The first rule for the place; undefined if none speaks of it. */
export function fieldAt(
  rules: readonly FieldRule[],
  place: readonly (string | number)[],
): EntityType | "keep" | undefined {
  return rules.find(({ path }) => covers(path, 0, place, 0))?.as;
}

function covers(path: FieldPath, at: number, place: readonly (string | number)[], step: number): boolean {
  const wanted = path[at];
  if (wanted === undefined) return step === place.length;
  if (wanted === "**") {
    // Any number of steps: all the ways are tried, which are few since paths are short.
    for (let skip = step; skip <= place.length; skip += 1) {
      if (covers(path, at + 1, place, skip)) return true;
    }
    return false;
  }
  if (step >= place.length) return false;
  return (wanted === "*" || wanted === String(place[step])) && covers(path, at + 1, place, step + 1);
}
