/** The worked example of docs/writing-a-policy.md: no findings, its cases pass, and they reach every rule and clock. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCases } from "../src/cases/case.ts";
import { choosePolicy } from "../src/packs/choose.ts";
import { loadPacks } from "../src/packs/load.ts";

const folder = join(import.meta.dirname, "../../../examples/support-desk/policy");
const file = join(folder, "cases.json");
const packs = await loadPacks([folder]);
const cases = readCases(readFileSync(file, "utf8"), file).map((one) => {
  const { prepared } = choosePolicy(packs, "", one.policy);
  return { ...one, answer: () => one.run(prepared, ["training", "retention"]) };
});

describe("the policy of the support desk", () => {
  it("has no findings", () => {
    expect(packs.policies.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it.each(cases)("$id: $title", ({ answer }) => {
    expect(answer().mismatches).toEqual([]);
  });

  it("has a case for each rule that decides whole conversations, and for each clock", () => {
    const decisions = cases.map(({ answer }) => answer().decision);
    const met = new Set([
      ...decisions.flatMap(({ uses }) => uses.map(({ rule }) => rule)),
      ...decisions.flatMap(({ clocks }) =>
        clocks.filter(({ applies }) => applies === "yes").map(({ clock }) => clock),
      ),
    ]);
    const written = packs.policies.flatMap(({ policy }) => [
      ...policy.rules.filter(({ scope }) => scope === "conversation"),
      ...policy.clocks,
    ]);
    expect(written.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([]);
  });
});
