/** `policy diff` on the packs as they are, and on files. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { width } from "../src/terminal/layout.ts";
import { EXAMPLES, run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const CONSUMER = "anthropic/claude-consumer";
const CHANGE = ["policy", "diff", `${CONSUMER}@2025-05-01`, `${CONSUMER}@2025-10-08`];
const SUPPORT = join(EXAMPLES, "support-desk/policy/2025-01-01.yaml");

interface Side {
  readonly effect: string;
  readonly reason: string;
}
interface Use {
  readonly before: readonly Side[];
  readonly after: readonly Side[];
  readonly on: readonly { readonly purpose: string; readonly scope: string; readonly exact: boolean }[];
  readonly unknown: boolean;
  readonly witness: unknown;
}
interface Keep {
  readonly copy: string;
  readonly before: readonly { readonly period: string }[];
  readonly after: readonly { readonly period: string }[];
  readonly unknown: boolean;
  readonly when: string;
  readonly exact: boolean;
  readonly witness: unknown;
}

const reasons = (sides: readonly Side[]): string => sides.map((side) => side.reason).join();

describe("the change of autumn 2025", () => {
  it("has the published classes and no others", async () => {
    const { code, stdout } = await run([...CHANGE, "--json"]);
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as { verdict: string; targets: []; uses: Use[]; keeps: Keep[] };
    expect(found.verdict).toBe("different");
    expect(found.targets).toEqual([]);
    const known = found.uses.filter(({ unknown }) => !unknown);
    const by = (from: string, to: string): readonly (readonly [string, string])[] =>
      known
        .filter(({ before, after }) => before[0]?.effect === from && after[0]?.effect === to)
        .map(({ before, after }) => [reasons(before), reasons(after)] as const);
    // New or resumed after granting; nothing else is newly used.
    expect(by("deny", "permit")).toEqual([
      ["OLD_TERMS_NO_TRAINING", "OPTED_IN_NEW_CHAT"],
      ["OLD_TERMS_NO_TRAINING", "OPTED_IN_RESUMED_CHAT"],
    ]);
    // The carve-out for feedback ends five years earlier; an express opt-in now looks ahead only.
    expect(by("permit", "deny").map(([lost]) => lost)).toEqual(["FEEDBACK_CARVE_OUT", "EXPLICIT_OPT_IN"]);
    expect(by("permit", "permit").map(([, now]) => now)).toEqual([
      "OPTED_IN_NEW_CHAT",
      "OPTED_IN_RESUMED_CHAT",
    ]);
    expect(by("deny", "deny").map(([, now]) => now)).toEqual([
      "NO_CHOICE_FAIL_CLOSED",
      "RETENTION_EXPIRED",
      "AMBIGUOUS_ORDER_FAIL_CLOSED",
      "DORMANT_BEFORE_OPT_IN",
      "NO_CHOICE_GATED",
    ]);
    expect(known.every(({ witness }) => witness !== null)).toBe(true);
    // Incognito chats, flags, sale and connected services are as they were.
    expect(
      known.flatMap(({ before, after }) => [...before, ...after]).map(({ reason }) => reason),
    ).not.toContain("INCOGNITO");
    expect(known.flatMap(({ on }) => on).map(({ purpose }) => purpose)).not.toContain("sale");
    expect(
      found.keeps
        .filter(({ unknown }) => !unknown)
        .map(({ copy, before, after, when, exact }) => [
          copy,
          before[0]?.period,
          after[0]?.period,
          when,
          exact,
        ]),
    ).toEqual([
      [
        "back-end",
        "P30D",
        undefined,
        "!deleted && !incognito && !has(feedback.at) && !flagged && has(conversation.firstEligibleAt)",
        true,
      ],
      ["feedback", "P10Y", "P5Y", "has(feedback.at)", true],
      [
        "model-training",
        undefined,
        "P5Y",
        "has(conversation.firstEligibleAt) && !deleted && !incognito",
        true,
      ],
    ]);
  });

  it.each([80, 100])("fits a terminal of %i columns, danger first", async (columns) => {
    const { stdout } = await run(CHANGE, { env: { COLUMNS: String(columns) } });
    const lines = stdout.split("\n");
    for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(columns);
    expect(stdout.indexOf("May newly be used")).toBeLessThan(stdout.indexOf("May no longer be used"));
    expect(stdout).toContain("feedback: at most 10 years → at most 5 years, from feedback.at");
    expect(stdout).toContain("Nothing else changes: proved for all facts that events can give.");
  });

  it("tells with --details what unknown facts change", async () => {
    const [brief, full] = [await run(CHANGE), await run([...CHANGE, "--details"])];
    expect(brief.stdout).not.toContain("denied → cannot be told");
    expect(brief.stdout).toContain("Answers change, too, where facts are not known");
    const unwrapped = full.stdout.replace(/\s+/g, " ");
    expect(unwrapped).toContain("denied → cannot be told (such as training.grantedAt)");
    expect(unwrapped).toContain("new duty filter-or-obfuscate-sensitive-data");
  });

  it("is the same each time, and Markdown for a pull request", async () => {
    const [first, second] = [await run([...CHANGE, "--markdown"]), await run([...CHANGE, "--markdown"])];
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout).toMatch(/^## anthropic\/claude-consumer: 2025-05-01 → 2025-10-08\n/);
    expect(first.stdout).toContain("- OPTED\\_IN\\_NEW\\_CHAT: ");
    expect(first.stdout).toContain(
      "`has(training.grantedAt) && conversation.createdAt >= training.grantedAt`",
    );
  });
});

describe("files and verdicts", () => {
  it("proves a rewrite equal, with exit code 0 under --exit-code", async () => {
    const copy = join(folder.path, "copy.yaml");
    writeFileSync(copy, `# the same\n${readFileSync(SUPPORT, "utf8")}`);
    const { code, stdout } = await run(["policy", "diff", SUPPORT, copy, "--exit-code"]);
    expect(stdout).toContain("The two are equal: proved for all facts, known or not.");
    expect(code).toBe(0);
  });

  it("exits with 1 under --exit-code where they differ, and 0 without", async () => {
    const changed = join(folder.path, "changed.yaml");
    const text = readFileSync(SUPPORT, "utf8");
    const without = text.replace(/ {2}- id: [\s\S]*?(?= {2}- id: )/, "");
    expect(without).not.toBe(text);
    writeFileSync(changed, without);
    expect((await run(["policy", "diff", SUPPORT, changed, "--exit-code"])).code).toBe(1);
    expect((await run(["policy", "diff", SUPPORT, changed])).code).toBe(0);
  });

  it.each([
    [["nowhere.yaml", SUPPORT], 1, "no file or folder `nowhere.yaml`"],
    [["support-desk/chats@1999-01-01", SUPPORT, ...SMALL], 1, "has no version `1999-01-01`"],
    [[SUPPORT, SUPPORT, "--purpose", "trian"], 2, "no purpose `trian`"],
  ])("says what is wrong with %j", async (given, expected, message) => {
    const { code, stdout, stderr } = await run(["policy", "diff", ...given]);
    expect([code, stdout]).toEqual([expected, ""]);
    expect(stderr).toContain(message);
  });
});
