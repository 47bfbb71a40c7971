/** How a filter is written in a declaration -> **Filter** of `extract/rules.ts`, or what is wrong with it. */
import * as z from "zod";
import { FILTER_NAMES, type Filter } from "../extract/rules.ts";
import { nearestName } from "./nearest-name.ts";

const text = z.string().min(1);
const texts = z.union([text, z.array(text).min(1)]);
const LINE_KEYS = ["equal", "startsWith", "contains"] as const;

/** A name alone, or one name with what it is given: a text, texts, or for `dropLines` texts by how they match. */
export const filterForm = z.union([
  text,
  z.record(z.string(), z.union([texts, z.record(z.string(), texts)])),
]);

export type FilterFile = z.output<typeof filterForm>;
type Given = Exclude<FilterFile, string>[string] | undefined;

export type FilterReading =
  | { readonly is: "filter"; readonly filter: Filter }
  | { readonly is: "unknown"; readonly name: string; readonly hint: string }
  | { readonly is: "wrong"; readonly message: string; readonly hint: string };

export function readFilter(file: FilterFile): FilterReading {
  if (typeof file === "string") return named(file, undefined);
  const [entry, ...more] = Object.entries(file);
  if (entry === undefined || more.length > 0) {
    return wrong("one entry names one filter", "begin each filter with `- `");
  }
  return named(...entry);
}

function named(written: string, given: Given): FilterReading {
  const name = FILTER_NAMES.find((known) => known === written);
  switch (name) {
    case undefined:
      return { is: "unknown", name: written, hint: nearestName(written, FILTER_NAMES) };
    case "removeFragments":
    case "removeTrackingIds":
      if (given === undefined) return filter({ name });
      return wrong(`\`${name}\` is given nothing`, `write \`- ${name}\``);
    case "removeQueryParams": {
      const params = listOf(given);
      if (params !== undefined) return filter({ name, params });
      if (given === undefined) return filter({ name });
      return wrong(`\`${name}\` is given names of parameters`, `write \`- ${name}: [ref, session]\``);
    }
    case "keepSection":
    case "startAtHeading":
    case "endAtHeading": {
      const [heading, ...more] = listOf(given) ?? [];
      if (heading !== undefined && more.length === 0) return filter({ name, heading });
      return wrong(`\`${name}\` is given one heading`, `write \`- ${name}: Heading\``);
    }
    case "dropLines":
      return dropLines(given);
  }
}

function dropLines(given: Given): FilterReading {
  const hint = "write `- dropLines: { startsWith: Last visited }`, or `equal` or `contains`";
  const equal = listOf(given);
  if (equal !== undefined) return filter({ name: "dropLines", equal });
  if (given === undefined || typeof given === "string" || Array.isArray(given)) {
    return wrong("`dropLines` is given at least one text", hint);
  }
  const entries = Object.entries(given);
  for (const [key] of entries) {
    if (LINE_KEYS.some((known) => known === key)) continue;
    return wrong(`\`dropLines\` has no \`${key}\``, nearestName(key, LINE_KEYS));
  }
  if (entries.length === 0) return wrong("`dropLines` is given at least one text", hint);
  return filter({
    name: "dropLines",
    ...Object.fromEntries(entries.map(([key, value]) => [key, listOf(value)])),
  });
}

function listOf(given: Given): readonly string[] | undefined {
  if (typeof given === "string") return [given];
  return Array.isArray(given) ? given : undefined;
}

function filter(one: Filter): FilterReading {
  return { is: "filter", filter: one };
}

function wrong(message: string, hint: string): FilterReading {
  return { is: "wrong", message, hint };
}
