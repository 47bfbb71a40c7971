import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Resumable, readCheckpoint } from "./resumable.ts";

let folder: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-resume-"));
  target = join(folder, "out.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

const QUESTION = { key: "k", at: 1 };

async function interrupted(): Promise<void> {
  const file = await Resumable.open(target, QUESTION, undefined);
  await file.write("one\n", 1);
  await file.write("two\n", 1);
  await file.keep();
}

describe("a resumable file", () => {
  it("is not there until it is whole", async () => {
    await interrupted();
    expect(existsSync(target)).toBe(false);
    const file = await Resumable.open(target, QUESTION, await readCheckpoint(target));
    expect(file.done).toBe(2);
    await file.write("three\n", 1);
    await file.finish();
    expect(readFileSync(target, "utf8")).toBe("one\ntwo\nthree\n");
    expect(existsSync(`${target}.partial`)).toBe(false);
    expect(existsSync(`${target}.partial.json`)).toBe(false);
  });

  it("cuts off what was written after the last checkpoint", async () => {
    await interrupted();
    writeFileSync(`${target}.partial`, "one\ntwo\nthr");
    const file = await Resumable.open(target, QUESTION, await readCheckpoint(target));
    await file.write("three\n", 1);
    await file.finish();
    expect(readFileSync(target, "utf8")).toBe("one\ntwo\nthree\n");
  });

  it.each([
    ["another question", { key: "other", at: 1 }],
    ["another instant", { key: "k", at: 2 }],
  ])("starts anew for %s", async (_name, question) => {
    await interrupted();
    const file = await Resumable.open(target, question, await readCheckpoint(target));
    expect(file.done).toBe(0);
    await file.write("new\n", 1);
    await file.finish();
    expect(readFileSync(target, "utf8")).toBe("new\n");
  });

  it("starts anew when the disk holds less than the checkpoint promises", async () => {
    await interrupted();
    writeFileSync(`${target}.partial`, "one\n");
    const file = await Resumable.open(target, QUESTION, await readCheckpoint(target));
    expect(file.done).toBe(0);
    await file.write("new\n", 1);
    await file.finish();
    expect(readFileSync(target, "utf8")).toBe("new\n");
  });

  it("takes a damaged checkpoint for none", async () => {
    await interrupted();
    writeFileSync(`${target}.partial.json`, "{");
    expect(await readCheckpoint(target)).toBeUndefined();
  });
});
