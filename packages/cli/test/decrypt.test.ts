/** `proviso decrypt`: what `redact` has encrypted, back where it stood, or nothing at all. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const PROFILE = "version: 1\nprofile: held\nscope: case-7\ndefault: encrypt\n";
const BLOCK = `${"-".repeat(5)}BEGIN PRIVATE KEY${"-".repeat(5)}\n${"QUJDRA".repeat(10)}\n${"-".repeat(5)}END PRIVATE KEY${"-".repeat(5)}`;
const TEXT = `Dear é,\n\n${BLOCK}\n\nwrite to jo@example.org or bo%40example.org\n`;
const LINES = [
  { id: 1, text: `my key:\n${BLOCK}\nand "quotes"`, mail: "jo@example.org" },
  { id: 2, text: 'db_password = "Zk8vQ2-LmX9tR"\t', arguments: JSON.stringify({ email: "bo@example.org" }) },
  { id: 3, text: "nothing" },
]
  .map((one) => `${JSON.stringify(one)}\n`)
  .join("");
const WITH_KEY = ["--key-file", "k", "--profile", "held.yaml"];

beforeEach(() => {
  written("held.yaml", PROFILE);
  written("k", "ab".repeat(32));
  written("other", "cd".repeat(32));
  written("a.txt", TEXT);
  written("b.jsonl", LINES);
});

function written(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder.path, name), content);
}

function read(name: string): string {
  return readFileSync(join(folder.path, name), "utf8");
}

async function proviso(args: readonly string[], stdin?: string) {
  return await run(args, { cwd: folder.path, ...(stdin === undefined ? {} : { stdin }) });
}

async function encrypted(): Promise<void> {
  const { code, stderr } = await proviso(["redact", "a.txt", "b.jsonl", ...WITH_KEY, "--out", "held/"]);
  expect([code, stderr]).toEqual([0, expect.stringContaining("redacted")]);
  for (const name of ["held/a.txt", "held/b.jsonl"]) {
    expect(read(name)).toContain(":enc:v1:");
    expect(read(name)).not.toMatch(/jo@|QUJDRA|Zk8vQ2/);
  }
}

describe("files", () => {
  it("come back letter by letter, into a folder, and it is said what was done", async () => {
    await encrypted();
    const { code, stdout, stderr } = await proviso([
      "decrypt",
      "held/a.txt",
      "held/b.jsonl",
      ...WITH_KEY,
      "--out",
      "new/back/",
    ]);
    expect([code, stdout]).toEqual([0, ""]);
    expect([read("new/back/a.txt"), read("new/back/b.jsonl")]).toEqual([TEXT, LINES]);
    expect(stderr).toMatch(/^\d values decrypted in 2 inputs\n {2}EMAIL 4, PRIVATE_KEY 2/);
  });

  it("come back in place, on standard output, and from standard input", async () => {
    await encrypted();
    const held = read("held/b.jsonl");
    const scoped = ["--key-file", "k", "--scope", "case-7"];
    expect((await proviso(["decrypt", "held/b.jsonl", ...scoped])).stdout).toBe(LINES);
    expect((await proviso(["decrypt", "held/b.jsonl", ...scoped, "--out", "-"])).stdout).toBe(LINES);
    expect((await proviso(["decrypt", "-", ...scoped], held)).stdout).toBe(LINES);
    expect((await proviso(["decrypt", ...scoped], held)).stdout).toBe(LINES);
    expect((await proviso(["decrypt", "held/b.jsonl", ...scoped, "--in-place"])).code).toBe(0);
    expect(read("held/b.jsonl")).toBe(LINES);
  });

  it("are told of to a program", async () => {
    await encrypted();
    const { stderr } = await proviso(["decrypt", "held/b.jsonl", ...WITH_KEY, "--out", "b2.jsonl", "--json"]);
    expect(JSON.parse(stderr)).toMatchObject({
      inputs: [
        {
          name: "held/b.jsonl",
          out: "b2.jsonl",
          format: "jsonl",
          decrypted: { EMAIL: 2, PRIVATE_KEY: 1 },
          cut: 0,
        },
      ],
    });
  });

  it("with bytes that are no UTF-8 keep them", async () => {
    const { stdout } = await proviso(["redact", ...WITH_KEY], "to jo@example.org é");
    const bytes = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(stdout), Buffer.of(0xc3)]);
    written("c.bin", bytes);
    await proviso(["decrypt", "c.bin", ...WITH_KEY, "--out", "c.out"]);
    expect(readFileSync(join(folder.path, "c.out"))).toEqual(
      Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from("to jo@example.org é"), Buffer.of(0xc3)]),
    );
  });

  it("larger than what is read at once come back", async () => {
    const many = Array.from(
      { length: 3000 },
      (_, index) => `${"words ".repeat(40)}p${index}@example.org\n`,
    ).join("");
    const { stdout } = await proviso(["redact", ...WITH_KEY], `${many}${TEXT}`.repeat(2));
    written("many.txt", stdout);
    expect((await proviso(["decrypt", "many.txt", ...WITH_KEY])).stdout === `${many}${TEXT}`.repeat(2)).toBe(
      true,
    );
  });
});

describe("what cannot be decrypted", () => {
  it.each<[string, readonly string[]]>([
    ["another key", ["--key-file", "other", "--scope", "case-7"]],
    ["another scope", ["--key-file", "k"]],
  ])("for %s is named with file and line, and nothing is written", async (_, args) => {
    await encrypted();
    const plain = `${"x\n".repeat(5)}`;
    written("held/plain.txt", plain);
    const before = read("held/b.jsonl");
    for (const to of [["--out", "back/"], ["--in-place"], []]) {
      const { code, stdout, stderr } = await proviso([
        "decrypt",
        "held/plain.txt",
        "held/b.jsonl",
        ...args,
        ...to,
        "--json",
      ]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(JSON.parse(stderr)).toMatchObject({
        error: { code: "KEY_MISMATCH", place: { file: "held/b.jsonl", line: 1 } },
      });
    }
    expect(read("held/b.jsonl")).toBe(before);
    expect(readdirSync(folder.path)).not.toContain("back");
    expect(readdirSync(join(folder.path, "held")).sort()).toEqual(["a.txt", "b.jsonl", "plain.txt"]);
  });

  it("in the second file leaves the first as it was", async () => {
    await encrypted();
    const held = read("held/a.txt");
    const foreign = (
      await proviso(["redact", "--key-file", "other", "--profile", "held.yaml"], "x\njo@example.org\n")
    ).stdout;
    written("held/foreign.txt", foreign);
    const { stderr } = await proviso([
      "decrypt",
      "held/a.txt",
      "held/foreign.txt",
      ...WITH_KEY,
      "--in-place",
    ]);
    expect(stderr).toContain("at held/foreign.txt:2\n");
    expect(read("held/a.txt")).toBe(held);
  });

  it("since its end is missing stays, and is said", async () => {
    const { stdout } = await proviso(["redact", ...WITH_KEY], "jo@example.org");
    const cut = stdout.slice(0, -3);
    const { stdout: out, stderr } = await proviso(["decrypt", ...WITH_KEY], cut);
    expect(out).toBe(cut);
    expect(stderr).toContain("1 tag without an end");
  });

  it.each<[string, readonly string[], RegExp, number]>([
    ["no key", ["a.txt"], /KEY_MISSING/, 1],
    ["no file of that name", ["none.txt", "--key-file", "k"], /NOT_FOUND/, 1],
    ["its own input", ["a.txt", "--key-file", "k", "--out", "a.txt"], /would destroy it/, 2],
    ["files and a stream", ["a.txt", "-", "--key-file", "k"], /exclude each other/, 2],
  ])("%s", async (_, args, message, wanted) => {
    const { code, stderr } = await proviso(["decrypt", ...args]);
    expect([code, stderr]).toEqual([wanted, expect.stringMatching(message)]);
    expect(read("a.txt")).toBe(TEXT);
  });
});
