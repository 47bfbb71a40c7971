import { suggest } from "@proviso/core/policy";

/** What is written may be anything; a name is no longer. */
const LONGEST = 60;

/** The hint for a misspelt name: the nearest one that is known, else all of them. */
export function nearestName(written: string, known: readonly string[]): string {
  const all = `known are ${known.map((name) => `\`${name}\``).join(", ")}`;
  return suggest(written.slice(0, LONGEST), known, all) ?? all;
}
