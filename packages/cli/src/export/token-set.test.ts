import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { TokenSet } from "./token-set.ts";

const token = (index: number): string => createHash("sha256").update(String(index)).digest("hex");

it("knows each token again, however many there are", () => {
  const set = new TokenSet();
  for (let index = 0; index < 20_000; index += 1) expect(set.add(token(index))).toBe(true);
  for (let index = 0; index < 20_000; index += 1) expect(set.add(token(index))).toBe(false);
  expect(set.size).toBe(20_000);
});

it("knows a token of noughts, and one that differs in its last bits", () => {
  const set = new TokenSet();
  expect([set.add("0".repeat(64)), set.add("0".repeat(64))]).toEqual([true, false]);
  expect(set.add(`${"0".repeat(31)}f${"0".repeat(32)}`)).toBe(true);
});
