import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { ExportTally, FORMATS, type Format } from "@proviso/core/export";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Handle } from "../output/atomic.ts";
import type { Batch } from "./batches.ts";
import { readCheckpoint } from "./checkpoint.ts";
import type { BatchRows } from "./job.ts";
import { isUsable, Shards } from "./shards.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-shards-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function formatOf(name: string): Format {
  const format = FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new Error(name);
  return format;
}

function settings(format: string, size: number, wrap?: (handle: Handle) => Handle) {
  return {
    folder,
    format: formatOf(format),
    size,
    ids: false,
    key: "k",
    at: 0,
    ...(wrap === undefined ? {} : { wrap }),
  };
}

function batch(index: number): readonly [Batch, BatchRows] {
  const value = { messages: [{ role: "user", name: null, content: `é ${index}` }] };
  const line = Buffer.from(JSON.stringify(value));
  const tally = new ExportTally();
  tally.read(1, []);
  const info = { token: String(index), items: 1, bytes: line.length, sha256: "0" };
  return [
    { jobs: [], itemTokens: new Map(), tally, through: index + 1 },
    { lines: new Uint8Array(Buffer.concat([line, Buffer.from("\n")])), rows: [info], tally: {} },
  ];
}

/** A disk with so much room, after which it takes a part and then nothing. */
function disk(room: number, code: string): (handle: Handle) => Handle {
  let left = room;
  return (handle) => ({
    async write(bytes, offset, length) {
      if (left === 0) throw Object.assign(new Error(code), { code });
      const taken = Math.min(left, length);
      left -= taken;
      return await handle.write(bytes, offset, taken);
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  });
}

describe("shards", () => {
  it("are cut before they grow too large, and named when their number is known", async () => {
    const shards = await Shards.open(settings("hf-messages", 150), undefined);
    for (let index = 0; index < 5; index += 1) await shards.write(...batch(index));
    const entries = await shards.finish();
    expect(entries.map(({ file, lines }) => [file, lines])).toEqual([
      ["train-00000-of-00003.jsonl", 2],
      ["train-00001-of-00003.jsonl", 2],
      ["train-00002-of-00003.jsonl", 1],
    ]);
    for (const { bytes } of entries) expect(bytes).toBeLessThanOrEqual(150);
    const index = readFileSync(join(folder, "index.jsonl"), "utf8").trim().split("\n");
    expect(index.map((line) => JSON.parse(line)).map(({ shard, line }) => [shard, line])).toEqual([
      [0, 1],
      [0, 2],
      [1, 1],
      [1, 2],
      [2, 1],
    ]);
  });

  it("go on from a checkpoint, whatever was written after it", async () => {
    const first = await Shards.open(settings("hf-messages", 150), undefined);
    for (let index = 0; index < 5; index += 1) await first.write(...batch(index));
    await first.abandon();
    const earlier = await readCheckpoint(folder);
    expect(earlier).toMatchObject({ through: 4, shards: [{}, {}] });
    if (earlier === undefined) return;
    expect(isUsable(folder, earlier)).toBe(true);
    const second = await Shards.open(settings("hf-messages", 150), earlier);
    expect(second.from).toBe(4);
    await second.write(...batch(4));
    const entries = await second.finish();
    expect(entries.map(({ lines }) => lines)).toEqual([2, 2, 1]);
    expect(second.tally.total("conversations read")).toBe(5);
    expect(readFileSync(join(folder, "index.jsonl"), "utf8").trim().split("\n")).toHaveLength(5);
    // An end between the last names and the manifest is gone on with too.
    expect(isUsable(folder, earlier)).toBe(true);
    expect(readdirSync(folder)).toContain("train-00000.jsonl");
  });

  it.each([
    ["a shard is missing", "train-00000.jsonl"],
    ["the index is missing", "index.jsonl"],
    ["tokens are missing", "tokens/items"],
  ])("are of no use when %s", async (_, name) => {
    const shards = await Shards.open(settings("hf-messages", 150), undefined);
    for (let index = 0; index < 5; index += 1) await shards.write(...batch(index));
    await shards.abandon();
    const earlier = await readCheckpoint(folder);
    rmSync(join(folder, name));
    expect(earlier !== undefined && isUsable(folder, earlier)).toBe(false);
  });

  it.each([
    ["jsonl", "hf-messages", "ENOSPC", 100],
    ["jsonl at its first byte", "hf-messages", "EDQUOT", 0],
    ["parquet", "parquet", "ENOSPC", 100],
  ])("say when the disk is full: %s", async (_, format, code, room) => {
    const shards = await Shards.open(settings(format, 10_000, disk(room, code)), undefined);
    const work = async (): Promise<unknown> => {
      for (let index = 0; index < 5; index += 1) await shards.write(...batch(index));
      return await shards.finish();
    };
    const error: unknown = await work().catch((thrown: unknown) => thrown);
    await shards.abandon();
    expect(error instanceof ProvisoError && error.code).toBe("DISK_FULL");
    expect(await readCheckpoint(folder)).toBeUndefined();
  });

  it("log the tokens of the rows, and of no conversation that redaction has kept out", async () => {
    const [first, kept] = ["a", "b"].map((digit) => digit.repeat(64));
    const [token = "", other = ""] = [first, kept];
    const itemTokens = new Map([
      [token, Buffer.alloc(64, 1)],
      [other, Buffer.alloc(32, 2)],
    ]);
    const [made, rows] = batch(0);
    const shards = await Shards.open(settings("hf-messages", 150), undefined);
    const [row] = rows.rows;
    if (row === undefined) throw new Error("no row");
    await shards.write({ ...made, itemTokens }, { ...rows, rows: [{ ...row, token }] });
    await shards.finish();
    expect(readFileSync(join(folder, "tokens/conversations")).toString("hex")).toBe(token);
    expect(readFileSync(join(folder, "tokens/items"))).toEqual(Buffer.alloc(64, 1));
    expect(await readCheckpoint(folder)).toMatchObject({ tokenBytes: { conversations: 32, items: 64 } });
  });

  it("hold in Parquet what they hold in JSON Lines", async () => {
    const shards = await Shards.open(settings("parquet", 10_000), undefined);
    for (let index = 0; index < 5; index += 1) await shards.write(...batch(index));
    const [entry] = await shards.finish();
    expect(entry?.file).toBe("train-00000-of-00001.parquet");
    const file = await asyncBufferFromFile(join(folder, entry?.file ?? ""));
    const rows: unknown = await parquetReadObjects({ file });
    expect(rows).toEqual(
      [0, 1, 2, 3, 4].map((index) => ({ messages: [{ role: "user", name: null, content: `é ${index}` }] })),
    );
  });
});
