import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseTimeline } from "@proviso/core/events";
import { describe, expect, it } from "vitest";
import { run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const SET = ["--set", "plan=customer", "--set", "region=US"];

describe("init", () => {
  it("writes the answers that are given, and leaves the rest unknown", async () => {
    const { code, stdout, stderr } = await run(["init", ...SMALL, ...SET], { cwd: folder.path });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe("wrote account.yaml\nnext: proviso scan YOUR-EXPORT --account account.yaml\n");
    expect(readdirSync(folder.path)).toEqual(["account.yaml"]);
    const timeline = parseTimeline(readFileSync(join(folder.path, "account.yaml"), "utf8"), "account.yaml");
    expect(timeline).toMatchObject({ plan: "customer", region: "US" });
    expect(timeline.choices).toBeUndefined();
  });

  it("never replaces a file unless told to", async () => {
    const file = join(folder.path, "mine.yaml");
    writeFileSync(file, "mine");
    const args = ["init", ...SMALL, ...SET, "--out", file];
    const refused = await run(args);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("is already there");
    expect(refused.stderr).toContain("--force");
    expect(readFileSync(file, "utf8")).toBe("mine");
    const forced = await run([...args, "--force", "--json"]);
    expect({ code: forced.code, ...JSON.parse(forced.stdout) }).toMatchObject({ code: 0, file });
    expect(readFileSync(file, "utf8")).toContain("plan: customer");
  });

  it.each([
    ["an answer that cannot be right", ["--set", "region=EU"], "`EU`"],
    ["a question that is not asked", ["--set", "colour=red"], "`colour` is not a question"],
    ["a product that is not known", [...SET, "--product", "no/such"], "no product is named `no/such`"],
  ])("writes nothing for %s", async (_, more, message) => {
    const { code, stderr } = await run(["init", ...SMALL, ...more], { cwd: folder.path });
    expect(code).not.toBe(0);
    expect(stderr).toContain(message);
    expect(existsSync(join(folder.path, "account.yaml"))).toBe(false);
  });
});
