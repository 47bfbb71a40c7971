/** `proviso check`, spawned as a workflow would: what it finds, how it says it, and its exit code. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STORY, writeInput } from "./export-input.ts";
import { makeZip } from "./make-zip.ts";
import { CHATS, EVENTS, run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

/** Values that no output may hold. */
const VALUES = ["jo.doe@example.com", "4242 4242 4242 4242", "correct-horse-7"];
const DIRTY = `first line
😀 write to ${VALUES[0]}, please
card ${VALUES[1]} and password: ${VALUES[2]}
`;

interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly type: string;
  readonly fails: boolean;
}

function written(name: string, content: string | Uint8Array): void {
  const file = join(folder.path, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
}

const check = (...args: readonly string[]) => run(["check", ...args], { cwd: folder.path });

async function found(...args: readonly string[]): Promise<readonly Finding[]> {
  const { stdout } = await check(...args, "--json");
  return (JSON.parse(stdout) as { readonly findings: readonly Finding[] }).findings;
}

describe("exit codes", () => {
  it("are 0 where nothing is found, 1 where something is, 2 for wrong usage", async () => {
    written("clean.txt", "The build took 38 minutes.\n");
    written("dirty.txt", DIRTY);
    const codes = [];
    for (const args of [["clean.txt"], ["dirty.txt"], ["."], [], ["clean.txt", "--format", "xml"]])
      codes.push((await check(...args)).code);
    expect(codes).toEqual([0, 1, 1, 2, 2]);
  });

  it("are 0 for findings of groups that are not named, which are still said", async () => {
    written("a.txt", "jo.doe@example.com\n");
    expect((await check("a.txt", "--fail-on", "secret,CARD")).code).toBe(0);
    expect((await check("a.txt", "--fail-on", "contact")).code).toBe(1);
    expect((await check("a.txt", "--fail-on", "EMAIL")).code).toBe(1);
    expect((await found("a.txt", "--fail-on", "secret")).map(({ type, fails }) => [type, fails])).toEqual([
      ["EMAIL", false],
    ]);
    const { code, stderr } = await check("a.txt", "--fail-on", "secrets");
    expect([code, stderr]).toEqual([2, expect.stringContaining("no group `secrets`")]);
  });
});

describe("where nothing can be checked, the exit code is 2", () => {
  it.each([
    ["NOT_FOUND", "misspelt.txt", []],
    ["NOT_FOUND", "a.txt", ["--profile", "misspelt"]],
    ["PROFILE_INVALID", "a.txt", ["--profile", "a.txt"]],
    ["NOT_FOUND", "a.txt", ["--key-file", "misspelt"]],
    ["KEY_INVALID", "a.txt", ["--key-file", "a.txt"]],
    ["NOT_FOUND", "a.txt", ["--baseline", "misspelt.json"]],
    ["INPUT_MALFORMED", "a.txt", ["--baseline", "a.txt"]],
  ] as const)("%s: %s %j", async (error, path, more) => {
    written("a.txt", "nothing: x\n");
    const { code, stdout, stderr } = await check(path, ...more);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(`error ${error}:`)]);
  });
});

describe("no output holds a value", () => {
  it.each(["text", "json", "sarif", "github"])("%s", async (format) => {
    written("dirty.txt", DIRTY);
    const { code, stdout, stderr } = await check("dirty.txt", "--format", format);
    expect(code).toBe(1);
    expect(stdout).toContain("EMAIL");
    expect(stdout).toContain("CARD");
    for (const value of VALUES) expect(stdout + stderr).not.toContain(value);
    // The longest parts that hints may show of a value.
    expect(stdout).not.toMatch(/jo\.|4242 4|corr/);
  });
});

describe("profiles with a key", () => {
  it("need none to be looked with, whatever operator needs it", async () => {
    written("a.txt", "jo.doe@example.com\n");
    for (const operator of ["pseudonym", "hash", "encrypt"]) {
      written(
        "p.yaml",
        `version: 1\nprofile: p\ndefault: ${operator}\nroles: { user: { default: ${operator} } }\n`,
      );
      expect((await found("a.txt", "--profile", "p.yaml")).map(({ type }) => type)).toEqual(["EMAIL"]);
    }
    expect(await found("a.txt", "--profile", "pseudonymous")).toHaveLength(1);
  });

  it("know their pseudonyms again in the same scope, and invented addresses without a key", async () => {
    written("key", "0123456789abcdef0123456789abcdef");
    written("in.txt", "Ask Maria Lopez, maria.lopez@example.com.\n");
    const keyed = ["--profile", "pseudonymous", "--key-file", "key", "--scope", "one"];
    const { stdout } = await run(["redact", "in.txt", ...keyed], { cwd: folder.path });
    written("out.txt", stdout);
    const types = async (...args: readonly string[]) =>
      (await found("out.txt", ...args)).map(({ type }) => type);
    expect(await types(...keyed)).toEqual([]);
    expect(await types("--profile", "pseudonymous")).not.toContain("EMAIL");
    expect((await found("in.txt")).map(({ type }) => type)).toEqual(["PERSON", "EMAIL"]);
  });
});

describe("a training set of our own", () => {
  /** Papers whose digests look like keys, and JSON-LD. */
  async function exported(): Promise<string> {
    const { args } = writeInput(folder.path, STORY);
    const out = join(folder.path, "set");
    expect((await run([...args, "--out", out])).code).toBe(0);
    return out;
  }

  it("is clean, as a folder, and of its papers each alone", async () => {
    const out = await exported();
    expect(await found(out)).toEqual([]);
    for (const name of ["index.jsonl", "manifest.json", "croissant.json"])
      expect(await found(join(out, name))).toEqual([]);
  });

  it("hides nothing but digests, and only beside a manifest that is whole", async () => {
    const out = await exported();
    const index = join(out, "index.jsonl");
    const lines = readFileSync(index, "utf8");
    writeFileSync(index, `${lines}{"client_secret":"aB3dE5fG7hJ9kL1mN3pQ","token":"jo.doe@example.com"}\n`);
    expect((await found(index)).map(({ type }) => type)).toEqual(["HIGH_ENTROPY", "EMAIL"]);
    written("other.jsonl", lines);
    expect((await found("other.jsonl")).map(({ type }) => type)).toEqual(["HIGH_ENTROPY"]);
    const manifest = join(out, "manifest.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace("train-general", "train-special"));
    writeFileSync(index, lines);
    expect((await found(out)).map(({ type }) => type)).toEqual(["HIGH_ENTROPY"]);
  });
});

describe("places", () => {
  it("are those an editor shows: lines and UTF-16 columns from 1", async () => {
    written("dirty.txt", DIRTY);
    const lines = DIRTY.split("\n");
    const at = (await found("dirty.txt")).map(({ line, column, endColumn }) =>
      lines[line - 1]?.slice(column - 1, endColumn - 1),
    );
    expect(at).toEqual(VALUES);
  });

  it("are right in lines of JSON, however many and long", async () => {
    const long = "é ".repeat(300_000);
    const lines = [
      JSON.stringify({ text: `${long} jo.doe@example.com` }),
      JSON.stringify({ text: "nothing" }),
      JSON.stringify({ a: "jo@example.com", b: `${long} bo@example.org` }),
    ];
    written("a.jsonl", `${`${lines.join("\n")}\n`.repeat(3)}`);
    const at = (await found("a.jsonl")).map(({ line, column, endColumn }) =>
      lines[(line - 1) % 3]?.slice(column - 1, endColumn - 1),
    );
    expect(at).toEqual([1, 2, 3].flatMap(() => ["jo.doe@example.com", "jo@example.com", "bo@example.org"]));
  });

  it("have files by the names that were given, from folders too", async () => {
    written("data/sub/a.txt", "jo@example.com");
    written("b.txt", "jo@example.com");
    expect((await found("./data/", "b.txt", "data/sub/a.txt")).map(({ path }) => path)).toEqual([
      "b.txt",
      "data/sub/a.txt",
    ]);
  });
});

describe("what is passed over is counted", () => {
  it("binaries, links and what is excluded", async () => {
    written("a.txt", "x");
    written("image.bin", Buffer.from([1, 0, 2]));
    written("dist/b.txt", "jo@example.com");
    written("logs/2026/c.log", "jo@example.com");
    symlinkSync("a.txt", join(folder.path, "link"));
    const { code, stdout } = await check(".", "--exclude", "dist", "--exclude", "logs/**/*.log", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      files: 1,
      passedOver: expect.arrayContaining([
        { path: "image.bin", reason: "binary" },
        { path: "link", reason: "a link" },
        { path: "dist", reason: "excluded" },
        { path: "logs/2026/c.log", reason: "excluded" },
      ]),
    });
  });

  it("looks into archives, and at what is in UTF-16", async () => {
    const entry = (name: string, content: string) => ({ name, content });
    written("export.zip", makeZip([entry("chats.jsonl", '{"a":"jo@example.com"}\n'), entry("x.bin", "\0")]));
    written("broken.zip", Buffer.from("PK\x03\x04 and no more"));
    written("wide.txt", Buffer.from("\ufeffline\r\njo@example.com", "utf16le"));
    const { stdout } = await check(".", "--json");
    const result = JSON.parse(stdout) as { findings: readonly Finding[]; passedOver: readonly unknown[] };
    expect(result.findings.map(({ path, line, column }) => [path, line, column])).toEqual([
      ["export.zip/chats.jsonl", 1, 7],
      ["wide.txt", 2, 1],
    ]);
    expect(result.passedOver).toEqual([
      { path: "broken.zip", reason: "an archive that cannot be read" },
      { path: "export.zip/x.bin", reason: "binary" },
    ]);
  });

  it("looks at text that is not UTF-8 all the same", async () => {
    written("latin.txt", Buffer.from("caf\xe9 jo@example.com\n", "latin1"));
    const { stdout } = await check("latin.txt", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ damaged: ["latin.txt"], counts: { EMAIL: 1 } });
  });
});

describe("any number of threads", () => {
  it("finds the same, in the same order", async () => {
    const words = "some words of a chat, as chats do; ".repeat(20);
    const lines = Array.from({ length: 1_500 }, (_, index) => `${words}p${index}@example.com é😀`);
    written("a.jsonl", lines.map((text) => `${JSON.stringify({ text })}\n`).join(""));
    written("b/notes.txt", lines.join("\n\n"));
    written("b/latin.txt", Buffer.from(`caf\xe9 ${lines.join(" ").replaceAll("😀", "")}`, "latin1"));
    written("b/image.bin", Buffer.from([1, 0, 2]));
    for (const name of ["c", "d", "e"]) written(`${name}.txt`, DIRTY);
    written("z.zip", makeZip([{ name: "chats.jsonl", content: '{"a":"jo@example.com"}\n' }]));
    written("known.json", '{"version":1,"salt":"0123456789abcdef","entries":[]}');
    const args = [".", "--baseline", "known.json", "--json"];
    const [one, three] = await Promise.all([
      check(...args, "--workers", "1"),
      check(...args, "--workers", "3"),
    ]);
    expect(three?.stdout === one?.stdout).toBe(true);
    expect(JSON.parse(one?.stdout ?? "")).toMatchObject({
      files: 7,
      counts: { EMAIL: 4_504, CARD: 3 },
      damaged: ["b/latin.txt"],
      passedOver: [
        { path: "known.json", reason: "excluded" },
        { path: "b/image.bin", reason: "binary" },
      ],
    });
  });
});

describe("a baseline", () => {
  it("lets pass what is known, and nothing else", async () => {
    written("a.txt", DIRTY);
    written("b.txt", "bo@example.org\nbo@example.org\n");
    expect((await check(".", "--baseline", "known.json", "--write-baseline")).code).toBe(0);
    const first = readFileSync(join(folder.path, "known.json"), "utf8");
    for (const value of [...VALUES, "bo@"]) expect(first).not.toContain(value);
    expect((await check(".", "--baseline", "known.json")).code).toBe(0);

    // Lines move, and the same value once more is once too often.
    written("a.txt", `a new line\n${DIRTY}`);
    expect((await check(".", "--baseline", "known.json")).code).toBe(0);
    written("b.txt", "bo@example.org\n".repeat(3));
    expect((await found(".", "--baseline", "known.json")).map(({ path, line }) => [path, line])).toEqual([
      ["b.txt", 3],
    ]);

    // Written again, only what has changed is another line.
    await check(".", "--baseline", "known.json", "--write-baseline");
    const second = readFileSync(join(folder.path, "known.json"), "utf8");
    const changed = second.split("\n").filter((line, at) => line !== first.split("\n")[at]);
    expect(changed).toHaveLength(1);
  });

  it("tells what is there no more", async () => {
    written("data/a.txt", "jo@example.com");
    written("other/b.txt", "bo@example.com");
    await check(".", "--baseline", "known.json", "--write-baseline");
    rmSync(join(folder.path, "data/a.txt"));
    rmSync(join(folder.path, "other/b.txt"));
    written("data/c.txt", "nothing");
    const { code, stdout } = await check("data", "--baseline", "known.json", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      baseline: { stale: [{ path: "data/a.txt", type: "EMAIL" }] },
    });
  });

  it.each([
    ["{", "not JSON"],
    ['{"version":2,"salt":"","entries":[]}', "version"],
    ['{"version":1,"salt":"0123456789abcdef","entries":[{"path":"a"}]}', "entries[0]"],
  ])("that is broken is an error: %s", async (text, said) => {
    written("known.json", text);
    written("a.txt", "x");
    const { code, stderr } = await check("a.txt", "--baseline", "known.json");
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe("annotations", () => {
  it("escape what a file's name might say", async () => {
    written("a,b:c%\n::error::x.txt", "jo@example.com");
    const { stdout } = await check(".", "--format", "github");
    expect(stdout.trimEnd().split("\n")).toHaveLength(2);
    expect(stdout).toMatch(
      /^::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax\.txt,line=1,endLine=1,col=1,endColumn=15,title=EMAIL::/,
    );
  });
});

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn?: number };
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

describe("SARIF", () => {
  const sarif = async (...args: readonly string[]) =>
    (JSON.parse((await check(...args, "--format", "sarif")).stdout) as Sarif).runs[0];

  it("has rules that results point at, relative places, and fingerprints of each result's own", async () => {
    written("data/ä b.txt", DIRTY + DIRTY);
    const log = await sarif("data");
    const rules = log?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(log?.results.map(({ ruleId, ruleIndex }) => rules[ruleIndex] === ruleId)).toEqual(
      Array(6).fill(true),
    );
    expect(log?.results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "data/%C3%A4%20b.txt" },
      region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 31 },
    });
    const prints = log?.results.map(
      ({ ruleId, partialFingerprints }) => `${ruleId} ${Object.values(partialFingerprints)}`,
    );
    expect(new Set(prints).size).toBe(6);
  });

  it("keeps fingerprints where lines move, and says the level", async () => {
    const prints = (log: Sarif["runs"][number] | undefined) =>
      log?.results.map((one) => one.partialFingerprints);
    written("a.txt", DIRTY);
    const before = await sarif("a.txt");
    written("a.txt", `\n\n${DIRTY}`);
    const after = await sarif("a.txt", "--fail-on", "secret");
    expect(prints(after)).toEqual(prints(before));
    expect(after?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["EMAIL", "note"],
      ["CARD", "note"],
      ["PASSWORD", "error"],
    ]);
  });
});

describe("permission", () => {
  const asked = ["--purpose", "train-general", "--at", "2026-06-01", "--events", EVENTS, ...SMALL];

  it("names the conversations that were not permitted, and why", async () => {
    const { code, stdout } = await check(CHATS, "--fail-on", "secret", ...asked, "--json");
    expect(code).toBe(1);
    const { conversations } = JSON.parse(stdout) as {
      conversations: { decided: number; notPermitted: readonly { conversation: string; reason: string }[] };
    };
    expect(conversations.decided).toBe(36);
    expect(conversations.notPermitted).toContainEqual(
      expect.objectContaining({ conversation: "c-004", reason: "DELETED", end: "notUsed" }),
    );
    expect(conversations.notPermitted.map(({ conversation }) => conversation)).not.toContain("c-002");
  });

  it("says of what it cannot decide that it cannot", async () => {
    written("notes.txt", "nothing to see");
    const alone = await check("notes.txt", ...asked);
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining("INPUT_UNRECOGNISED")]);
    const both = await check("notes.txt", CHATS, ...asked, "--json");
    expect(JSON.parse(both.stdout)).toMatchObject({
      conversations: { decided: 36, undecided: ["notes.txt"] },
    });
  });
});
