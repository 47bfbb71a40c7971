import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parsePolicy } from "@proviso/core/policy";
import { describe, expect, it } from "vitest";
import { width } from "../src/terminal/layout.ts";
import { EXAMPLES, run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const SUPPORT = join(EXAMPLES, "support-desk/policy");
const [NAME = ""] = readdirSync(SUPPORT).filter((name) => /^\d{4}/.test(name));
const POLICY = join(SUPPORT, NAME);

describe("policy list", () => {
  it("lists what comes along, with the dates from which versions bind", async () => {
    const { code, stdout } = await run(["policy", "list"]);
    expect(code).toBe(0);
    expect(stdout).toContain("proviso/strict");
    expect(stdout).toMatch(/^ {4}\d{4}-\d{2}-\d{2} {3}from \d{4}-\d{2}-\d{2}/m);
    expect(stdout).toMatch(/\n\d+ products, \d+ policies, \d+ versions\n$/);
  });

  it("is JSON for programs", async () => {
    const { stdout } = await run(["policy", "list", ...SMALL, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      products: [{ policies: [{ id: "support-desk/chats", versions: [{ version: "2025-01-01" }] }] }],
    });
  });

  it("says NOT_FOUND for a folder without policies", async () => {
    const { code, stderr } = await run(["policy", "list", "--policies", folder.path]);
    expect(code).toBe(1);
    expect(stderr).toContain("error NOT_FOUND: no policy under ");
  });
});

describe("policy show", () => {
  it("prints every rule, in order, with its grounds", async () => {
    const { policy } = parsePolicy(readFileSync(POLICY, "utf8"), POLICY);
    const { code, stdout } = await run(["policy", "show", policy.id, ...SMALL], { env: { COLUMNS: "100" } });
    expect(code).toBe(0);
    let from = 0;
    policy.rules.forEach((rule, index) => {
      const at = stdout.indexOf(`${String(index + 1).padStart(2)}. ${rule.id}: ${rule.effect}`, from);
      expect(at, rule.id).toBeGreaterThan(from);
      from = at;
    });
    expect(stdout).toContain("How long each copy is kept");
  });

  it("prints YAML that is the same policy", async () => {
    const { stdout } = await run(["policy", "show", "support-desk/chats@2025-01-01", "--yaml", ...SMALL]);
    const strip = (text: string): unknown =>
      JSON.parse(
        JSON.stringify(parsePolicy(text, "x").policy, (key, value) => (key === "span" ? undefined : value)),
      );
    expect(strip(stdout)).toEqual(strip(readFileSync(POLICY, "utf8")));
  });

  it.each([
    ["support-desk/chatz", "no policy or product is named `support-desk/chatz`", "support-desk/chats"],
    ["support-desk/chats@2024-01-01", "has no version `2024-01-01`", "`2025-01-01`"],
  ])("says what there is instead of %s", async (id, message, hint) => {
    const { code, stderr } = await run(["policy", "show", id, ...SMALL]);
    expect(code).toBe(1);
    expect(stderr).toContain("error NOT_FOUND: ");
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  it.each([40, 80])("fits %i columns, but for addresses", async (columns) => {
    const { stdout } = await run(["policy", "show", "support-desk/chats", ...SMALL], {
      env: { COLUMNS: `${columns}` },
    });
    for (const line of stdout.split("\n")) {
      if (!/^\s+https?:/.test(line)) expect(width(line)).toBeLessThanOrEqual(columns);
    }
  });
});

describe("policy check", () => {
  it("is content with a good policy", async () => {
    const { code, stdout } = await run(["policy", "check", POLICY, "--strict"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "1 file: 0 errors, 0 findings\n" });
  });

  it("shows each error with its place, the line, a caret and a hint", async () => {
    const file = join(folder.path, "p.yaml");
    writeFileSync(
      file,
      readFileSync(POLICY, "utf8").replace("has(account.deletedAt)", "has(account.deletdAt)"),
    );
    const { code, stdout } = await run(["policy", "check", file]);
    expect(code).toBe(1);
    const [place = "", line = "", caret = "", hint = ""] = stdout.split("\n");
    expect(place).toMatch(
      /p\.yaml:\d+:\d+: error POLICY_UNKNOWN_FACT: there is no fact `account\.deletdAt`$/,
    );
    expect(line.slice(caret.indexOf("^"))).toMatch(/^account\.deletdAt|^has\(account\.deletdAt/);
    expect(hint).toBe("  hint: did you mean `account.deletedAt`?");
    expect(stdout).toMatch(/\n1 file: \d+ errors?, 0 findings\n$/);
  });

  it("tells findings, which fail only under --strict", async () => {
    const file = join(folder.path, "p.yaml");
    const text = readFileSync(POLICY, "utf8").replace(
      /^rules:$/m,
      "rules:\n  - id: all\n    deny: [train-general]\n    cite: [house-extra]",
    );
    writeFileSync(
      file,
      text.replace(/^documents:$/m, "documents:\n  house-extra: { title: House, version: 2026-01-01 }"),
    );
    const lenient = await run(["policy", "check", file]);
    expect(lenient.stdout).toContain("finding shadowed: ");
    expect(lenient.code).toBe(0);
    expect((await run(["policy", "check", file, "--strict"])).code).toBe(1);
    const { findings, files } = JSON.parse((await run(["policy", "check", file, "--json"])).stdout);
    expect(findings).toBe(files[0].findings.length);
    expect(files[0].findings[0]).toMatchObject({ place: { file, line: expect.any(Number) } });
  });

  it("checks that the versions in a folder follow each other", async () => {
    const text = readFileSync(POLICY, "utf8");
    writeFileSync(join(folder.path, "a.yaml"), text);
    writeFileSync(join(folder.path, "b.yaml"), text);
    const { code, stdout } = await run(["policy", "check", folder.path]);
    expect(code).toBe(1);
    expect(stdout).toContain("error POLICY_INVALID: `support-desk/chats` has two versions `2025-01-01`");
  });

  it("says NOT_FOUND for a file that is not there", async () => {
    const { code, stderr } = await run(["policy", "check", join(folder.path, "none.yaml")]);
    expect(code).toBe(1);
    expect(stderr).toContain("error NOT_FOUND: ");
  });
});

describe("policy test", () => {
  it("runs the cases that lie beside policies", async () => {
    const { code, stdout } = await run(["policy", "test", ...SMALL]);
    expect(stdout).toMatch(/(^|\n)\d+ passed, 0 failed, 0 skipped\n$/);
    expect(code).toBe(0);
  });

  it("does not pass where there is nothing to test", async () => {
    const { code, stderr } = await run(["policy", "test", "--policies", folder.path]);
    expect(code).toBe(1);
    expect(stderr).toContain("error NOT_FOUND: ");
  });
});
