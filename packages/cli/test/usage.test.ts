import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { examplesOf } from "../src/commands/examples.ts";
import { buildProgram, contextOf } from "../src/program.ts";
import { terminalOf } from "../src/terminal/terminal.ts";
import { run } from "./run-cli.ts";

function tree(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(tree)];
}

function program(columns: number): readonly Command[] {
  const terminal = terminalOf({
    argv: [],
    env: { COLUMNS: `${columns}` },
    stdin: {},
    stdout: {},
    stderr: {},
  });
  return tree(buildProgram(contextOf([], terminal, 0))).filter((one) => one.name() !== "complete");
}

describe("--help", () => {
  it.each(program(80).map((command) => [command.name(), command] as const))(
    "of %s has an example",
    (_, command) => {
      expect(examplesOf(command).length).toBeGreaterThan(0);
      for (const [line] of examplesOf(command)) expect(line).toMatch(/^proviso /);
      expect(command.description()).not.toBe("");
      for (const option of command.options) expect(option.description).not.toBe("");
    },
  );

  it.each([80, 40])("fits %i columns", (columns) => {
    for (const command of program(columns)) {
      // The usage line is there to be copied and is not broken.
      for (const line of command.helpInformation().split("\n").slice(1)) {
        expect(line.length).toBeLessThanOrEqual(columns);
      }
    }
  });

  it("lists of the commands above it only what the whole program takes", () => {
    const helps = new Map(
      program(80).map((one) => [`${one.parent?.name()} ${one.name()}`, one.helpInformation()]),
    );
    for (const [name, foreign] of [
      ["export verify", "--shard-size"],
      ["redact evaluate", "--in-place"],
    ] as const) {
      expect(helps.get(name)).toContain("--json");
      expect(helps.get(name)).not.toContain(foreign);
    }
  });

  it.each([[["--help"]], [["scan", "--help"]], [["help", "policy"]], [[]]])(
    "of %j goes to stdout",
    async (args) => {
      const { code, stdout, stderr } = await run(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain("Usage: proviso");
      expect(stdout).toContain("Examples:");
    },
  );

  it("loads no importer, no policy and no prompt", async () => {
    const hook =
      'import { registerHooks } from "node:module"; import { writeSync } from "node:fs";' +
      "registerHooks({ load(url, context, next) { writeSync(2, url + String.fromCharCode(10)); return next(url, context); } });";
    const { stderr } = await run(["--help"], {
      node: ["--import", `data:text/javascript,${encodeURIComponent(hook)}`],
    });
    const loaded = stderr.split("\n").filter((url) => url.startsWith("file:"));
    expect(loaded.some((url) => url.endsWith("/commander/esm.mjs"))).toBe(true);
    const heavy =
      /\/node_modules\/(yaml|zod|yauzl|csv-stringify|@clack|@bufbuild|@bomb\.sh|@noble)\/|\/core\/src\/[a-z]+\/|\/cli\/src\/(report|pipeline|packs|cases|input|init)\//;
    expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
  });
});

it("is in docs/cli.md as it is printed", () => {
  const generator = fileURLToPath(new URL("../../../scripts/generate-cli-docs.ts", import.meta.url));
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--conditions=@proviso/source", generator, "--check"],
    {
      encoding: "utf8",
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

describe("--version", () => {
  it("prints the version and nothing else", async () => {
    const { code, stdout } = await run(["--version"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("wrong usage", () => {
  it.each([
    [["scna"], "unknown command `scna`", "did you mean `scan`?"],
    [["scan", "x", "--polcy", "y"], "unknown option `--polcy`", "did you mean `--policy`?"],
    [["policy", "lst"], "unknown command `lst`", "did you mean `list`?"],
    [["explain"], "missing required argument `id`", "--help"],
    [["scan", "--at"], "option `--at <time>` argument missing", "--help"],
    [["scan", "--at", "yesterday"], "`yesterday` for `--at` is not a date", "2025-10-08"],
    [
      ["scan", "x", "--known", "2025-02-30"],
      "`2025-02-30` for `--known` is not in the calendar",
      "2025-10-08",
    ],
    [["decide", "x", "--format", "xml"], "argument `xml` is invalid", "write one of `jsonl`, `csv`"],
    [["decide", "x", "--purpose", "train"], "no purpose `train`", "`train-general`"],
    [["completion", "tcsh"], "`tcsh` is invalid", "`powershell`"],
    [["scan"], "no path given", ".claude"],
    [["init", "--set", "plan"], "`plan` for `--set` is not of the form key=value", "plan=pro"],
    [["init"], "there is no terminal to ask at", "--set"],
  ])("%j", async (args, message, hint) => {
    const { code, stdout, stderr } = await run(args, { env: { HOME: "/nowhere", CLAUDE_CONFIG_DIR: "" } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error USAGE: /);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^\s+at .*\.ts:\d+/m);
  });

  it("of a group without a command shows the group's help on stderr", async () => {
    const { code, stdout, stderr } = await run(["policy"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Usage: proviso policy");
  });

  it("is JSON under --json, wherever that stands", async () => {
    for (const args of [
      ["scan", "--json", "--at", "soon"],
      ["--json", "scan", "--at", "soon"],
    ]) {
      const { code, stderr } = await run(args);
      expect(code).toBe(2);
      expect(JSON.parse(stderr)).toEqual({
        error: {
          code: "USAGE",
          message: "`soon` for `--at` is not a date",
          place: {},
          hint: expect.stringContaining("2025-10-08"),
        },
      });
    }
  });

  it("shows a stack only with PROVISO_DEBUG", async () => {
    const { stderr } = await run(["scan", "--at", "soon"], { env: { PROVISO_DEBUG: "1" } });
    expect(stderr).toMatch(/^error USAGE: .*\n.*\n.*instant-option\.ts:\d+/s);
  });
});

describe("colours", () => {
  it.each<[string, string[], Record<string, string>, boolean]>([
    ["none into a pipe", [], {}, false],
    ["FORCE_COLOR", [], { FORCE_COLOR: "1" }, true],
    ["NO_COLOR", [], { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    ["--no-color", ["--no-color"], { FORCE_COLOR: "1" }, false],
    ["--color", ["--color"], {}, true],
  ])("%s", async (_, flags, env, coloured) => {
    const help = await run(["scan", "--help", ...flags], { env });
    const error = await run(["scan", ...flags, "--at", "soon"], { env });
    expect(help.stdout.includes("\u001b[")).toBe(coloured);
    expect(error.stderr.includes("\u001b[")).toBe(coloured);
  });
});
