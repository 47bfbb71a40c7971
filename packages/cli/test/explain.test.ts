import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { width } from "../src/terminal/layout.ts";
import { CHATS, EVENTS, EXAMPLES, run, SMALL } from "./run-cli.ts";

const ASK = [CHATS, "--events", EVENTS, ...SMALL, "--at", "2026-09-30"];

describe("explain", () => {
  it("tells the answer, the rules in order, the facts, the citations and the clocks", async () => {
    const { code, stdout, stderr } = await run(["explain", "c-001", ...ASK]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^Late parcel before the new notice\n {2}conversation c-001, begun 2025-02-03 09:10 UTC/,
    );
    for (const part of [
      "train-general: ",
      "decided by rule `",
      "It rests on:",
      "Rules in order:",
      "    = ",
      "What is known",
      "training.choice",
      "How long each copy is kept",
      "By these clocks",
    ]) {
      expect(stdout).toContain(part);
    }
  });

  it("names each unknown with the question that would settle it", async () => {
    const { stdout } = await run(["explain", "c-001", CHATS, ...SMALL, "--purpose", "train-general"]);
    expect(stdout).toContain("train-general: cannot tell");
    expect(stdout).toMatch(
      /training\.choice\s+is the training setting on or off\?\s+\(the answer\s+hangs on it\)/,
    );
    expect(stdout).toContain("`proviso init`");
  });

  it.each([
    ["the beginning of the id", ["c-00"], "`c-00` fits 9 conversations"],
    ["a beginning of everything", [""], "`` fits 36 conversations"],
  ])("asks for more where %s fits several, and lists them", async (_, id, message) => {
    const { code, stderr } = await run(["explain", ...id, ...ASK]);
    expect(code).toBe(2);
    expect(stderr).toContain(`error USAGE: ${message}`);
    expect(stderr).toContain("    c-001 2025-02-03 Late parcel before the new notice\n");
    expect(stderr).toContain(" more\n");
  });

  it.each([
    ["an exact id", "c-036", "c-036"],
    ["an exact title", "Late parcel before the new notice", "c-001"],
  ])("finds by %s", async (_, wanted, id) => {
    const { code, stdout } = await run(["explain", wanted, ...ASK, "--purpose", "train-general", "--json"]);
    expect({ code, id: JSON.parse(stdout).conversation }).toEqual({ code: 0, id });
  });

  it("finds by the beginning of an id that no other has", async () => {
    const export_ = join(EXAMPLES, "claude-personal/data-2026-09-14-10-22-31-batch-0000");
    const { stdout } = await run(["explain", "d16f", export_, "--json", "--purpose", "train-general"]);
    expect(JSON.parse(stdout)).toMatchObject({ title: "Letter to a grandmother" });
  });

  it("says NOT_FOUND for what is not there, and how to look", async () => {
    const { code, stderr } = await run(["explain", "nothing", ...ASK]);
    expect(code).toBe(1);
    expect(stderr).toContain("error NOT_FOUND: no conversation with id or title `nothing`\n");
    expect(stderr).toContain("36 were read");
    const item = await run(["explain", "c-001", ...ASK, "--item", "nothing"]);
    expect(item.code).toBe(1);
    expect(item.stderr).toContain("error NOT_FOUND: no item `nothing` in conversation `c-001`\n");
  });

  it("explains one item", async () => {
    const { code, stdout } = await run([
      "explain",
      "c-001",
      ...ASK,
      "--item",
      "i2",
      "--purpose",
      "train-general",
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("  its item i2, assistant (assistant), 2025-02-03 09:11:22 UTC\n");
    expect(stdout).toContain("item.source                assistant from item/…/i2");
  });

  it("answers programs in JSON", async () => {
    const { stdout } = await run(["explain", "c-001", ...ASK, "--json", "--purpose", "train-general"]);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer).join(" ")).toBe(
      "conversation item title account product file at known policies uses clocks keep runs rules facts documents",
    );
    const decided = answer.rules["train-general"].filter(
      ({ outcome }: { outcome: string }) => outcome === "decided",
    );
    expect(decided).toMatchObject([{ rule: answer.uses[0].rule }]);
    for (const { document } of answer.uses[0].cite) expect(answer.documents).toHaveProperty(document);
  });

  it.each([40, 80])("fits %i columns, but for addresses", async (columns) => {
    const { stdout } = await run(["explain", "c-001", ...ASK], { env: { COLUMNS: `${columns}` } });
    for (const line of stdout.split("\n")) {
      if (!/^\s+https?:/.test(line)) expect(width(line)).toBeLessThanOrEqual(columns);
    }
  });
});
