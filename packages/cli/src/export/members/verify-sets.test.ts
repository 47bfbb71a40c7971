import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "@proviso/core/export";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sortTokens } from "./sort-tokens.ts";
import { verifySets } from "./verify-sets.ts";
import { writeSet } from "./write-set.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-sets-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hashed = (index: number): Buffer => createHash("sha256").update(String(index)).digest();
const SIZE = 1_000;
const ALL = Array.from({ length: SIZE }, (_, index) => hashed(index));
const [FIRST = Buffer.alloc(0)] = ALL;

/** What `export verify` has to say where the index names these. */
async function verified(indexed: readonly Buffer[], perPass: number): Promise<unknown> {
  const log = join(folder, "log");
  const write = async (file: string, tokens: readonly Buffer[]) => {
    writeFileSync(log, Buffer.concat(tokens));
    return await writeSet(join(folder, file), sortTokens(log, join(folder, "work")));
  };
  const members = {
    key: "0".repeat(64),
    conversations: await write("members.bin", ALL),
    items: await write("items.bin", []),
  };
  const lines = indexed.map((token) => `${JSON.stringify({ token: token.toString("hex"), shard: 0 })}\n`);
  writeFileSync(join(folder, "index.jsonl"), lines.join(""));
  return await verifySets(folder, { members } as Manifest, new Set(), perPass);
}

const OTHER = [{ file: "index.jsonl", what: "other-tokens" }];

describe.each([10_000, 100, 7])("an index against its set, %d tokens at once", (perPass) => {
  it.each<[string, readonly Buffer[], unknown]>([
    ["the same in another order", ALL.toReversed(), []],
    ["one too few", ALL.slice(1), OTHER],
    ["one too many", [...ALL, hashed(SIZE)], OTHER],
    ["one twice", [...ALL, FIRST], OTHER],
    ["another one", [hashed(SIZE), ...ALL.slice(1)], OTHER],
    ["none", [], OTHER],
    ["no token", [...ALL, Buffer.from("half")], OTHER],
  ])("%s", async (_, indexed, expected) => {
    expect(await verified(indexed, perPass)).toEqual(expected);
  });
});
