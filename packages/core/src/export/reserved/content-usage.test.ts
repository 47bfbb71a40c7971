import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { combined, type Preference, preferenceOf } from "./content-usage.ts";

const VECTORS = new URL("../../../../../../shared/data/vectors/signals/aipref.json", import.meta.url);

interface Vectors {
  readonly parse: readonly { readonly in: string; readonly out: Readonly<Record<string, Preference>> }[];
  readonly combine: readonly { readonly in: readonly Preference[]; readonly out: Preference }[];
}

describe.skipIf(!existsSync(VECTORS))(
  "the rows made of the drafts (skipped where they are not beside the checkout)",
  () => {
    const vectors: Vectors = existsSync(VECTORS)
      ? (JSON.parse(readFileSync(VECTORS, "utf8")) as Vectors)
      : { parse: [], combine: [] };
    it.each(vectors.parse)("$in", ({ in: field, out }) => {
      for (const [category, wanted] of Object.entries(out))
        expect(preferenceOf(field, category)).toBe(wanted);
    });
    it.each(vectors.combine)("$in", ({ in: given, out }) => expect(combined(given)).toBe(out));
  },
);

it.each<[string, Preference]>([
  ["train-ai=n", "disallowed"],
  ["train-ai=y", "allowed"],
  ["train-ai=N", "unknown"],
  ["train-ai=?0", "unknown"],
  ["train-ai=n;exceptions=none", "disallowed"],
  ["train-ai=y, train-ai=n", "disallowed"],
  ["search=n", "unknown"],
  ["train-ai = n", "unknown"],
])("%s", (field, wanted) => expect(preferenceOf(field, "train-ai")).toBe(wanted));
