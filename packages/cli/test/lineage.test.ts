/** Export, run, opt-out, second export: `run start` and `lineage`, as a user's shell would run them. */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { conversationLine, manifestOf, STORY, writeInput } from "./export-input.ts";
import { type Run, run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const OTHER = conversationLine("second", [
  ["user", "And who is that?"],
  ["assistant", "Somebody else."],
]);

interface Place {
  readonly ledger: string;
  readonly key: string;
  readonly events: string;
  readonly args: readonly string[];
}

interface Lineage {
  readonly conversations: readonly string[];
  readonly uses: readonly { run: { run: string; startedAt: string }; members: Record<string, string[]> }[];
  readonly after: readonly Record<string, unknown>[];
}

let place: Place;
const path = (name: string): string => join(folder.path, name);
const instant = (ms: number): string => new Date(ms).toISOString();

beforeEach(async () => {
  const { args, key } = writeInput(folder.path, `${STORY}\n${OTHER}`);
  place = { ledger: path("ledger"), key, events: path("events.jsonl"), args };
  expect(await run(["ledger", "init", place.ledger, "--origin", "example.com/log"])).toMatchObject({
    code: 0,
  });
  expect(await run([...args, "--out", path("first")])).toMatchObject({ code: 0 });
});

function start(id: string, from: string, ...more: readonly string[]): Promise<Run> {
  return run(["run", "start", "--ledger", place.ledger, "--export", path(from), "--run", id, ...more]);
}

/** Recorded as it happens; the account's own choice, taken back. */
function optOut(at: number): void {
  const event = {
    specversion: "1.0",
    id: `x-out-${at}`,
    source: "urn:example:export",
    type: "proviso.choice.made",
    subject: "accounts/a-export",
    time: instant(at),
    data: { purpose: "train-general", choice: "refused", surface: "settings" },
  };
  appendFileSync(place.events, `\n${JSON.stringify(event)}\n`);
}

function logEvents(): Promise<Run> {
  return run(["ledger", "add", place.ledger, place.events]);
}

function lineage(...args: readonly string[]): Promise<Run> {
  return run(["lineage", ...args, "--ledger", place.ledger]);
}

/** The first run, then the opt-out, then an export and a run of what is left. */
async function story(): Promise<{ readonly later: string }> {
  expect(await start("r-1", "first", "--model", "m-1")).toMatchObject({ code: 0 });
  const at = Date.now();
  optOut(at);
  // The source of who wrote what: without it an account's conversations are not known.
  for (const id of ["asked", "second"]) {
    const created = {
      specversion: "1.0",
      id: `x-${id}`,
      source: "urn:example:export",
      type: "proviso.conversation.created",
      subject: `accounts/a-export/conversations/${id}`,
      time: "2026-01-05T09:00:00Z",
    };
    appendFileSync(place.events, `${JSON.stringify(created)}\n`);
  }
  expect(await logEvents()).toMatchObject({ code: 0 });
  const later = instant(at + 60_000);
  const second = [...place.args.slice(0, -1), later, "--out", path("second-set")];
  expect(await run(second)).toMatchObject({ code: 0 });
  expect(manifestOf(path("second-set")).conversations.included).toBe(0);
  expect(await start("r-2", "second-set", "--model", "m-2")).toMatchObject({ code: 0 });
  return { later };
}

const sets = () => ["--export", path("first"), "--export", path("second-set"), "--key-file", place.key];

describe("after an opt-out", () => {
  it("names the run that had begun and the one that leaves the conversation out, with a way to prove it", async () => {
    const { later } = await story();
    const asked = ["conversation", "asked", ...sets(), "--at", later];
    const { code, stdout } = await lineage(...asked);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /had already begun, and not undone by it:\n {4}run r-1 of model m-1, began .*: included\n/,
    );
    expect(stdout).toMatch(/begun later:\n {4}run r-2 of model m-2, began .*: not included\n/);
    expect(stdout).toContain("nothing is taken out of a model");
    const proof = /proof: proviso (prove exclusion .*) --key-file FILE/.exec(stdout)?.[1]?.split(" ") ?? [];
    const proved = await run([...proof, "--key-file", place.key, "--disclose-key"]);
    expect(JSON.parse(proved.stdout)).toMatchObject({ claim: "excluded" });

    const found = JSON.parse((await lineage(...asked, "--json")).stdout) as Lineage;
    expect(found.uses.map((one) => [one.run.run, one.members])).toEqual([
      ["r-1", { included: ["asked"], excluded: [], unknown: [] }],
      ["r-2", { included: [], excluded: ["asked"], unknown: [] }],
    ]);
    expect(found.after).toMatchObject([
      {
        stop: { kind: "withdrawal", account: "a-export", purpose: "train-general", endedAt: null },
        begun: [{ run: { run: "r-1", model: "m-1", manifest: manifestOf(path("first")).digest } }],
        recordedAfter: [],
        unaware: [],
        later: [{ run: { run: "r-2" } }],
        manifests: [{ members: { excluded: ["asked"] }, knew: true }],
      },
    ]);
  });

  it("goes by account, run and model too", async () => {
    const { later } = await story();
    const subject = await lineage("subject", "a-export", ...sets(), "--at", later, "--json");
    const found = JSON.parse(subject.stdout) as Lineage;
    expect(found.conversations).toEqual(["asked", "second"]);
    expect(found.uses[0]?.members).toEqual({ included: ["asked", "second"], excluded: [], unknown: [] });
    const one = await lineage("run", "r-1", ...sets(), "--at", later);
    expect(one.stdout).toContain("2 included, of 2");
    expect(one.stdout).toContain("had already begun");
    const model = await lineage("model", "m-2", ...sets(), "--at", later);
    expect(model.stdout).toContain("nothing that it took in is recorded as taken back");
    const before = await lineage("conversation", "asked", ...sets(), "--at", "2026-02-01", "--json");
    expect(JSON.parse(before.stdout)).toMatchObject({ uses: [], after: [] });
  });

  it("does not guess where the sets are not at hand", async () => {
    const { later } = await story();
    const { stdout } = await lineage("conversation", "asked", "--at", later);
    expect(stdout).toMatch(/run r-1 of model m-1, .*: cannot be told\n/);
    expect(stdout).toContain("is not at hand: add `--export FOLDER --key-file FILE`");
    expect(stdout).not.toContain(": not included");
  });
});

describe("run start", () => {
  it("that is dated back does not excuse the run", async () => {
    optOut(Date.parse("2026-03-01T00:00:00Z"));
    await logEvents();
    expect(await start("r-1", "first", "--at", "2026-02-02")).toMatchObject({ code: 0 });
    const { stdout } = await lineage("run", "r-1", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ uses: [{ run: { startedAt: "2026-02-02T00:00:00Z" } }] });
    const asked = ["conversation", "asked", "--export", path("first"), "--key-file", place.key];
    const created = JSON.stringify({
      specversion: "1.0",
      id: "c",
      source: "urn:example:more",
      type: "proviso.conversation.created",
      subject: "accounts/a-export/conversations/asked",
      time: "2026-01-05T09:00:00Z",
    });
    writeFileSync(path("more.jsonl"), created);
    const text = (await lineage(...asked, "--events", path("more.jsonl"))).stdout;
    expect(text).toContain("said to have begun before it, but not recorded before it was:\n    run r-1");
    expect(text).not.toContain("had already begun");
  });

  it("logs run and manifest once, and says which", async () => {
    const first = await start("r-1", "first", "--json");
    const { digest } = manifestOf(path("first"));
    expect(JSON.parse(first.stdout)).toMatchObject({
      added: 2,
      event: { type: "proviso.run.started", subject: "runs/r-1", data: { run: "r-1", manifest: digest } },
    });
    expect(JSON.parse((await start("r-2", "first", "--json")).stdout)).toMatchObject({ added: 1 });
    const again = await start("r-1", "first");
    expect(again.code).not.toBe(0);
    expect(again.stderr).toContain("run `r-1` is logged already");
  });

  it.each([
    ["for another purpose", ["--purpose", "train-safety"], "the export was made for `train-general`"],
    ["that has not begun", ["--at", "2999-01-01"], "a run that has not begun"],
    ["of a model without a name", ["--model", ""], "the id of the model is empty"],
  ])("%s is refused", async (_, more, says) => {
    const { code, stderr } = await start("r-1", "first", ...more);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe("lineage", () => {
  it.each([
    ["run", "none"],
    ["model", "none"],
    ["subject", "nobody"],
  ])("of a %s that no event names is refused", async (kind, id) => {
    await start("r-1", "first");
    const { code, stderr } = await lineage(kind, id, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "NOT_FOUND" } });
  });

  it("of a conversation that no event names says so, and still goes by the sets", async () => {
    await start("r-1", "first");
    const whole = await lineage("run", "r-1", "--export", path("first"), "--key-file", place.key);
    expect(whole.stdout).toContain("2 conversations in it that no event names");
    const { stdout } = await lineage(
      "conversation",
      "asked",
      "--export",
      path("first"),
      "--key-file",
      place.key,
    );
    expect(stdout).toContain("whose it is cannot be told");
    expect(stdout).toMatch(/run r-1, .*: included/);
  });

  it("needs something to trace in, and the right key", async () => {
    const none = await run(["lineage", "run", "r-1"]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("no events and no ledger")]);
    writeFileSync(path("other"), `${"ab".repeat(32)}\n`);
    const wrong = ["--export", path("first"), "--key-file", path("other"), "--json"];
    const { code, stderr } = await lineage("conversation", "asked", ...wrong);
    expect([code, JSON.parse(stderr)]).toMatchObject([1, { error: { code: "KEY_MISMATCH" } }]);
  });

  it("refuses two tellings of one event that differ: one of them may be the refusal", async () => {
    await logEvents();
    const other = readFileSync(place.events, "utf8").replace('"choice":"granted"', '"choice":"refused"');
    writeFileSync(path("other.jsonl"), other);
    const { code, stderr } = await lineage("subject", "a-export", "--events", path("other.jsonl"), "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "EVENT_INVALID" } });
  });
});
