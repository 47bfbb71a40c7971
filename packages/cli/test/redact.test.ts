/** `proviso redact`, spawned as a shell would: what goes in, what comes out, what is left behind. */
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { ended, run, start } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

function written(name: string, content: string | Uint8Array): string {
  const file = join(folder.path, name);
  writeFileSync(file, content);
  return file;
}

/** Megabytes of chats, each line with its number and an address. */
function manyLines(count: number): string {
  const filler = "some words of a chat that goes on for a while, as chats do; ".repeat(8);
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({ id: index, text: `${filler}write to p${index}@example.com \u00e9😀` }),
  ).join("\n");
}

const MODEL = `profile: with-model
version: 1
names:
  model: { http: "http://127.0.0.1:9/names" }
`;

describe("a filter", () => {
  it.each<[string, string, string]>([
    ["JSON lines", '{"a":"jo@example.com"}\n{"b":1}\n', '{"a":"[EMAIL]"}\n{"b":1}\n'],
    ["a last line without an end", "x\njo@example.com", "x\n[EMAIL]"],
    ["nothing", "", ""],
    ["empty lines and CRLF", "\r\n\r\njo@example.com\r\n", "\r\n\r\n[EMAIL]\r\n"],
    ["a byte order mark", '\ufeff{"a":"jo@example.com"}\n', '\ufeff{"a":"[EMAIL]"}\n'],
    [
      "lone surrogates, escapes and order",
      '{"z":"\\ud800 jo@example.com","a": 1.50}\n',
      '{"z":"\\ud800 [EMAIL]","a": 1.50}\n',
    ],
    ["a laid out file", '{\n  "a": "jo@example.com"\n}\n', '{\n  "a": "[EMAIL]"\n}\n'],
  ])("keeps %s", async (_, given, wanted) => {
    const { code, stdout } = await run(["redact"], { stdin: given });
    expect([code, stdout]).toEqual([0, wanted]);
  });

  it("says on stderr what it did, for people and for programs", async () => {
    const stdin = '{"a":"jo@example.com"}\n{"a":"bo@example.com"}\n';
    const words = await run(["redact"], { stdin });
    expect(words.stderr).toContain("2 lines of jsonl, 46 B: 2 findings redacted");
    expect(words.stderr).toContain("EMAIL 2");
    const json = await run(["redact", "--json"], { stdin });
    expect(JSON.parse(json.stderr)).toMatchObject({
      inputs: [{ format: "jsonl", lines: 2, bytes: 46, redacted: { EMAIL: 2 } }],
    });
    expect(json.stdout).toBe(words.stdout);
  });

  it("reads standard input for a dash, and writes to it", async () => {
    const { code, stdout } = await run(["redact", "-", "--out", "-"], { stdin: "jo@example.com" });
    expect([code, stdout]).toEqual([0, "[EMAIL]"]);
  });

  it("moves dates by the subject", async () => {
    const args = ["redact", "--profile", "pseudonymous"];
    const options = { stdin: "born on 12 March 1987\n", env: { PROVISO_KEY: "ab".repeat(32) } };
    const dated = async (more: readonly string[]) => (await run([...args, ...more], options)).stdout;
    expect(await dated([])).toBe("born on [DATE_OF_BIRTH]\n");
    const moved = await dated(["--subject", "account-7"]);
    expect(moved).toMatch(/^born on \d{1,2} [A-Z][a-z]+ 178\d\n$/);
    expect(await dated(["--subject", "account-7", "--workers", "2"])).toBe(moved);
    expect(await dated(["--subject", "account-8"])).not.toBe(moved);
  });

  it("gives out what is done while more is to come", async () => {
    const child = start(["redact", "--format", "jsonl"], { stdin: "" });
    child.stdin?.write('{"a":"jo@example.com"}\n{"b":');
    const [first] = await once(child.stdout ?? process.stdin, "data");
    expect(String(first)).toBe('{"a":"[EMAIL]"}\n');
    child.stdin?.end("2}\n");
    expect((await ended(child)).stdout).toBe('{"b":2}\n');
  });

  it("gives the same bytes with any number of threads, in order", async () => {
    const text = manyLines(20_000);
    const file = written("many.jsonl", text);
    const [one, three] = await Promise.all([
      run(["redact", file, "--workers", "1"]),
      run(["redact", file, "--workers", "3"]),
    ]);
    expect(one.stdout).toBe(text.replace(/p\d+@example\.com/g, "[EMAIL]"));
    expect(three.stdout === one.stdout).toBe(true);
    expect(three.stderr).toBe(one.stderr);
  });

  it.each<[string, readonly string[], (lines: string) => string]>([
    ["JSON lines", [], (lines) => lines],
    ["JSON lines, by several threads", ["--workers", "2"], (lines) => lines],
    ["plain text, by several threads", ["--workers", "2", "--format", "text"], (lines) => lines],
    ["one line", ["--workers", "2"], (lines) => JSON.stringify({ all: lines })],
  ])("gives of %s what it gives of a file", async (_, args, made) => {
    const text = made(manyLines(5_000));
    const file = written("many", text);
    const [named, piped] = await Promise.all([
      run(["redact", file, ...args]),
      run(["redact", ...args], { stdin: text }),
    ]);
    expect(named.stdout).toHaveLength(text.replace(/p\d+@example\.com/g, "[EMAIL]").length);
    expect(piped.stdout === named.stdout).toBe(true);
  });

  it("takes a line that is too long to be held at once", async () => {
    const words = "a b c d e f g h ".repeat(64);
    const text = `{"text":"${`${words}jo@example.com `.repeat(20_000)}"}\n`;
    expect(text.length).toBeGreaterThan(20_000_000);
    const { code, stdout } = await run(["redact"], { stdin: text });
    expect(code).toBe(0);
    expect(stdout === text.replaceAll("jo@example.com", "[EMAIL]")).toBe(true);
  });

  it("ends quietly where its reader goes away", async () => {
    const child = start(["redact", written("many.jsonl", manyLines(30_000))]);
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { code, stderr } = await ended(child);
    expect([code, stderr]).toEqual([141, ""]);
  });
});

describe("files", () => {
  it("go to standard output, one after another", async () => {
    const files = [written("a.txt", "jo@example.com\n"), written("b.txt", "x\n")];
    expect((await run(["redact", ...files])).stdout).toBe("[EMAIL]\nx\n");
  });

  it("go into a folder, each under its own name", async () => {
    const files = [written("a.txt", "jo@example.com\n"), written("b.txt", "x\n")];
    const out = join(folder.path, "clean/");
    const { code, stdout } = await run(["redact", ...files, "--out", out]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(
      readdirSync(out)
        .sort()
        .map((name) => readFileSync(join(out, name), "utf8")),
    ).toEqual(["[EMAIL]\n", "x\n"]);
  });

  it("go into folders that are made for them", async () => {
    const file = written("a.txt", "jo@example.com\n");
    const [out, findings] = [join(folder.path, "new/er/a.txt"), join(folder.path, "other/places.jsonl")];
    expect((await run(["redact", file, "--out", out, "--findings", findings])).code).toBe(0);
    expect(readFileSync(out, "utf8")).toBe("[EMAIL]\n");
    expect(readFileSync(findings, "utf8")).toContain('"EMAIL"');
  });

  it("that were written before an error are named", async () => {
    const good = [written("1.txt", "jo@example.com\n"), written("2.txt", "x\n")];
    const bad = written("bad.txt", Buffer.from([0xff]));
    for (const args of [["--in-place"], ["--out", "clean/"]]) {
      const { code, stderr } = await run(["redact", ...good, bad, ...args], { cwd: folder.path });
      expect([code, stderr]).toEqual([1, expect.stringContaining("already written: `")]);
      expect(stderr).toMatch(/1\.txt`, `.*2\.txt`$/m);
    }
  });

  it.skipIf(process.platform === "win32").each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("leave nothing hidden after %s", async (signal, exit) => {
    const file = written("many.jsonl", manyLines(30_000));
    const args = ["redact", file, "--in-place", "--workers", "2", "--findings", join(folder.path, "f.jsonl")];
    const child = start(args);
    const end = ended(child);
    while (readdirSync(folder.path).filter((name) => name.endsWith(".tmp")).length < 2) await setTimeout(5);
    child.kill(signal);
    expect((await end).code).toBe(exit);
    expect(readdirSync(folder.path)).toEqual(["many.jsonl"]);
  });

  it("are written back in place, and only whole", async () => {
    const good = written("good.txt", "jo@example.com\n");
    const bad = written("bad.txt", Buffer.from([0x78, 0x0a, 0xff]));
    const { code } = await run(["redact", good, bad, "--in-place"]);
    expect(code).toBe(1);
    expect(readFileSync(good, "utf8")).toBe("[EMAIL]\n");
    expect(readFileSync(bad)).toEqual(Buffer.from([0x78, 0x0a, 0xff]));
    expect(readdirSync(folder.path).sort()).toEqual(["bad.txt", "good.txt"]);
  });

  it("have their findings listed by place, without the values", async () => {
    const text = '{"a":"x"}\n{"é":"é jo@example.com, bo@example.com"}\n';
    const file = written("a.jsonl", text);
    const findings = join(folder.path, "findings.jsonl");
    await run(["redact", file, "--findings", findings]);
    const listed = readFileSync(findings, "utf8");
    expect(listed).not.toContain("jo@");
    const lines = text.split("\n").map((line) => Buffer.from(line));
    const found = listed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { line: number; start: number; end: number; type: string });
    expect(
      found.map(({ line, start: from, end, type }) => [
        type,
        lines[line - 1]?.subarray(from, end).toString(),
      ]),
    ).toEqual([
      ["EMAIL", "jo@example.com"],
      ["EMAIL", "bo@example.com"],
    ]);
  });
});

describe("bytes that are not UTF-8", () => {
  const bytes = Buffer.concat([Buffer.from("one\ntwo é"), Buffer.of(0xc3, 0x28), Buffer.from("\n")]);

  it("are an error with file, line and byte", async () => {
    const file = written("bad.txt", bytes);
    const { code, stderr, stdout } = await run(["redact", file, "--json"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: "INPUT_ENCODING", place: { file, line: 2, column: 7, offset: 10 } },
    });
  });

  it("are replaced if asked, and that is said", async () => {
    const { code, stdout, stderr } = await run(["redact", "--invalid", "replace"], { stdin: bytes });
    expect([code, stdout]).toEqual([0, "one\ntwo é\ufffd(\n"]);
    expect(stderr).toContain("not UTF-8");
  });
});

describe("what is wrong is said before anything is read or written", () => {
  it.each<[string, (file: string) => readonly string[], RegExp, number]>([
    ["an unknown profile", (file) => [file, "--profile", "defualt"], /defualt/, 1],
    ["a profile without its key", (file) => [file, "--profile", "pseudonymous"], /KEY_MISSING/, 1],
    ["a model that is not there", (file) => [file, "--profile", "model.yaml"], /names\.model/, 1],
    ["a folder", () => ["."], /is a folder/, 1],
    ["a file that is not there", () => ["nowhere.txt"], /nowhere/, 1],
    ["its own input", (file) => [file, "--out", file], /would destroy it/, 2],
    ["two places", (file) => [file, "--out", "x", "--in-place"], /exclude each other/, 2],
    ["files and a stream", (file) => [file, "--stdin"], /exclude each other/, 2],
    ["a file and a dash", (file) => [file, "-"], /exclude each other/, 2],
    ["a file as folder", (file) => [file, "--out", "b.txt/x/y"], /error USAGE: a file stands where/, 2],
    ["a file as the folder right above", (file) => [file, "--out", "b.txt/x"], /error USAGE: a file/, 2],
    ["a file as the folder of findings", (file) => [file, "--findings", "b.txt/f"], /error USAGE/, 2],
    ["an empty subject", (file) => [file, "--subject", ""], /`--subject` is empty/, 2],
    ["several files into one", (file) => [file, `./${"b.txt"}`, "--out", "x"], /not a folder/, 2],
    ["no number of threads", (file) => [file, "--workers", "0"], /whole number from 1 to 64/, 2],
    ["a format", (file) => [file, "--format", "csv"], /format/, 2],
  ])("%s", async (_, args, message, wanted) => {
    const file = written("a.txt", "jo@example.com\n");
    written("b.txt", "x\n");
    written("model.yaml", MODEL);
    const { code, stderr, stdout } = await run(["redact", ...args(file)], { cwd: folder.path });
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([wanted, ""]);
    expect(readFileSync(file, "utf8")).toBe("jo@example.com\n");
  });

  it("two inputs of one name", async () => {
    const first = written("a.txt", "x");
    mkdirSync(join(folder.path, "sub"));
    const { code, stderr } = await run(["redact", first, written("sub/a.txt", "y"), "--out", "clean/"], {
      cwd: folder.path,
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining("two inputs")]);
  });
});

describe("redact evaluate", () => {
  const marked = '{"text":"I am jo@example.com","spans":[{"start":5,"end":19,"type":"EMAIL_ADDRESS"}]}\n';

  it("prints a table, JSON and mistakes", async () => {
    const missed = '{"text":"mail jo at home","spans":[{"start":5,"end":7,"type":"EMAIL"}]}\n';
    const file = written("marked.jsonl", marked + missed);
    const mistakes = join(folder.path, "mistakes.jsonl");
    const words = await run(["redact", "evaluate", file, "--mistakes", mistakes]);
    expect(words.stdout).toMatch(/EMAIL +2 +1 +1\.000 0\.500/);
    expect(JSON.parse(readFileSync(mistakes, "utf8"))).toMatchObject({
      class: "EMAIL",
      kind: "missed",
      text: "jo",
    });
    const json = await run(["redact", "evaluate", file, "--json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      sets: [
        { documents: 2, classes: { EMAIL: { counts: { gold: 2, exact: 1 }, overlap: { recall: 0.5 } } } },
      ],
    });
  });

  it("measures another tool, by labels of one's own", async () => {
    const file = written("marked.jsonl", marked.replace("EMAIL_ADDRESS", "POSTBOX"));
    const labels = written("labels.yaml", "EMAIL: { labels: [POSTBOX, MAILBOX] }\n");
    const predictions = written("other.json", '{"0":[[5,19,"MAILBOX"]]}');
    const args = ["redact", "evaluate", file, "--predictions", predictions];
    expect((await run(args)).stdout).toContain("not claimed, so not counted: POSTBOX 1");
    expect((await run([...args, "--labels", labels])).stdout).toMatch(/EMAIL +1 +1 +1\.000 1\.000/);
  });

  it.each([
    [["--threshold", "2"], 2],
    [["--threshold", ""], 2],
  ])("refuses %j", async (args, wanted) => {
    expect((await run(["redact", "evaluate", written("m.jsonl", marked), ...args])).code).toBe(wanted);
  });
});
