import { describe, expect, it } from "vitest";
import { parsePolicy } from "../src/policy/parse.ts";
import { staleRules } from "../src/terms/rules/stale.ts";
import {
  AFTER,
  AFTER_VERSION,
  BEFORE,
  BEFORE_VERSION,
  POLICY,
  versionOf,
} from "./terms-provisions-sample.ts";

const { policy } = parsePolicy(POLICY, "policy.yaml");

function standings(text: string, readIn = true): Record<string, string> {
  const now = new Map([["terms", versionOf(text, "v", "2026-01-01T00:00:00Z")]]);
  const { sections } = staleRules(policy, now, readIn ? new Map([["terms", BEFORE_VERSION]]) : undefined);
  return Object.fromEntries(sections.map((one) => [one.section ?? one.document, one.standing]));
}

describe("staleRules", () => {
  it("finds every clause intact in the text it was read in, however that is marked up", () => {
    const intact = { "1. Your chats": "intact", "2. Keeping": "intact", "3. Feedback": "intact" };
    expect(standings(BEFORE)).toMatchObject({ ...intact, "4. Old corner": "intact", help: "unchecked" });
    const marked = BEFORE.replace("your chats to train", "[your **chats**](https://a.example) to\ntrain");
    expect(standings(marked)).toMatchObject(intact);
  });

  it("tells changed, moved and gone apart, and which rules rest on them", () => {
    const documents = new Map([["terms", AFTER_VERSION]]);
    const { sections, stale, unchecked } = staleRules(
      policy,
      documents,
      new Map([["terms", BEFORE_VERSION]]),
    );
    expect(sections.map(({ section, standing, now }) => [section, standing, now])).toEqual([
      ["1. Your chats", "changed", "Terms of the Plant Shop > 1. Your chats"],
      ["2. Keeping", "changed", "Terms of the Plant Shop > 2. Keeping"],
      ["3. Feedback", "moved", "Terms of the Plant Shop > 5. What you send us"],
      ["4. Old corner", "gone", undefined],
      [undefined, "unchecked", undefined],
    ]);
    expect(sections[1]?.words).toEqual(["-30", "-days", "+5", "+years"]);
    expect(stale.map(({ kind, id }) => `${kind} ${id}`)).toContain("clock deleted");
    expect(unchecked.map(({ id }) => id)).toEqual(["helped"]);
  });

  it("without the earlier text says no more than that a heading stands over other words", () => {
    const { sections } = staleRules(policy, new Map([["terms", AFTER_VERSION]]));
    const keeping = sections.find(({ section }) => section === "2. Keeping");
    expect(keeping).toMatchObject({ standing: "changed", words: [] });
    expect(keeping?.confidence).toBeLessThan(1);
  });

  it("claims nothing where no version is at hand", () => {
    const { sections, stale, unchecked } = staleRules(policy, new Map());
    expect(sections.every(({ standing }) => standing === "unchecked")).toBe(true);
    expect(stale).toEqual([]);
    expect(unchecked).toHaveLength(5);
  });

  it("takes a heading of another number with other words for changed, and finds a renamed one by its text", () => {
    const renumbered = BEFORE.replace("## 2. Keeping", "## 7. Keeping").replace("30 days", "60 days");
    expect(standings(renumbered, false)["2. Keeping"]).toBe("changed");
    const kept = BEFORE.replace("## 2. Keeping", "## 2. Storage:");
    expect(standings(kept, false)["2. Keeping"]).toBe("moved");
    const renamed = BEFORE.replace("## 2. Keeping", "## 2. Storage").replace("30 days", "60 days");
    expect(standings(renamed, true)["2. Keeping"]).toBe("changed");
    expect(standings(renamed, false)["2. Keeping"]).toBe("gone");
    expect(AFTER).not.toContain("Old corner");
  });
});
