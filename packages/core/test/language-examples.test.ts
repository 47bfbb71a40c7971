/** Holds the examples of docs/language.md against the conformance cases they are taken from. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const ROOT = new URL("../../../", import.meta.url);
const EXAMPLE = /(?:<!-- case: (?<name>\S+) -->\s*)?```yaml\n(?<text>[\s\S]*?)```/g;

const examples = [...readFileSync(new URL("docs/language.md", ROOT), "utf8").matchAll(EXAMPLE)].map(
  (match) => [match.groups?.["name"] ?? "(none)", match.groups?.["text"] ?? ""] as const,
);

test.each(examples)("case %s says what the example says", (name, text) => {
  const { policy } = parse(readFileSync(new URL(`conformance/policy/${name}.yaml`, ROOT), "utf8")) as {
    policy: string;
  };
  expect(isSomewhereIn(parse(policy), parse(text))).toBe(true);
});

test("there are examples, and a changed one would be noticed", () => {
  expect(examples.length).toBeGreaterThan(8);
  expect(isSomewhereIn({ rules: [{ id: "a", deny: ["share"] }] }, [{ id: "a" }])).toBe(true);
  expect(isSomewhereIn({ rules: [{ id: "a", deny: ["share"] }] }, [{ id: "b" }])).toBe(false);
});

/** Whether a part of `whole` has all that `part` has. */
function isSomewhereIn(whole: unknown, part: unknown): boolean {
  if (has(whole, part)) return true;
  if (typeof whole !== "object" || whole === null) return false;
  return Object.values(whole).some((value) => isSomewhereIn(value, part));
}

function has(whole: unknown, part: unknown): boolean {
  if (typeof whole !== "object" || whole === null || typeof part !== "object" || part === null) {
    return whole === part;
  }
  if (Array.isArray(part)) {
    return Array.isArray(whole) && part.every((one) => whole.some((other) => has(other, one)));
  }
  return Object.entries(part).every(([key, value]) => has((whole as Record<string, unknown>)[key], value));
}
