import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { Target } from "./target.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-target-"));
  path = join(folder, "set");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PLAIN = { resume: false, force: false };
const CHECKPOINT = {
  key: "k",
  at: 0,
  through: 1,
  shards: [],
  indexBytes: 0,
  tokenBytes: { conversations: 0, items: 0 },
  tally: {},
};

describe("the folder of an export", () => {
  it("has its name only when it is published", async () => {
    const target = await Target.open(`${path}/`, PLAIN);
    writeFileSync(join(target.folder, "manifest.json"), "{}");
    await writeCheckpoint(target.folder, CHECKPOINT);
    expect(readdirSync(folder)).toEqual(["set.partial"]);
    await target.publish();
    expect(readdirSync(folder)).toEqual(["set"]);
    expect(readdirSync(path)).toEqual(["manifest.json"]);
  });

  it("may be there already if it is empty", async () => {
    mkdirSync(path);
    const target = await Target.open(path, PLAIN);
    writeFileSync(join(target.folder, "manifest.json"), "{}");
    await target.publish();
    expect(readdirSync(path)).toEqual(["manifest.json"]);
  });

  it("is made with the folders above it, which stay", async () => {
    const target = await Target.open(join(folder, "new/er/set"), PLAIN);
    writeFileSync(join(target.folder, "manifest.json"), "{}");
    await target.publish();
    expect(readdirSync(join(folder, "new/er/set"))).toEqual(["manifest.json"]);
    await expect(Target.open(join(folder, "new/er/set/manifest.json/set"), PLAIN)).rejects.toMatchObject({
      code: "USAGE",
    });
  });

  it("is written by one run at a time", async () => {
    const partial = `${path}.partial`;
    mkdirSync(partial);
    // A process that is there, and not this one.
    writeFileSync(join(partial, "lock"), String(process.ppid));
    await expect(Target.open(path, PLAIN)).rejects.toMatchObject({ code: "USAGE" });
    expect(readFileSync(join(partial, "lock"), "utf8")).toBe(String(process.ppid));
    // One that has ended.
    writeFileSync(join(partial, "lock"), String(spawnSync(process.execPath, ["--version"]).pid));
    await (await Target.open(path, PLAIN)).abandon();
    expect(existsSync(partial)).toBe(false);
  });

  it("keeps its work when it cannot be put in place", async () => {
    const target = await Target.open(path, PLAIN);
    await writeCheckpoint(target.folder, CHECKPOINT);
    mkdirSync(join(target.folder, "tokens"));
    writeFileSync(path, "somebody else's");
    await expect(target.publish()).rejects.toMatchObject({ code: "USAGE" });
    await target.abandon();
    expect(readFileSync(path, "utf8")).toBe("somebody else's");
    expect(readdirSync(`${path}.partial`).toSorted()).toEqual(["checkpoint.json", "tokens"]);
  });

  it("puts back what a finished one does not hold, and takes away what an end in between has left", async () => {
    const target = await Target.open(path, PLAIN);
    await writeCheckpoint(target.folder, CHECKPOINT);
    mkdirSync(join(target.folder, "tokens"));
    const taken = takeCheckpoint(target.folder);
    expect(readdirSync(target.folder)).toEqual(["lock"]);
    taken.putBack();
    expect(readdirSync(target.folder).toSorted()).toEqual(["checkpoint.json", "lock", "tokens"]);
    takeCheckpoint(target.folder);
    await target.abandon();
    await (await Target.open(path, PLAIN)).abandon();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["is refused", PLAIN, undefined],
    ["is gone on with", { resume: true, force: false }, 1],
    ["is started anew", { resume: false, force: true }, 0],
  ])("that was interrupted %s", async (_, options, through) => {
    mkdirSync(`${path}.partial`);
    await writeCheckpoint(`${path}.partial`, CHECKPOINT);
    if (through === undefined) {
      await expect(Target.open(path, options)).rejects.toMatchObject({ code: "USAGE", hint: /--resume/ });
      expect(readdirSync(`${path}.partial`)).toEqual(["checkpoint.json"]);
      return;
    }
    const target = await Target.open(path, options);
    expect(target.earlier?.through ?? 0).toBe(through);
    await target.abandon();
  });

  it("of another version's checkpoint is started anew", async () => {
    mkdirSync(`${path}.partial`);
    writeFileSync(join(`${path}.partial`, "checkpoint.json"), '{"key":"k"}');
    const target = await Target.open(path, { resume: true, force: false });
    expect(target.earlier).toBeUndefined();
    await target.abandon();
  });
});
