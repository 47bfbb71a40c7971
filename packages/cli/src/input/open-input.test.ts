import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { SourceFile } from "@proviso/core/sources";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type MadeEntry, makeZip } from "../../test/make-zip.ts";
import { openInput } from "./open-input.ts";
import { ZIP_LIMITS } from "./zip-listing.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-input-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): string {
  const location = join(folder, path);
  mkdirSync(dirname(location), { recursive: true });
  writeFileSync(location, content);
  return location;
}

const putZip = (path: string, entries: readonly MadeEntry[]): string => put(path, makeZip(entries));

async function contentOf(file: SourceFile): Promise<string> {
  const parts: Uint8Array[] = [];
  // A copy (a slice of a Buffer is none): a chunk is valid until the next one is asked for.
  for await (const chunk of file.open()) parts.push(Uint8Array.from(chunk));
  return Buffer.concat(parts).toString();
}

async function contents(path: string): Promise<Record<string, string>> {
  const { files } = await openInput(path);
  const found: Record<string, string> = {};
  for (const file of files) found[file.path] = await contentOf(file);
  return found;
}

/** Bytes that do not pack, the same on every run. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

/** Opens and reads everything, as an importer would. */
async function readAll(path: string, limits = ZIP_LIMITS): Promise<void> {
  const { files } = await openInput(path, limits);
  for (const file of files) await contentOf(file);
}

describe("what can be opened", () => {
  it("is one file, under its own name", async () => {
    const path = put("chats.json", "[1]");
    expect(await openInput(path)).toMatchObject({ name: path, files: [{ path: "chats.json", size: 3 }] });
    expect(await contents(path)).toEqual({ "chats.json": "[1]" });
  });

  it("is a folder at any depth, in order of paths", async () => {
    for (const path of ["b/z.json", "b/a.json", "a.json", "b.json", "b/c/d.json"]) put(path, path);
    expect(Object.entries(await contents(folder))).toEqual(
      ["a.json", "b.json", "b/a.json", "b/c/d.json", "b/z.json"].map((path) => [path, path]),
    );
  });

  it("is a zip archive, whatever its name, packed or stored", async () => {
    const path = putZip("export.dat", [
      { name: "users.json", content: "u".repeat(5000) },
      { name: "empty.json", content: "" },
      { name: "a/", content: "" },
      { name: "a/conversations.json", content: "stored", method: 0 },
    ]);
    expect(await contents(path)).toEqual({
      "a/conversations.json": "stored",
      "empty.json": "",
      "users.json": "u".repeat(5000),
    });
  });

  it("is a folder of archives, each a batch under its own name", async () => {
    putZip("batch-0.zip", [{ name: "conversations.json", content: "0" }]);
    putZip("batch-1.zip", [{ name: "conversations.json", content: "1" }]);
    put("notes.txt", "n");
    expect(await contents(folder)).toEqual({
      "batch-0.zip/conversations.json": "0",
      "batch-1.zip/conversations.json": "1",
      "notes.txt": "n",
    });
  });

  it("can be read twice, and left early", async () => {
    const long = Array.from({ length: 400_000 }, (_, index) => `${index}\n`).join("");
    put("long.json", long);
    putZip("long.zip", [{ name: "long.json", content: long }]);
    const { files } = await openInput(folder);
    for (const file of files) {
      for await (const chunk of file.open()) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect((await contentOf(file)) === long).toBe(true);
      expect((await contentOf(file)) === long).toBe(true);
    }
  });

  it("leaves no descriptor open, whichever way a read ends", async () => {
    const path = putZip("a.zip", [{ name: "a.json", content: "x".repeat(3_000_000) }]);
    put("b.json", "x".repeat(3_000_000));
    const free = async (): Promise<number> => {
      const handle = await open(path, "r");
      const { fd } = handle;
      await handle.close();
      return fd;
    };
    const { files } = await openInput(folder);
    const before = await free();
    for (let round = 0; round < 20; round += 1) {
      for (const file of files) {
        for await (const _ of file.open()) break;
        const reading = (async () => {
          for await (const _ of file.open()) throw new Error("caller fails");
        })();
        await expect(reading).rejects.toThrow("caller fails");
      }
    }
    // Streams give their descriptor back on a later turn of the loop.
    await expect.poll(free, { timeout: 5000 }).toBeLessThanOrEqual(before + 2);
  });
});

describe("what is passed over, with its reason", () => {
  it("links, which may lead anywhere", async () => {
    put("in/a.json", "a");
    put("outside.json", "secret");
    symlinkSync(join(folder, "outside.json"), join(folder, "in/link.json"));
    symlinkSync(join(folder, "in"), join(folder, "in/loop"));
    const input = await openInput(join(folder, "in"));
    expect(input.files.map(({ path }) => path)).toEqual(["a.json"]);
    expect(input.passedOver).toEqual([
      { path: "link.json", reason: "a link" },
      { path: "loop", reason: "a link" },
    ]);
  });

  it("archives inside archives, system files and links inside archives", async () => {
    const inner = makeZip([{ name: "conversations.json", content: "[]" }]);
    const path = putZip("outer.zip", [
      { name: "conversations.json", content: "[1]" },
      { name: "inner.zip", content: inner },
      { name: "__MACOSX/._conversations.json", content: "x" },
      { name: "link", content: "/etc/passwd", attributes: (0o120777 << 16) >>> 0 },
    ]);
    const input = await openInput(path);
    expect(input.files.map(({ path: name }) => name)).toEqual(["conversations.json"]);
    expect(input.passedOver.map(({ path: name }) => name)).toEqual([
      "inner.zip",
      "__MACOSX/._conversations.json",
      "link",
    ]);
  });
});

describe("what is refused", () => {
  it.each([
    ["a missing file", "gone.json", "NOT_FOUND"],
    ["a path through a file", "file.json/x", "NOT_FOUND"],
    ["an empty file", "empty.json", "INPUT_EMPTY"],
    ["an empty folder", "nothing", "INPUT_EMPTY"],
    ["a folder of empty files", "empties", "INPUT_EMPTY"],
    ["a device", "/dev/null", "UNSUPPORTED"],
    ["a link to itself", "circle", "NOT_FOUND"],
  ])("%s", async (_, path, code) => {
    put("file.json", "{}");
    put("empty.json", "");
    put("empties/a.json", "");
    mkdirSync(join(folder, "nothing"));
    symlinkSync(join(folder, "circle"), join(folder, "circle"));
    const location = path.startsWith("/") ? path : join(folder, path);
    await expect(openInput(location)).rejects.toMatchObject({ code, place: { file: location } });
  });

  it("an archive without files", async () => {
    await expect(openInput(putZip("a.zip", []))).rejects.toMatchObject({ code: "INPUT_EMPTY" });
  });

  // The superuser may read everything.
  it.skipIf(process.getuid?.() === 0)("a file or folder that may not be read", async () => {
    const file = put("secret.json", "[]");
    chmodSync(file, 0);
    await expect(readAll(file)).rejects.toMatchObject({ code: "PERMISSION" });
    const inside = put("locked/a.json", "[]");
    chmodSync(dirname(inside), 0);
    await expect(readAll(folder)).rejects.toMatchObject({ code: "PERMISSION" });
    chmodSync(dirname(inside), 0o700);
  });

  it.each([
    "../out.json",
    "a/../../out.json",
    "/etc/out.json",
    "C:/out.json",
    "a\\b.json",
    "..\\out.json",
    "a\0.json",
    "",
  ])("an archive with the name %j", async (name) => {
    const path = putZip("a.zip", [
      { name: "ok.json", content: "1" },
      { name, content: "x" },
    ]);
    await expect(openInput(path)).rejects.toMatchObject({ code: "ARCHIVE_PATH" });
  });

  const big = Buffer.alloc(2_000_000);
  const tight = { ...ZIP_LIMITS, freeBytes: 100_000 };
  const good = { name: "a.json", content: "x".repeat(50_000) };
  const damaged: [string, MadeEntry, string][] = [
    ["a bomb by its own word", { name: "a.json", content: big }, "ARCHIVE_BOMB"],
    ["a bomb that declares little", { name: "a.json", content: big, size: 1000 }, "ARCHIVE_BOMB"],
    [
      "a stored file of another size",
      { name: "a.json", content: "abc", method: 0, size: 5 },
      "ARCHIVE_DAMAGED",
    ],
    ["a file shorter than declared", { ...good, size: 50_001 }, "ARCHIVE_DAMAGED"],
    ["a wrong checksum", { ...good, checksum: 1 }, "ARCHIVE_DAMAGED"],
    ["a place past the end", { ...good, offset: 10_000_000 }, "ARCHIVE_DAMAGED"],
    ["a place that is no file's", { ...good, offset: 3 }, "ARCHIVE_DAMAGED"],
    ["an encrypted file", { ...good, flags: 1 }, "UNSUPPORTED"],
    ["a method nobody uses", { ...good, method: 12 }, "UNSUPPORTED"],
  ];
  it.each(damaged)("an archive with %s", async (_, entry, code) => {
    const path = putZip("a.zip", [entry]);
    await expect(readAll(path, tight)).rejects.toMatchObject({ code });
  });

  it("a bomb at the byte where it gives more than it declares", async () => {
    const path = putZip("a.zip", [
      { name: "a.json", content: Buffer.alloc(50_000_000, 0x20), size: 1_000_000 },
    ]);
    const { files } = await openInput(path);
    let bytes = 0;
    const reading = (async () => {
      for (const file of files) for await (const chunk of file.open()) bytes += chunk.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: "ARCHIVE_BOMB", place: { file: "a.json" } });
    expect(bytes).toBeLessThanOrEqual(1_000_000);
  });

  it("files that share their bytes, and sizes that add up to too much", async () => {
    const one = {
      name: "a.json",
      content: noise(9000),
      method: 0,
    };
    const copies = Array.from({ length: 5 }, (_, index) => ({
      ...one,
      name: `${index}.json`,
      sharesFirst: index > 0,
    }));
    await expect(openInput(putZip("a.zip", copies))).rejects.toMatchObject({ code: "ARCHIVE_BOMB" });
    const limits = { ...ZIP_LIMITS, totalBytes: 10_000 };
    const two = putZip("b.zip", [one, { ...one, name: "b.json" }]);
    await expect(openInput(two, limits)).rejects.toMatchObject({ code: "ARCHIVE_BOMB" });
    await expect(openInput(two, { ...ZIP_LIMITS, entries: 1 })).rejects.toMatchObject({
      code: "ARCHIVE_BOMB",
    });
  });

  it("one name for two files", async () => {
    const path = putZip("a.zip", [good, { ...good, content: "other" }]);
    await expect(openInput(path)).rejects.toMatchObject({ code: "ARCHIVE_DAMAGED" });
  });

  it("an archive cut off anywhere, and one with flipped bytes", async () => {
    const bytes = makeZip([{ name: "a.json", content: noise(3000) }]);
    for (const cut of [5, 31, 400, bytes.length - 60, bytes.length - 21, bytes.length - 1]) {
      await expect(readAll(put("cut.zip", bytes.subarray(0, cut)))).rejects.toMatchObject({
        code: "ARCHIVE_DAMAGED",
      });
    }
    for (let at = 60; at < bytes.length - 120; at += 97) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      await expect(readAll(put("flip.zip", flipped))).rejects.toMatchObject({
        code: expect.stringMatching(/^ARCHIVE_(?:DAMAGED|BOMB)$/),
      });
    }
  });
});
