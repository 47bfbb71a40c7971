import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

const QUESTION = {
  title: "Nothing was ever asked",
  policy: "support-desk/chats",
  conversation: "c",
  purpose: "train-general",
  at: "2026-01-01T00:00:00Z",
  events: [
    { type: "proviso.log-complete", time: "2025-01-01T00:00:00Z", data: { kinds: ["*"] } },
    {
      type: "proviso.account.created",
      time: "2025-01-01T00:00:00Z",
      data: { plan: "customer", region: "US" },
    },
    {
      type: "proviso.conversation.created",
      subject: "accounts/a/conversations/c",
      time: "2025-02-01T00:00:00Z",
      data: { surface: "chat", mode: "ordinary" },
    },
  ],
};
const RIGHT = { use: "deny", reason: "NO_CHOICE" };
const WRONG = { use: "permit", reason: "CONSENT_GIVEN" };

/** Expectations are mended to what the policy says: the point here is the counting. */
async function rightReason(): Promise<typeof RIGHT> {
  const { stdout } = await runCases([{ id: "A", ...QUESTION, expect: RIGHT }]);
  const got = /got +\["(\w+)","\w+","(\w+)"\]/.exec(stdout);
  return got === null ? RIGHT : { use: got[1] ?? "", reason: got[2] ?? "" };
}

function runCases(cases: readonly unknown[], ...more: string[]) {
  const file = join(folder.path, "cases.json");
  writeFileSync(file, JSON.stringify(cases));
  return run(["cases", "run", file, ...SMALL, ...more]);
}

function knownFailures(list: unknown): string[] {
  const file = join(folder.path, "known.json");
  writeFileSync(file, JSON.stringify(list));
  return ["--known-failures", file];
}

describe("cases run", () => {
  it("ends with the counts, and shows what differs", async () => {
    const right = await rightReason();
    const { code, stdout } = await runCases([
      { id: "A", ...QUESTION, expect: right },
      { id: "B", ...QUESTION, expect: WRONG },
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^failed B Nothing was ever asked \(training\)\n {2}expected .*\n {2}got {6}.*\n {2}why {6}/,
    );
    expect(stdout).toMatch(/\n1 passed, 1 failed, 0 skipped\n$/);
    const passing = await runCases([{ id: "A", ...QUESTION, expect: right }]);
    expect(passing).toMatchObject({ code: 0, stdout: "1 passed, 0 failed, 0 skipped\n", stderr: "" });
  });

  it("skips known failures, and fails those that pass", async () => {
    const right = await rightReason();
    const list = [
      { id: "A", part: "training", reason: "was wrong once", cite: "section 1" },
      { id: "B", part: "training", reason: "the text is open", cite: "section 2" },
    ];
    const { code, stdout } = await runCases(
      [
        { id: "A", ...QUESTION, expect: right },
        { id: "B", ...QUESTION, expect: WRONG },
      ],
      ...knownFailures(list),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^failed A .*\n {2}expected to fail.*\n {2}got {6}it passes\n {2}why {6}take it off the list\n/,
    );
    expect(stdout).toContain(
      "known B Nothing was ever asked (training)\n  because  the text is open (section 2)\n",
    );
    expect(stdout).toMatch(/\n0 passed, 1 failed, 1 skipped\n$/);
  });

  it("fails a case whose policy does not exist", async () => {
    const { code, stdout } = await runCases([{ id: "A", ...QUESTION, policy: "no/such", expect: RIGHT }]);
    expect(code).toBe(1);
    expect(stdout).toContain("no policy or product is named `no/such`");
    expect(stdout).toMatch(/\n0 passed, 1 failed, 0 skipped\n$/);
  });

  it("is one JSON object for programs", async () => {
    const { stdout } = await runCases([{ id: "B", ...QUESTION, expect: WRONG }], "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      passed: 0,
      failed: 1,
      skipped: 0,
      cases: [{ id: "B", status: "failed", mismatches: [{ part: "training" }] }],
    });
  });

  it.each([
    ["no JSON", "{", "CASE_INVALID"],
    ["no list", "{}", "CASE_INVALID"],
    ["a case without a question", '[{"id":"A","expect":{}}]', "CASE_INVALID"],
  ])("refuses %s", async (_, text, errorCode) => {
    const file = join(folder.path, "cases.json");
    writeFileSync(file, text);
    const { code, stderr } = await run(["cases", "run", file, ...SMALL]);
    expect(code).toBe(1);
    expect(stderr).toContain(`error ${errorCode}: `);
    expect(stderr).toContain(file);
  });

  it.each([
    ["no JSON", "["],
    ["no list", {}],
    ["an entry without a reason", [{ id: "A", part: "training" }]],
  ])("refuses a list of known failures with %s", async (_, list) => {
    const args = knownFailures(list);
    if (typeof list === "string") writeFileSync(args[1] ?? "", list);
    const { code, stderr } = await runCases([{ id: "A", ...QUESTION, expect: RIGHT }], ...args);
    expect(code).toBe(1);
    expect(stderr).toContain("error CASE_INVALID: ");
    expect(stderr).toContain("known.json");
  });
});

const SCENARIO = {
  id: "S",
  title: "A scenario",
  vendor: "support-desk",
  product: "chats",
  account: { plan: "business", region: "US", signup: "2025-01-01" },
  events: [{ at: "2025-02-01", type: "chat_created", chat: "c" }],
  query: { chat: "c", purpose: "general_model_training" },
  as_of: "2026-01-01",
  expected: { training: "permit", reason: "NONE_SUCH" },
};

describe("parts and confidence", () => {
  it.each([
    ["training", "certain", "0 passed, 1 failed, 0 skipped"],
    ["retention", "certain", "0 passed, 0 failed, 1 skipped"],
    ["retention", "all", "1 passed, 0 failed, 0 skipped"],
  ])("--only %s --confidence %s", async (part, level, counts) => {
    const confidence = { training: "certain", retention: "interpretation" };
    const { stdout } = await runCases([{ ...SCENARIO, confidence }], "--only", part, "--confidence", level);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(counts);
  });
});
