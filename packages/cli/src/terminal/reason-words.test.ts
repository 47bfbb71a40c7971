import { ENGINE_REASONS } from "@proviso/core/decision";
import { expect, it } from "vitest";
import { packsFolder } from "../packs/find.ts";
import { loadPacks } from "../packs/load.ts";
import { REASON_WORDS, reasonText } from "./reason-words.ts";

it("has words for every reason of the engine and of the policies that come along", async () => {
  const { policies } = await loadPacks([packsFolder()]);
  const codes = new Set([
    ...Object.values(ENGINE_REASONS),
    ...policies.flatMap(({ policy }) => policy.rules.map(({ reason }) => reason)),
  ]);
  expect([...codes].filter((code) => REASON_WORDS[code] === undefined)).toEqual([]);
});

it("reads out a code of somebody else's", () => {
  expect(reasonText("HOUSE_RULE_SEVEN")).toBe("house rule seven");
});
