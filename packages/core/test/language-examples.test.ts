/** Holds the examples of docs/language.md against the conformance cases they are taken from. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const ROOT = new URL("../../../", import.meta.url);
const EXAMPLE = /(?:<!-- case: (?<name>\S+) -->\n)?```yaml\n(?<text>[\s\S]*?)```/g;

const examples = [...readFileSync(new URL("docs/language.md", ROOT), "utf8").matchAll(EXAMPLE)].map(
  (match) => [match.groups?.["name"] ?? "(none)", match.groups?.["text"] ?? ""] as const,
);

test.each(examples)("case %s has the example's lines", (name, text) => {
  const { policy } = parse(readFileSync(new URL(`conformance/policy/${name}.yaml`, ROOT), "utf8")) as {
    policy: string;
  };
  expect(policy).toContain(text);
});

test("there are examples", () => {
  expect(examples.length).toBeGreaterThan(8);
});
