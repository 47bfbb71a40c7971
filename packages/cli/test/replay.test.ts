/** A ledger that `decide` writes, made again by `replay`; and receipts of its choices. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { EVENTS, EXAMPLES, run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const DESK = join(EXAMPLES, "support-desk");
const POLICIES = join(DESK, "policy");
const folder = temporaryFolder();
let ledger = "";
let key = "";

beforeEach(async () => {
  ledger = join(folder.path, "ledger");
  const made = await run(["ledger", "init", ledger, "--origin", "example.com/log", "--json"]);
  expect(made.code).toBe(0);
  key = /example\.com\/log\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+/.exec(made.stdout)?.[0] ?? "";
});

function decide(...more: readonly string[]) {
  const events = ["--events", EVENTS, "--policies", POLICIES];
  return run(["decide", DESK, ...events, "--ledger", ledger, "--out", join(folder.path, "d.jsonl"), ...more]);
}

describe("replay", () => {
  it("makes every decision again from the ledger alone", async () => {
    expect(await decide("--at", "2026-06-01", "--items")).toMatchObject({ code: 0 });
    expect(await decide("--at", "2026-02-01", "--known", "2026-02-01")).toMatchObject({ code: 0 });
    const { code, stdout } = await run(["replay", "--ledger", ledger, "--policies", POLICIES, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ decisions: 151, same: 151, hindered: 0, problems: [] });
    expect(code).toBe(0);
    const one = ["--at", "2026-02-01", "--known", "2026-02-01", "--json"];
    const asked = await run(["replay", "--ledger", ledger, "--policies", POLICIES, ...one]);
    expect(JSON.parse(asked.stdout)).toMatchObject({ decisions: 36, skipped: 115 });
  });

  it("names a decision that was logged otherwise, and what differs", async () => {
    await decide("--at", "2026-06-01", "--full");
    const lines = readFileSync(join(folder.path, "d.jsonl"), "utf8").trim().split("\n");
    const line = JSON.parse(lines[0] ?? "") as { uses: { use: string }[]; conversation: string };
    const forged = {
      ...line,
      uses: line.uses.map((one) => ({ ...one, use: one.use === "permit" ? "deny" : "permit" })),
    };
    const file = join(folder.path, "forged.jsonl");
    writeFileSync(file, `${JSON.stringify(forged)}\n`);
    expect(await run(["ledger", "add", ledger, file])).toMatchObject({ code: 0 });
    const { code, stdout } = await run(["replay", "--ledger", ledger, "--policies", POLICIES]);
    expect(code).toBe(1);
    expect(stdout).toContain("36 the same, 1 not");
    expect(stdout).toMatch(/uses\[[a-z-]+\]\.use: logged "(?:permit|deny)", now "(?:permit|deny)"/);
    expect(stdout).toContain(line.conversation);
  });

  it("says which policy is not at hand", async () => {
    await decide("--at", "2026-06-01");
    const { code, stdout } = await run(["replay", "--ledger", ledger]);
    expect(code).toBe(1);
    expect(stdout).toContain("no policy at hand is for this product: support-desk/chat");
  });

  it("needs a ledger", async () => {
    expect(await run(["replay", "--ledger", join(folder.path, "none")])).toMatchObject({ code: 1 });
  });
});

describe("receipts", () => {
  it("are issued once, shown, and verified with the log's key", async () => {
    const secret = join(folder.path, "subject.key");
    writeFileSync(secret, "5a".repeat(32));
    const out = join(folder.path, "receipts");
    expect(await run(["ledger", "add", ledger, EVENTS])).toMatchObject({ code: 0 });
    const issue = ["receipt", "issue", "--ledger", ledger, "--controller", join(DESK, "controller.yaml")];
    const args = [...issue, "--key-file", secret, "--out", out, "--at", "2026-06-01"];
    const first = await run([...args, "--json"]);
    const { receipts, added } = JSON.parse(first.stdout) as { receipts: { state: string }[]; added: number };
    expect(added).toBe(receipts.length);
    expect(new Set(receipts.map(({ state }) => state))).toContain("withdrawn");
    expect(JSON.parse((await run([...args, "--json"])).stdout)).toMatchObject({ added: 0 });

    const files = readdirSync(out).map((name) => join(out, name));
    expect(files).toHaveLength(receipts.length);
    const [file = ""] = files;
    const shown = await run(["receipt", "show", file]);
    expect(shown.stdout).toContain("Example Support Ltd");
    expect(shown.stdout).toContain("withdraw at");
    for (const one of files.slice(0, 5)) {
      expect(await run(["receipt", "verify", one, "--key", key])).toMatchObject({ code: 0 });
    }
    const text = readFileSync(file, "utf8");
    const changed = text.replace("Example Support Ltd", "Example Support Inc");
    writeFileSync(file, changed);
    const verified = await run(["receipt", "verify", file, "--key", key]);
    expect(verified.code).toBe(1);
    expect(verified.stdout).toContain("the record that is shown is not the one that was logged");
    expect(text).not.toMatch(/a-0\d/);
  });

  it("are refused where there is no choice, and no receipt", async () => {
    const secret = join(folder.path, "subject.key");
    writeFileSync(secret, "5a".repeat(32));
    const args = [
      "--controller",
      join(DESK, "controller.yaml"),
      "--key-file",
      secret,
      "--out",
      join(folder.path, "r"),
    ];
    const none = await run(["receipt", "issue", "--ledger", ledger, ...args]);
    expect(none).toMatchObject({ code: 1 });
    expect(none.stderr).toContain("no choice is logged");
    const file = join(folder.path, "x.json");
    writeFileSync(file, "{}");
    expect((await run(["receipt", "show", file])).stderr).toContain("the receipt's `format` is not right");
    writeFileSync(file, "{");
    expect((await run(["receipt", "verify", file])).stderr).toContain("this is no receipt");
  });
});
