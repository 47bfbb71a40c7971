/** The ledger in a folder: what every ledger does, and what happens to files. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import {
  newSigningKey,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  printNote,
  printVerifierKey,
  signNote,
} from "@proviso/core/ledger";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { makeFolderLedger, newOpening, openFolderLedger, readKeyFile } from "../src/ledger/index.ts";
import { ledgerSuite } from "./ledger-suite.ts";

const root = mkdtempSync(join(tmpdir(), "proviso-ledger-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

async function fresh(): Promise<string> {
  made += 1;
  const folder = join(root, String(made));
  await makeFolderLedger(folder, "example.com/log");
  return folder;
}

ledgerSuite("a ledger in a folder", {
  make: async () => {
    const folder = await fresh();
    return { read: () => openFolderLedger(folder), write: () => openFolderLedger(folder, { write: true }) };
  },
});

const some = (count: number) => Array.from({ length: count }, (_, at) => newOpening("policy", { at }));

describe("files", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await fresh();
    const ledger = await openFolderLedger(folder, { write: true });
    await ledger.append(some(200));
    await ledger.append(some(100));
    await ledger.close();
  });

  it("lie as C2SP tlog-tiles says, and what is private is private", () => {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort();
    expect(names).toEqual([
      "checkpoint",
      "ledger.json",
      "private/journal",
      "private/log.key",
      "private/openings/000.jsonl",
      "private/openings/001.jsonl",
      "tile/0/000",
      "tile/0/001.p/44",
      "tile/1/000.p/1",
      "tile/entries/000",
      "tile/entries/001.p/44",
    ]);
    expect(statSync(join(folder, "private/log.key")).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "private/openings/000.jsonl")).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "private")).mode & 0o777).toBe(0o700);
  });

  it.each([
    ["tile/0/001.p/44", "truncated"],
    ["tile/0/001.p/44", "missing"],
    ["tile/0/001.p/44", "flipped"],
    ["tile/1/000.p/1", "truncated"],
    ["tile/1/000.p/1", "missing"],
    ["tile/1/000.p/1", "flipped"],
    ["tile/entries/001.p/44", "truncated"],
    ["tile/entries/001.p/44", "missing"],
    ["tile/entries/001.p/44", "flipped"],
    ["ledger.json", "truncated"],
    ["checkpoint", "truncated"],
    ["checkpoint", "missing"],
  ])("%s %s is refused when the ledger is opened, by name", async (name, how) => {
    harm(join(folder, name), how);
    for (const write of [false, true]) {
      const error = await openFolderLedger(folder, { write }).catch((one: unknown) => one);
      expect(error).toMatchObject({ name: "ProvisoError", code: /^(?:LEDGER_DAMAGED|NOTE_INVALID)$/ });
      expect(JSON.stringify(error) + String(error)).toContain(name);
    }
    expect(existsSync(join(folder, "private/lock"))).toBe(false);
  });

  it.each([
    ["tile/0/000", "truncated"],
    ["tile/0/000", "flipped"],
    ["tile/entries/000", "flipped"],
    ["tile/entries/000", "missing"],
    ["private/openings/000.jsonl", "truncated"],
    ["private/openings/000.jsonl", "missing"],
  ])("%s %s is found by a check of everything", async (name, how) => {
    harm(join(folder, name), how);
    const ledger = await openFolderLedger(folder);
    const error = await ledger.check().catch((one: unknown) => one);
    expect(error).toMatchObject({ code: "LEDGER_DAMAGED" });
    expect(JSON.stringify(error) + String(error)).toContain(name);
  });

  it("takes no head that another key has signed", async () => {
    const other = newSigningKey("example.com/log", new Uint8Array(32).fill(3));
    await expect(openFolderLedger(folder, { pinned: [other] })).rejects.toMatchObject({
      code: "KEY_MISMATCH",
    });
    const elsewhere = await fresh();
    cpSync(join(elsewhere, "checkpoint"), join(folder, "checkpoint"));
    await expect(openFolderLedger(folder)).rejects.toMatchObject({ code: "KEY_MISMATCH" });
  });

  it("is written with its own key only", async () => {
    const elsewhere = await fresh();
    cpSync(join(elsewhere, "private/log.key"), join(folder, "private/log.key"));
    await expect(openFolderLedger(folder, { write: true })).rejects.toMatchObject({ code: "KEY_MISMATCH" });
    rmSync(join(folder, "private/log.key"));
    await expect(openFolderLedger(folder, { write: true })).rejects.toMatchObject({ code: "KEY_MISSING" });
  });

  it("drops what was written behind the journal's last whole record", async () => {
    appendFileSync(join(folder, "private/journal"), "proviso-journal/1 900 0000");
    appendFileSync(join(folder, "private/openings/001.jsonl"), '{"kind":"event","sa');
    const ledger = await openFolderLedger(folder, { write: true });
    await ledger.append(some(1));
    expect(await ledger.check()).toEqual({ leaves: 301, openings: 301, erased: 0 });
    await ledger.close();
  });

  it("takes over from a process that is no more, and from no other", async () => {
    const file = join(folder, "private/lock");
    const host = hostname();
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, host, began: "1" }));
    await (await openFolderLedger(folder, { write: true })).close();
    // Its own number, given to another process before: a container that was started anew.
    writeFileSync(file, JSON.stringify({ pid: process.pid, host, began: "1" }));
    await (await openFolderLedger(folder, { write: true })).close();
    writeFileSync(file, JSON.stringify({ pid: 1, host: "elsewhere.example", began: "1" }));
    const error = await openFolderLedger(folder, { write: true }).catch((one: unknown) => one);
    expect(error).toMatchObject({ code: "LEDGER_LOCKED" });
    expect(String(error)).toContain("process 1 on `elsewhere.example`");
  });

  it("brings an interrupted change of keys to its end", async () => {
    const ledger = await openFolderLedger(folder, { write: true });
    const old = readFileSync(join(folder, "private/log.key"));
    await ledger.rotate();
    const next = readFileSync(join(folder, "private/log.key"));
    await ledger.close();
    // As if it had ended before the last rename: both keys are there.
    writeFileSync(join(folder, "private/log.key"), old);
    writeFileSync(join(folder, "private/log.key.next"), next);
    const again = await openFolderLedger(folder, { write: true });
    await again.append(some(1));
    expect(readFileSync(join(folder, "private/log.key"))).toEqual(next);
    expect((await again.settings()).keys).toHaveLength(2);
    expect(parseCheckpoint(await again.head()).note.signatures).toHaveLength(1);
    await again.close();
  });

  it("is not made where something is", async () => {
    await expect(makeFolderLedger(folder, "example.com/log")).rejects.toMatchObject({ code: "USAGE" });
    await expect(makeFolderLedger(join(root, "x"), "two words")).rejects.toMatchObject({ code: "USAGE" });
  });
});

function harm(path: string, how: string): void {
  if (how === "missing") rmSync(path);
  else if (how === "truncated") truncateSync(path, statSync(path).size - 5);
  else {
    const bytes = readFileSync(path);
    const at = bytes.length - 20;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(path, bytes);
  }
}

describe("what an attacker with the folder can do", () => {
  it("is not to pass the log on: signatures under a public head name no key", async () => {
    const folder = await fresh();
    const ledger = await openFolderLedger(folder, { write: true });
    await ledger.append(some(2));
    const { keys } = await ledger.settings();
    const head = await ledger.head();
    await ledger.close();
    const pinned = [parseVerifierKey(keys[0]?.key ?? "")];
    const thief = newSigningKey("example.com/log", new Uint8Array(32).fill(3));
    const { text, signatures } = parseNote(head);
    const both = printNote({ text, signatures: [...signatures, ...signNote(text, thief).signatures] });
    const settings = join(folder, "ledger.json");
    const file = JSON.parse(readFileSync(settings, "utf8")) as { keys: object[] };
    file.keys.push({ key: printVerifierKey(thief), since: 2, handover: both });
    writeFileSync(settings, JSON.stringify(file));
    writeFileSync(join(folder, "checkpoint"), printNote(signNote(text, thief)));
    await expect(openFolderLedger(folder, { pinned })).rejects.toMatchObject({ code: "KEY_MISMATCH" });
  });

  it("is not to let a retired key sign again", async () => {
    const folder = await fresh();
    const ledger = await openFolderLedger(folder, { write: true });
    await ledger.append(some(1));
    const old = readKeyFile(join(folder, "private/log.key"));
    await ledger.rotate();
    await ledger.append(some(1));
    const { text } = parseNote(await ledger.head());
    await ledger.close();
    writeFileSync(join(folder, "checkpoint"), printNote(signNote(text, old)));
    await expect(openFolderLedger(folder)).rejects.toMatchObject({ code: "KEY_MISMATCH" });
    await expect(openFolderLedger(folder, { pinned: [old] })).rejects.toMatchObject({ code: "KEY_MISMATCH" });
  });

  it("is not to hand out an opening that is not its leaf's", async () => {
    const folder = await fresh();
    const ledger = await openFolderLedger(folder, { write: true });
    await ledger.append(some(3));
    await ledger.close();
    const file = join(folder, "private/openings/000.jsonl");
    writeFileSync(file, readFileSync(file, "utf8").replace('"at":1', '"at":7'));
    const read = await openFolderLedger(folder);
    await expect(read.opening(1)).rejects.toMatchObject({ code: "LEDGER_DAMAGED" });
    await expect(read.evidence(1)).rejects.toMatchObject({ code: "LEDGER_DAMAGED" });
    const all = async (): Promise<void> => {
      for await (const _ of read.openings());
    };
    await expect(all()).rejects.toThrow("opening of leaf 1");
    await read.close();
  });

  it("is not to put an older head back and have the rest forgotten", async () => {
    const folder = await fresh();
    const ledger = await openFolderLedger(folder, { write: true });
    await ledger.append(some(3));
    const early = await ledger.head();
    await ledger.append(some(4));
    await ledger.close();
    writeFileSync(join(folder, "checkpoint"), early);
    await expect(openFolderLedger(folder, { write: true })).rejects.toThrow("an older one was put back");
    expect(readFileSync(join(folder, "private/openings/000.jsonl"), "utf8").trim().split("\n")).toHaveLength(
      7,
    );
  });
});
