/** A profile that names a model: every command that redacts asks it, and none goes on without it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conversationLine, filesOf, writeInput } from "./export-input.ts";
import { modelServer } from "./model-server.ts";
import { CHATS, run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { writeTinyModel } from "./tiny-onnx.ts";

const folder = temporaryFolder();

function written(name: string, content: string): string {
  const file = join(folder.path, name);
  writeFileSync(file, content);
  return file;
}

function profile(model: string, more = ""): string {
  return written("redaction.yaml", `version: 1\nprofile: p\nnames:\n  model: ${model}\n${more}`);
}

const http = (url: string): string => `{ http: "${url}" }`;
const LINES = [
  '{"id":1,"text":"so zorvath went to lunterby 😀 with bo"}',
  '{"id":2,"text":"bo and zorvaths; jo@example.com"}',
  '{"id":3,"text":"nothing here"}',
  "",
].join("\n");
const REDACTED = [
  '{"id":1,"text":"so [PERSON] went to lunterby 😀 with [PERSON]"}',
  '{"id":2,"text":"[PERSON] and zorvaths; [EMAIL]"}',
  '{"id":3,"text":"nothing here"}',
  "",
].join("\n");

describe("redact", () => {
  it("asks once for each line, whatever the number of threads", async () => {
    const file = written("chats.jsonl", LINES);
    for (const workers of ["1", "3"]) {
      const server = await modelServer();
      const named = profile(http(server.url));
      const { code, stdout, stderr } = await run(["redact", file, "--profile", named, "--workers", workers]);
      expect([code, stdout]).toEqual([0, REDACTED]);
      expect(stderr).toContain("PERSON 3");
      expect(server.asked.map(({ text }) => text).sort()).toEqual([
        "bo and zorvaths; jo@example.com",
        "nothing here",
        "so zorvath went to lunterby 😀 with bo",
      ]);
    }
  });

  it("reads plain text as one document, and takes what the profile takes", async () => {
    const server = await modelServer();
    const named = profile(http(server.url), "entities: { place: replace }\nallow: [bo]\n");
    const stdin = "zorvath\nlunterby\nbo\n";
    const { stdout } = await run(["redact", "--profile", named], { stdin });
    expect(stdout).toBe("[PERSON]\n[LOCATION]\nbo\n");
    expect(server.asked).toEqual([{ text: stdin, language: "en" }]);
  });

  it("says who found it", async () => {
    const server = await modelServer();
    const places = join(folder.path, "places.jsonl");
    await run(["redact", "--profile", profile(http(server.url)), "--findings", places], {
      stdin: "so zorvath\n",
    });
    expect(JSON.parse(readFileSync(places, "utf8"))).toMatchObject({
      ...{ type: "PERSON", start: 3, end: 10, score: 0.85, recognizer: "model", validation: "model" },
    });
  });

  it("names the labels that nobody knows", async () => {
    const server = await modelServer();
    const args = ["redact", "--profile", profile(http(server.url))];
    const words = await run(args, { stdin: "Threnody\n" });
    expect([words.stdout, words.stderr]).toEqual(["Threnody\n", expect.stringContaining("`CODENAME`")]);
    const json = await run([...args, "--json"], { stdin: "Threnody\n" });
    expect(JSON.parse(json.stderr.split("\n")[1] ?? "")).toEqual({ model: { unknownLabels: ["CODENAME"] } });
  });

  it("runs a model's file, which stands where the profile says", async () => {
    writeTinyModel(join(folder.path, "models"));
    const named = profile("{ onnx: models/names.onnx }");
    const { code, stdout } = await run(["redact", "--profile", named], {
      stdin: '{"text":"said Zorvath\\nof Lunterby: Zo\\u00eb"}\n',
    });
    expect([code, stdout]).toEqual([0, '{"text":"said [PERSON]\\nof Lunterby: [PERSON]"}\n']);
  });
});

it("export asks about each conversation, and writes nothing without an answer", async () => {
  const said = [
    ["user", "so zorvath wrote to me"],
    ["assistant", "What did zorvath say?"],
  ] as const;
  const { args } = writeInput(
    folder.path,
    `${conversationLine("c-1", said)}\n${conversationLine("c-2", said)}\n`,
  );
  const server = await modelServer((request) => (request > 4 ? { status: 500 } : undefined));
  const named = profile(http(server.url));
  const sets = ["1", "2"].map((workers) => join(folder.path, `set-${workers}`));
  for (const [index, out] of sets.entries()) {
    const { code } = await run([...args, "--profile", named, "--out", out, "--workers", String(index + 1)]);
    expect(code).toBe(0);
    const [, rows = ""] = Object.entries(filesOf(out)).find(([name]) => name.startsWith("train-")) ?? [];
    expect(rows.match(/\[PERSON\]/g)).toHaveLength(4);
    expect(rows).not.toContain("zorvath");
  }
  const text = "so zorvath wrote to me\n\nWhat did zorvath say?";
  expect(server.asked.map((one) => one.text)).toEqual([text, text, text, text]);
  const out = join(folder.path, "other");
  const bad = await run([...args, "--profile", named, "--out", out]);
  expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining("MODEL_FAILED")]);
  expect(existsSync(out)).toBe(false);
});

it("check finds what only the model knows", async () => {
  const server = await modelServer();
  const file = written("notes.txt", "so zorvath\n");
  const asked = await run(["check", file, "--profile", profile(http(server.url))]);
  expect([asked.code, asked.stdout]).toEqual([1, expect.stringContaining("PERSON")]);
  expect(asked.stdout).not.toContain("zorvath");
  const without = await run(["check", file]);
  expect(without.code).toBe(0);
});

it("scan counts what only the model knows, with and without a report", async () => {
  const server = await modelServer();
  const file = written("chats.jsonl", `${conversationLine("c-1", [["user", "so zorvath and bo"]])}\n`);
  const args = ["scan", file, ...SMALL, "--redact", "--profile", profile(http(server.url)), "--json"];
  for (const report of [["--no-report"], ["--report", join(folder.path, "report.html")]]) {
    const { code, stdout, stderr } = await run([...args, ...report]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout).redaction.types).toMatchObject([{ type: "PERSON", values: 2 }]);
  }
});

describe("no command goes on without its model", () => {
  const given: readonly (readonly [string, (named: string) => readonly string[]])[] = [
    [
      "redact",
      (named) => [
        "redact",
        written("a.txt", "so zorvath\n"),
        "--profile",
        named,
        "--out",
        join(folder.path, "out.txt"),
      ],
    ],
    ["redact a stream", (named) => ["redact", "--profile", named]],
    ["check", (named) => ["check", written("a.txt", "so zorvath\n"), "--profile", named]],
    ["scan", (named) => ["scan", CHATS, ...SMALL, "--no-report", "--redact", "--profile", named]],
  ];
  it.each(given)("%s", async (command, args) => {
    const named = profile(http("http://127.0.0.1:9/analyze"));
    const { code, stdout, stderr } = await run(args(named), { stdin: "so zorvath\n" });
    // Of `check`, 1 says that something was found.
    expect([code, stdout]).toEqual([command === "check" ? 2 : 1, ""]);
    expect(stderr).toContain("MODEL_FAILED");
    expect(stderr).toContain("names.model");
    expect(existsSync(join(folder.path, "out.txt"))).toBe(false);
  });

  it("nor with an address that is none", async () => {
    const { code, stderr } = await run(["redact", "--profile", profile(http("ftp://example.com"))], {
      stdin: "x\n",
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining("names.model.http")]);
  });
});
