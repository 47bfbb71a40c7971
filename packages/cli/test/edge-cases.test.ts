/**
 * The consent edge cases proposed as golden tests, held against our strict cases of the same id.
 * The engine is held to the strict cases in conformance.test.ts; here the cases are held to the list.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const list = join(root, "../shared/data/vectors/decisions/consent-edge-cases.json");
const cases = JSON.parse(
  readFileSync(join(root, "conformance/decision/strict.json"), "utf8"),
) as readonly Case[];

interface Case {
  readonly id: string;
  readonly expect: {
    readonly use: "permit" | "deny";
    readonly runs?: readonly string[];
    readonly obligations?: readonly string[];
    readonly clocks?: readonly { readonly bound: string; readonly period?: string }[];
  };
}

interface Row {
  readonly id: string;
  readonly expect: {
    /** A sentence where the answer differs from part to part. */
    readonly train?: boolean | string;
    /** A period, or `until release`. */
    readonly keep?: string;
    readonly lineage?: string;
    readonly notify?: boolean;
    readonly segregated?: boolean;
    readonly readable?: string;
    readonly tellUser?: boolean;
  };
}

const OBLIGATIONS = {
  notify: "notify-runs-that-used-it",
  segregated: "segregate",
  readable: "legal-role-only",
  tellUser: "tell-subject",
} as const;

function hold({ id, expect: row }: Row): void {
  const exact = cases.filter((one) => one.id === id);
  const parts = cases.filter((one) => one.id === id || one.id.startsWith(`${id}-`));
  if (typeof row.train === "boolean") {
    expect(exact.map((one) => one.expect.use)).toEqual([row.train ? "permit" : "deny"]);
  } else if (row.train !== undefined) {
    expect(new Set(parts.map((one) => one.expect.use))).toEqual(new Set(["permit", "deny"]));
  }
  if (row.keep !== undefined) {
    const clocks = parts.flatMap((one) => one.expect.clocks ?? []);
    const found = clocks.map(({ bound, period }) => (bound === "until-released" ? "until release" : period));
    expect(found).toContain(row.keep);
  }
  if (row.lineage !== undefined) expect(exact.flatMap((one) => one.expect.runs ?? [])).not.toEqual([]);
  for (const [field, obligation] of Object.entries(OBLIGATIONS)) {
    if (row[field as keyof typeof OBLIGATIONS] === undefined) continue;
    expect(exact.flatMap((one) => one.expect.obligations ?? [])).toContain(obligation);
  }
}

if (existsSync(list)) {
  const { scenarios } = JSON.parse(readFileSync(list, "utf8")) as { readonly scenarios: readonly Row[] };
  describe("consent edge cases", () => {
    it("are all there", () => expect(scenarios.length).toBeGreaterThan(0));
    it.each(scenarios)("$id", hold);
  });
} else {
  it.skip("consent edge cases: ../shared/data/vectors/decisions is not beside the checkout", () => {});
}
