/** Feeds among several channels, and what a channel that is down costs the others. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { parseJsonFeed } from "feedsmith";
import { beforeEach, expect, test } from "vitest";
import { type DispatchRequest, type DispatchResult, dispatch } from "../src/alert/dispatch.ts";
import { parseAlerts } from "../src/alert/parse-alerts.ts";
import { alertFolder, change, health, SECRET, SEEN, startReceiver } from "./alert-world.ts";

const root = alertFolder();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, "archive-"));
});

const BLIND = `channels:
  feed: { is: feed, file: terms.json }
alerts:
  - { name: blind, when: { health: true }, to: [feed] }
`;

async function tell(text: string, over: Partial<DispatchRequest> = {}): Promise<DispatchResult> {
  const rules = parseAlerts(text, join(folder, "alerts.yaml"));
  return await dispatch({
    archiveFolder: folder,
    rules,
    alertables: [health()],
    now: SEEN,
    env: {},
    ...over,
  });
}

function entriesOf(file: string): number {
  return parseJsonFeed(readFileSync(join(folder, file), "utf8")).items?.length ?? 0;
}

test("a channel may have any name", async () => {
  const names = ["constructor", "__proto__", "toString"];
  const channels = names.map((name, at) => `  ${name}: { is: feed, file: ${at}.json }`).join("\n");
  const text = `channels:\n${channels}\nalerts:\n  - { name: a, when: { health: true }, to: [${names}] }\n`;
  expect(await tell(text)).toEqual({ sent: 3, held: 0, failed: 0, problems: [] });
  expect(await tell(text, { alertables: [health({ since: SEEN + 1 })] })).toMatchObject({ sent: 3 });
  expect(names.map((_, at) => entriesOf(`${at}.json`))).toEqual([2, 2, 2]);
});

test("two channels that would write one file are refused", () => {
  const text = `channels:
  one: { is: feed, file: out/../terms.json }
  two: { is: feed, file: terms.json }
alerts:
  - { name: a, when: {}, to: [one, two] }
`;
  try {
    parseAlerts(text, "alerts.yaml");
  } catch (error) {
    if (!(error instanceof ProvisoError)) throw error;
    expect(error.message).toBe("the channel `one` writes this file already");
    expect(error.place).toMatchObject({ file: "alerts.yaml", line: 3, field: "channels.two.file" });
    return;
  }
  expect.fail("it was taken");
});

test("entries of which nothing is known any more are not written over", async () => {
  await tell(BLIND, { alertables: [health(), health({ since: SEEN + 1 })] });
  writeFileSync(join(folder, "state", "feeds.json"), "{");
  const more = { alertables: [health({ since: SEEN + 2 })] };
  const told = await tell(BLIND, more);
  expect(told).toMatchObject({ sent: 0, failed: 1 });
  expect(told.problems[0]).toMatch(/feeds\.json` is damaged: take it away/);
  expect(entriesOf("terms.json")).toBe(2);
});

test("an entry whose sending was not noted is not there twice", async () => {
  await tell(BLIND);
  const outbox = join(folder, "state", "alerts.jsonl");
  const lines = readFileSync(outbox, "utf8").split("\n");
  const noted = lines.filter((line) => !line.startsWith('{"is":"sent"'));
  expect(noted).toHaveLength(lines.length - 1);
  writeFileSync(outbox, noted.join("\n"));
  expect(await tell(BLIND, { alertables: [] })).toMatchObject({ sent: 1 });
  expect(entriesOf("terms.json")).toBe(1);
});

test("a receiver that is down is asked once in a round, not once for each message", async () => {
  const hook = await startReceiver();
  hook.status = 503;
  const text = `channels:
  hook: { is: webhook, url: "http://${hook.host}/", secretEnv: HOOK_SECRET }
alerts:
  - { name: all, when: { impact: none, health: true }, to: [hook] }
`;
  const over = { env: { HOOK_SECRET: SECRET }, allowPrivate: [hook.host] };
  const told = await tell(text, { ...over, alertables: [change(), health(), health({ since: SEEN + 1 })] });
  expect(told).toMatchObject({ sent: 0, failed: 3 });
  expect(hook.received).toHaveLength(1);
  hook.status = 204;
  expect(await tell(text, { ...over, now: SEEN + 3_600_000, alertables: [] })).toMatchObject({ sent: 3 });
  await hook.close();
});
