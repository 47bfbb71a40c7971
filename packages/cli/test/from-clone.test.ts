/** What runs `proviso` from a clone: the script, and the shell of the action as a runner would run it. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "./temporary-folder.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SCRIPT = join(ROOT, "scripts/proviso.sh");
const folder = temporaryFolder();

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function bash(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const path = `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`;
  const { status, stdout, stderr } = spawnSync("bash", args, {
    cwd: folder.path,
    env: { ...process.env, ...env, PATH: path },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

function write(): void {
  writeFileSync(join(folder.path, "card.txt"), "card 4242 4242 4242 4242\n");
  writeFileSync(join(folder.path, "mail.txt"), "write to jo@example.com\n");
  writeFileSync(join(folder.path, "clean.txt"), "the build took 38 minutes\n");
}

describe("scripts/proviso.sh", () => {
  it.each([
    ["clean.txt", 0],
    ["card.txt", 1],
    ["misspelt.txt", 2],
  ] as const)("check %s in the folder it is called from: exit code %i", (file, code) => {
    write();
    expect(bash([SCRIPT, "check", file]).code).toBe(code);
  });

  it("hands arguments on as they are", () => {
    write();
    writeFileSync(join(folder.path, "a b*.txt"), "nothing\n");
    expect(bash([SCRIPT, "check", "a b*.txt"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("is what the hook calls", () => {
    const [hook] = parse(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8")) as readonly {
      readonly entry: string;
      readonly language: string;
    }[];
    expect(hook?.language).toBe("script");
    expect(existsSync(join(ROOT, hook?.entry.split(" ")[0] ?? "?"))).toBe(true);
  });
});

describe("action.yml", () => {
  const { inputs, runs } = parse(readFileSync(join(ROOT, "action.yml"), "utf8")) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
    readonly runs: {
      readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[];
    };
  };
  const [step] = runs.steps;

  /** Expressions are filled in as a runner does. */
  function filled(given: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([name, text]) => [
        name,
        text
          .replace(/\$\{\{ github\.action_path \}\}/, ROOT)
          .replace(
            /\$\{\{ inputs\.([\w-]+) \}\}/,
            (_, input: string) => given[input] ?? inputs[input]?.default ?? "",
          ),
      ]),
    );
  }

  const act = (given: Readonly<Record<string, string>>): Ran =>
    bash(["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? "exit 99"], filled(given));

  it("takes every input that it names, and no other", () => {
    const used = Object.values(step?.env ?? {}).flatMap((text) => /inputs\.([\w-]+)/.exec(text)?.[1] ?? []);
    expect(used.toSorted()).toEqual(Object.keys(inputs).toSorted());
    expect(JSON.stringify(filled({}))).not.toContain("${{");
  });

  it("annotates, writes SARIF, and fails", () => {
    write();
    const { code, stdout } = act({ paths: "card.txt\nmail.txt", sarif: "out.sarif" });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=card\.txt,line=1,/m);
    expect(readFileSync(join(folder.path, "out.sarif"), "utf8")).toContain('"ruleId":"CARD"');
  });

  it("leaves out what it is told to, and passes where only others are found", () => {
    write();
    expect(act({ paths: ".", exclude: "card.txt\nmail*", "fail-on": "" }).code).toBe(0);
    expect(act({ paths: "mail.txt", "fail-on": "secret,financial" }).code).toBe(0);
    expect(act({ paths: "misspelt" }).code).toBe(2);
  });

  it("runs nothing that stands in an input", () => {
    write();
    const { code } = act({ paths: "clean.txt $(touch made)", exclude: "`touch made`", "fail-on": "" });
    expect(code).toBe(2);
    expect(existsSync(join(folder.path, "made"))).toBe(false);
  });
});
