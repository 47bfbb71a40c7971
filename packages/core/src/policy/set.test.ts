import { describe, expect, test } from "vitest";
import { ProvisoError } from "../errors.ts";
import { parsePolicy } from "./parse.ts";
import type { Policy } from "./policy.ts";
import { assemble, assembleAll } from "./set.ts";

/** `id version supersedes?` */
function policy(line: string, product = "v/chat"): Policy {
  const [id, version, supersedes] = line.split(" ");
  const text = `policy: v/${id}\nversion: ${version}\ntitle: t\nproduct: ${product}\npurposes: [share]\n${
    supersedes === undefined ? "" : `supersedes: ${supersedes}\n`
  }`;
  return parsePolicy(text, `${id}.yaml`).policy;
}

function failure(act: () => unknown): ProvisoError {
  try {
    act();
  } catch (error) {
    if (error instanceof ProvisoError) return error;
  }
  throw new Error("it did not fail");
}

describe("assemble", () => {
  test("orders versions from the oldest, chains by id", () => {
    const set = assemble(["b 3 2", "a 1", "b 1", "b 2 1"].map((line) => policy(line)));
    expect(set.product).toBe("v/chat");
    expect(set.chains.map((chain) => chain.map((one) => `${one.id}@${one.version}`))).toEqual([
      ["v/a@1"],
      ["v/b@1", "v/b@2", "v/b@3"],
    ]);
  });

  test.each<[string, string[], string, RegExp]>([
    ["a missing predecessor", ["a 2 1"], "POLICY_INVALID", /`2` supersedes `1`, which is not there/],
    ["two successors", ["a 1", "a 2 1", "a 3 1"], "POLICY_INVALID", /`2` and `3` both supersede `1`/],
    ["the same version twice", ["a 1", "a 1"], "POLICY_INVALID", /two versions `1`/],
    ["two first versions", ["a 1", "a 2"], "POLICY_INVALID", /several first versions: `1`, `2`/],
    ["a ring", ["a 1 3", "a 2 1", "a 3 2"], "POLICY_CYCLE", /`1` -> `3` -> `2` -> `1`/],
    ["a ring beside a chain", ["a 1", "a 2 1", "a 8 9", "a 9 8"], "POLICY_CYCLE", /`8` -> `9` -> `8`/],
    ["nothing", [], "POLICY_INVALID", /at least one/],
  ])("refuses %s", (_what, lines, code, message) => {
    const error = failure(() => assemble(lines.map((line) => policy(line))));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  test("refuses several products, which assembleAll tells apart", () => {
    const all = [policy("a 1"), policy("b 1", "v/code")];
    expect(failure(() => assemble(all)).message).toMatch(/several products/);
    expect(assembleAll(all).map((set) => set.product)).toEqual(["v/chat", "v/code"]);
  });
});
