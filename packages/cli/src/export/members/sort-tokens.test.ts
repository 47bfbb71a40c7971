import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFileBytes, TOKEN_BYTES } from "@proviso/core/export";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sortTokens } from "./sort-tokens.ts";
import { MOST_TOKENS, tokenOrder } from "./token-order.ts";
import { writeSet } from "./write-set.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-tokens-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hashed = (index: number): Buffer => createHash("sha256").update(String(index)).digest();
const plain = (tokens: readonly Buffer[]): string[] => tokens.map((one) => one.toString("hex"));

async function sorted(tokens: readonly Buffer[], perFile: number): Promise<string[]> {
  const path = join(folder, "log");
  writeFileSync(path, Buffer.concat(tokens));
  const found: Buffer[] = [];
  for await (const part of sortTokens(path, join(folder, "work"), perFile)) {
    for (let at = 0; at < part.length; at += TOKEN_BYTES) {
      found.push(Buffer.from(part.subarray(at, at + TOKEN_BYTES)));
    }
  }
  return plain(found);
}

describe("tokens", () => {
  const many = Array.from({ length: 9_000 }, (_, index) => hashed(index));

  it.each([[0], [1], [9_000]])("%d of them are sorted in memory or through files alike", async (size) => {
    const some = many.slice(0, size);
    const expected = plain(some).sort();
    for (const perFile of [10_000, 1_000, 100]) expect(await sorted(some, perFile)).toEqual(expected);
    expect(readdirSync(folder)).toEqual(["log"]);
  });

  it("come out once, also where they begin alike", async () => {
    const alike = Array.from({ length: 200 }, (_, index) =>
      Buffer.concat([Buffer.alloc(4), hashed(index).subarray(0, 28)]),
    );
    expect(await sorted([...alike, ...many, ...alike], 1_000)).toEqual(
      [...new Set(plain([...alike, ...many]))].sort(),
    );
  });

  it("that are too many to be told apart are refused", () => {
    expect(() => tokenOrder(new Uint8Array((MOST_TOKENS + 1) * TOKEN_BYTES))).toThrow(RangeError);
  });

  it("make the same file by whichever way they were sorted", async () => {
    const log = join(folder, "log");
    const files = [];
    for (const [index, perFile] of [100_000, 500].entries()) {
      writeFileSync(log, Buffer.concat(index === 0 ? many : many.toReversed()));
      const path = join(folder, `set-${index}`);
      const set = await writeSet(path, sortTokens(log, join(folder, "work"), perFile));
      expect(set.size).toBe(many.length);
      files.push({ set, bytes: readFileSync(path) });
    }
    expect(files[0]?.bytes.length).toBe(setFileBytes(many.length));
    expect(files[1]).toEqual(files[0]);
  });
});
