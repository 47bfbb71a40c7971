/** The comparison of policies comes before decisions, and names the engine's reasons by itself. */
import { expect, it } from "vitest";
import { ENGINE_REASONS } from "../src/decision/decision.ts";
import { OWN_REASONS } from "../src/policy/diff/policy-diff.ts";

it("gives the reasons that decisions give", () => {
  expect(ENGINE_REASONS).toMatchObject(OWN_REASONS);
});
