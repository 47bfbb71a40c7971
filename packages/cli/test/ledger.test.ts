/** `proviso ledger` as a user's shell runs it: log, prove, be witnessed, and be found out. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EVIDENCE, placeOf } from "@proviso/core/ledger";
import { expect, it } from "vitest";
import { CHATS, EVENTS, EXAMPLES, run, SMALL } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const POLICY = join(EXAMPLES, "support-desk/policy");

async function json(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { code, stdout, stderr } = await run([...args, "--json"], { cwd: folder.path });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
}

async function refusal(
  ...args: readonly string[]
): Promise<{ readonly code: string; readonly message: string }> {
  const { code, stderr } = await run([...args, "--json"], { cwd: folder.path });
  expect(code).not.toBe(0);
  return (JSON.parse(stderr) as { error: { code: string; message: string } }).error;
}

const path = (name: string): string => join(folder.path, name);
const event = (id: string, more: object = {}): string =>
  `${JSON.stringify({
    specversion: "1.0",
    id,
    source: "urn:example",
    type: "proviso.conversation.deleted",
    subject: "accounts/a/conversations/c",
    time: "2026-01-05T09:00:00Z",
    recorded: "2026-01-05T09:00:00Z",
    data: {},
    ...more,
  })}\n`;

it("logs events, decisions, policies and manifests once each", async () => {
  await json("ledger", "init", "log", "--origin", "example.com/log");
  const decided = await run(["decide", CHATS, "--events", EVENTS, ...SMALL, "--out", path("d.jsonl")]);
  expect(decided.stderr).not.toContain("error");
  writeFileSync(path("k"), "ab".repeat(32));
  const made = await run([
    "export",
    CHATS,
    "--events",
    EVENTS,
    ...SMALL,
    "--purpose",
    "train-general",
    "--key-file",
    path("k"),
    "--out",
    path("set"),
  ]);
  expect(made.code, made.stderr).toBe(0);
  const events = readFileSync(EVENTS, "utf8").trim().split("\n").length;
  const decisions = readFileSync(path("d.jsonl"), "utf8").trim().split("\n").length;
  const first = await json("ledger", "add", "log", EVENTS, path("d.jsonl"), POLICY, path("set"));
  expect(first["added"]).toMatchObject({ event: events, decision: decisions, manifest: 1 });
  const again = await json("ledger", "add", "log", EVENTS, path("d.jsonl"), POLICY, path("set"));
  expect(again).toMatchObject({ added: {}, repeated: first["size"], size: first["size"] });
  const { digest } = JSON.parse(readFileSync(path("set/manifest.json"), "utf8")) as { digest: string };
  const text = (await run(["ledger", "evidence", path("log"), "--digest", digest])).stdout;
  const evidence = EVIDENCE.parse(JSON.parse(text));
  expect(evidence.opening).toMatchObject({ kind: "manifest", value: { digest } });
  expect(placeOf({ ...evidence, format: "proviso-evidence/1" }).isIncluded).toBe(true);
  const checked = await json("ledger", "check", "log");
  expect(checked).toMatchObject({ leaves: first["size"], openings: first["size"], erased: 0 });
});

it("makes evidence that `proviso verify` takes, also after a change of keys", async () => {
  const { key } = await json("ledger", "init", "log", "--origin", "example.com/log");
  writeFileSync(path("e.jsonl"), event("one") + event("two"));
  await json("ledger", "add", "log", "e.jsonl");
  await run(["ledger", "evidence", path("log"), "--event", "two", "--out", path("evidence.json")]);
  expect((await run(["verify", path("evidence.json"), "--key", String(key)])).code).toBe(0);
  cpSync(path("log/checkpoint"), path("earlier"));
  const next = await json("ledger", "rotate", "log");
  writeFileSync(path("e.jsonl"), event("three"));
  await json("ledger", "add", "log", "e.jsonl");
  expect(
    await json("ledger", "check", "log", "--key", String(key), "--against", "earlier", "--out", "c.json"),
  ).toMatchObject({
    leaves: 3,
    consistentWith: 2,
    pinned: true,
  });
  const both = ["--key", String(key), "--key", String(next["key"])];
  const { code, stdout } = await run(["verify", path("c.json"), ...both]);
  expect(code, stdout).toBe(0);
});

it("is signed by a witness that has seen it grow, and shows a fork to it", async () => {
  await json("ledger", "init", "log", "--origin", "example.com/log");
  writeFileSync(path("e.jsonl"), event("one"));
  await json("ledger", "add", "log", "e.jsonl");
  cpSync(path("log"), path("fork"), { recursive: true });
  const { key } = await json("ledger", "witness", "w.key", "--name", "witness.example");
  expect(
    (await run(["ledger", "cosign", path("log"), "--key", path("w.key"), "--out", path("signed")])).code,
  ).toBe(0);
  expect((await refusal("ledger", "add-cosignature", "log", "signed")).code).toBe("KEY_MISSING");
  await json("ledger", "add-cosignature", "log", "signed", "--witness", String(key));
  expect(await json("ledger", "status", "log")).toMatchObject({
    size: 1,
    witnesses: [{ name: "witness.example" }],
    recorded: "2026-01-05T09:00:00Z",
    recordedInFuture: false,
  });
  writeFileSync(path("e.jsonl"), event("two"));
  await json("ledger", "add", "log", "e.jsonl");
  await json("ledger", "cosign", "log", "--key", "w.key");
  writeFileSync(path("e.jsonl"), event("other"));
  await json("ledger", "add", "fork", "e.jsonl");
  const seen = await refusal("ledger", "cosign", "fork", "--key", "w.key");
  expect(seen.code).toBe("LEDGER_FORKED");
  expect(seen.message.match(/2 leaves under [A-Za-z0-9+/]{43}=/g)).toHaveLength(2);
  expect((await refusal("ledger", "check", "fork", "--against", "log/checkpoint")).code).toBe(
    "LEDGER_FORKED",
  );
});

it("refuses what is wrong before anything is logged", async () => {
  await json("ledger", "init", "log", "--origin", "example.com/log");
  writeFileSync(path("e.jsonl"), event("one"));
  writeFileSync(path("same.jsonl"), event("one", { time: "2026-01-06T09:00:00Z" }));
  writeFileSync(path("bad.jsonl"), event("two") + event("three", { time: "yesterday" }));
  writeFileSync(path("foreign.jsonl"), '{"hello":"world"}\n');
  await json("ledger", "add", "log", "e.jsonl");
  expect((await refusal("ledger", "add", "log", "same.jsonl")).code).toBe("EVENT_INVALID");
  expect((await refusal("ledger", "add", "log", "bad.jsonl")).code).toBe("EVENT_INVALID");
  expect((await refusal("ledger", "add", "log", "foreign.jsonl")).code).toBe("INPUT_UNRECOGNISED");
  expect((await refusal("ledger", "add", "log", "none.jsonl")).code).toBe("NOT_FOUND");
  expect((await refusal("ledger", "status", "nowhere")).code).toBe("NOT_FOUND");
  expect((await refusal("ledger", "evidence", "log")).code).toBe("USAGE");
  expect((await refusal("ledger", "evidence", "log", "--index", "-1")).code).toBe("USAGE");
  expect((await refusal("ledger", "evidence", "log", "--index", "1")).code).toBe("NOT_FOUND");
  expect(await json("ledger", "status", "log")).toMatchObject({ size: 1 });
});

it("forgets what a leaf says, and warns of a clock that is wrong", async () => {
  await json("ledger", "init", "log", "--origin", "example.com/log");
  writeFileSync(path("e.jsonl"), event("one") + event("two", { recorded: "2999-01-01T00:00:00Z" }));
  await json("ledger", "add", "log", "e.jsonl");
  const { code, stdout, stderr } = await run(["ledger", "status", path("log")]);
  expect(code).toBe(0);
  expect(stdout).toContain("2 leaves");
  expect(stderr).toContain("recorded in the future");
  await json("ledger", "erase", "log", "--index", "0");
  expect(readFileSync(path("log/private/openings/000.jsonl"), "utf8")).not.toContain('"id":"one"');
  expect((await refusal("ledger", "evidence", "log", "--index", "0")).code).toBe("NOT_FOUND");
  expect(await json("ledger", "check", "log")).toMatchObject({ leaves: 2, openings: 1, erased: 1 });
});
