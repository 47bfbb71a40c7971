/** Alerts over real servers: sent once, in full, and not lost when something is down or is killed. */
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { webhookForm } from "../src/alert/channel/webhook-body.ts";
import { type DispatchRequest, type DispatchResult, dispatch } from "../src/alert/dispatch.ts";
import { outboxStanding } from "../src/alert/outbox/standing.ts";
import { parseAlerts } from "../src/alert/parse-alerts.ts";
import {
  alertFolder,
  change,
  EXPOSURE,
  health,
  type MailServer,
  type Receiver,
  SECRET,
  SEEN,
  startMailServer,
  startReceiver,
  termsChange,
} from "./alert-world.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const root = alertFolder();

let mail: MailServer;
let hook: Receiver;
let folder: string;
beforeAll(async () => {
  mail = await startMailServer();
  hook = await startReceiver();
});
afterAll(async () => {
  await mail.close();
  await hook.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(root, "archive-"));
  mail.mails.length = 0;
  mail.raw.length = 0;
  hook.received.length = 0;
  hook.status = 204;
});

function email(url = mail.url, to = "me@example.org"): string {
  return `{ is: email, smtp: "${url}", from: watch@example.org, to: ${to}, unsubscribe: "https://example.org/stop?u=1" }`;
}

function yaml(alerts: string, channels: Readonly<Record<string, string>> = {}): string {
  const all = {
    me: email(),
    hook: `{ is: webhook, url: "http://${hook.host}/hook", secretEnv: HOOK_SECRET }`,
    slack: `{ is: slack, urlEnv: SLACK_URL }`,
    atom: "{ is: feed, file: terms.atom }",
    json: "{ is: feed, file: terms.json }",
    ...channels,
  };
  const lines = Object.entries(all).map(([name, channel]) => `  ${name}: ${channel}`);
  return `channels:\n${lines.join("\n")}\nalerts:\n${alerts}\n`;
}

async function tell(text: string, over: Partial<DispatchRequest> = {}): Promise<DispatchResult> {
  return await dispatch({
    archiveFolder: folder,
    rules: parseAlerts(text, join(folder, "alerts.yaml")),
    alertables: [change()],
    now: SEEN,
    env: { HOOK_SECRET: SECRET, SLACK_URL: `http://${hook.host}/slack` },
    allowPrivate: [hook.host],
    ...over,
  });
}

function everywhere(): string {
  return yaml("  - { name: training, when: { axes: [training-use] }, to: [me, hook, slack, atom, json] }");
}

test("one change reaches every kind of channel, once", async () => {
  expect(await tell(everywhere())).toEqual({ sent: 5, held: 0, failed: 0, problems: [] });
  expect(await tell(everywhere(), { now: SEEN + DAY })).toEqual({
    sent: 0,
    held: 0,
    failed: 0,
    problems: [],
  });
  expect(mail.mails).toHaveLength(1);
  expect(hook.received).toHaveLength(2);
});

test("a mail says what was, what is, when, why, and for how many conversations", async () => {
  await tell(everywhere());
  const [{ text = "", html, subject, headers, messageId } = expect.fail("no mail")] = mail.mails;
  expect(subject).toContain("Wren Chat");
  for (const part of [
    "We do not use your conversations to train our models",
    "before, 2025-03-02",
    "We may use your conversations to train our models unless you opt out",
    "after, 2026-03-04",
    "First seen: 2026-03-04 09:30 UTC",
    "Stated by the text: 2026-03-01",
    "In force: ",
    `${EXPOSURE.becomeTrainable} would become trainable`,
    "not in these figures: scope: whom the exemption covers is not said",
    "axis: training-use",
    "Unsubscribe: https://example.org/stop?u=1",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toMatch(/Impact: \w+ \(\d+ of 100\)/);
  expect(html).not.toMatch(/<(?:img|link|script|iframe|style)|\bsrc=|url\(/i);
  expect(messageId).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
  expect(mail.raw[0]).toContain("List-Unsubscribe: <https://example.org/stop?u=1>");
  expect(mail.raw[0]).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(headers.get("auto-submitted")).toBe("auto-generated");
});

test("no one-click header where the way out is a mail", async () => {
  const me = email().replace("https://example.org/stop?u=1", "mailto:watch@example.org?subject=stop");
  await tell(yaml("  - { name: all, when: {}, to: [me] }", { me }));
  expect(mail.raw[0]).toContain("List-Unsubscribe: <mailto:watch@example.org?subject=stop>");
  expect(mail.raw[0]).not.toContain("List-Unsubscribe-Post");
});

test("the names of a hostile document cannot write a header", async () => {
  const hostile = termsChange();
  const document = { service: "Wren\r\nBcc: spy@example.org\r\n\r\nhello", type: "Terms" };
  const summary = `Wren\r\nBcc: spy@example.org\n\nbody`;
  await tell(everywhere(), { alertables: [change({ change: { ...hostile, document, summary } })] });
  expect(mail.mails[0]?.headers.has("bcc")).toBe(false);
  expect(mail.raw[0]?.split("\r\n\r\n", 1)[0]).not.toMatch(/^bcc:/im);
});

test("a webhook is signed, and fits its schema", async () => {
  await tell(yaml("  - { name: all, when: { impact: none, health: true }, to: [hook] }"), {
    alertables: [change(), health()],
  });
  const [first, second] = hook.received;
  if (first === undefined || second === undefined) return expect.fail("two were to come");
  const verifier = new Webhook(SECRET);
  const body = webhookForm.parse(verifier.verify(first.body, first.headers));
  expect(body).toMatchObject({ type: "terms.changed", rule: "all" });
  expect(webhookForm.parse(verifier.verify(second.body, second.headers)).type).toBe("terms.unseen");
  expect(first.headers["webhook-id"]).toMatch(/^msg_[0-9a-f]{32}$/);
  expect(() => verifier.verify(first.body.replace("worse", "better"), first.headers)).toThrow();
});

test("a webhook is not led into a private network, nor by a redirect", async () => {
  const text = yaml("  - { name: all, when: {}, to: [hook] }");
  const refused = await tell(text, { allowPrivate: [] });
  expect(refused).toMatchObject({ sent: 0, failed: 1, problems: ["hook: 127.0.0.1 is loopback"] });
  expect(hook.received).toHaveLength(0);
  hook.status = 302;
  const led = await tell(text, { now: SEEN + DAY });
  expect(led.problems).toEqual([`hook: ${hook.host} answered 302, a redirect, which is not followed`]);
});

test("a secret that is missing or weak is said, never shown, and nothing is lost", async () => {
  const text = yaml("  - { name: all, when: {}, to: [hook] }");
  const missing = await tell(text, { env: {} });
  expect(missing.problems).toEqual(["hook: the environment variable `HOOK_SECRET` is not set"]);
  const weak = await tell(text, { env: { HOOK_SECRET: "whsec_c2hvcnQ=" }, now: SEEN + HOUR, alertables: [] });
  expect(weak.failed).toBe(1);
  expect(weak.problems.join()).not.toContain("c2hvcnQ");
  expect(await tell(text, { now: SEEN + DAY, alertables: [] })).toMatchObject({ sent: 1, failed: 0 });
});

test("blocks address nobody and keep the limits of their form", async () => {
  const hostile = { ...termsChange(), summary: `<!channel> & <@U1> ${"<x>".repeat(400)}` };
  await tell(yaml("  - { name: all, when: {}, to: [slack] }"), {
    alertables: [change({ change: { ...hostile, changes: Array(80).fill(hostile.changes[0]) } })],
  });
  const sent = hook.received[0]?.body ?? "";
  expect(sent).not.toMatch(/[<>]/);
  const { blocks } = JSON.parse(sent) as { blocks: { type: string; text?: { text: string } }[] };
  expect(blocks.length).toBeLessThanOrEqual(50);
  for (const { type, text } of blocks) {
    expect(text?.text.length ?? 0).toBeLessThanOrEqual(type === "header" ? 150 : 3000);
  }
});

test("feeds parse, keep their ids, and hold a hundred entries", async () => {
  const text = yaml("  - { name: blind, when: { health: true }, to: [atom, json] }");
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) =>
      health({ document: { service: `S${from + at} <b>&]]>`, type: "T" }, since: SEEN + from + at }),
    );
  await tell(text, { alertables: [] });
  const read = () => ({
    atom: parseAtomFeed(readFileSync(join(folder, "terms.atom"), "utf8")),
    json: parseJsonFeed(readFileSync(join(folder, "terms.json"), "utf8")),
  });
  expect(read().atom.entries ?? []).toHaveLength(0);
  await tell(text, { alertables: many(0, 3) });
  const before = read();
  const ids = before.atom.entries?.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(3);
  for (const id of ids)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  await tell(text, { alertables: many(0, 3), now: SEEN + HOUR });
  expect(read().atom.entries?.map(({ id }) => id)).toEqual(ids);
  expect(before.json.items?.[0]?.title).toContain("<b>&]]>");
  expect(before.atom.entries?.[0]?.title).toMatchObject({
    value: expect.stringContaining("&#60;b&#62;&#38;]]&#62;"),
  });
  await tell(text, { alertables: many(3, 120), now: SEEN + DAY });
  expect(read().atom.entries).toHaveLength(100);
  expect(read().json.items).toHaveLength(100);
});

test("a file that is no feed is left as it is", async () => {
  writeFileSync(join(folder, "terms.json"), '{"mine": true}');
  const told = await tell(yaml("  - { name: all, when: {}, to: [json] }"));
  expect(told.failed).toBe(1);
  expect(told.problems[0]).toContain("holds something that is no feed");
  expect(readFileSync(join(folder, "terms.json"), "utf8")).toBe('{"mine": true}');
});

test("an unreachable mail server: said, the others are sent, tried again later, then sent", async () => {
  const gone = await startMailServer();
  const port = Number(new URL(gone.url).port);
  await gone.close();
  const text = yaml("  - { name: all, when: {}, to: [me, hook] }", { me: email(gone.url) });
  const first = await tell(text);
  expect(first).toMatchObject({ sent: 1, held: 0, failed: 1 });
  expect(first.problems[0]).toMatch(/^me: .*ECONNREFUSED/);
  expect((await outboxStanding(folder)).failing).toMatchObject([{ rule: "all", channel: "me", tries: 1 }]);

  const soon = await tell(text, { now: SEEN + 60_000, alertables: [] });
  expect(soon).toMatchObject({ sent: 0, failed: 1 });
  expect(soon.problems[0]).toContain("to be tried again from 2026-03-04 09:35 UTC");

  const back = await startMailServer({ port });
  expect(await tell(text, { now: SEEN + HOUR, alertables: [] })).toMatchObject({ sent: 1, failed: 0 });
  expect(back.mails).toHaveLength(1);
  await back.close();
  expect(await outboxStanding(folder)).toEqual({ waiting: [], failing: [], givenUp: [], notes: [] });
});

test("one refused recipient does not hold up the next mail, and is given up with a note", async () => {
  const channels = { me: email(mail.url, "nobody@example.org") };
  const text = yaml("  - { name: all, when: {}, to: [me] }", channels);
  for (let turn = 0; turn < 12; turn += 1) await tell(text, { now: SEEN + turn * DAY });
  const { failing, givenUp } = await outboxStanding(folder);
  expect(failing).toEqual([]);
  expect(givenUp).toMatchObject([{ rule: "all", channel: "me" }]);
  expect(givenUp[0]?.reason).toMatch(/^given up after 12 tries: .*550/);
  expect(await tell(text, { now: SEEN + 20 * DAY })).toMatchObject({ sent: 0, failed: 0 });
});

test("a server that asks for a password gets it from the environment", async () => {
  const login = { user: "watch", pass: "s3cret pass" };
  const server = await startMailServer({ login });
  const me = email(server.url).replace("from:", "user: watch, passwordEnv: MAIL_PASSWORD, from:");
  const text = yaml("  - { name: all, when: {}, to: [me] }", { me });
  const wrong = await tell(text, { env: { MAIL_PASSWORD: "wrong" } });
  expect(wrong.failed).toBe(1);
  expect(wrong.problems.join()).not.toContain("wrong");
  const right = { env: { MAIL_PASSWORD: login.pass }, now: SEEN + DAY };
  expect(await tell(text, right)).toMatchObject({ sent: 1 });
  await server.close();
  expect(readFileSync(join(folder, "state", "alerts.jsonl"), "utf8")).not.toContain(login.pass);
});

test("quiet hours hold, and what is critical may go through them", async () => {
  const quiet = '{ from: "22:00", to: "07:00", timeZone: Europe/Zurich';
  const text = yaml(
    `  - { name: calm, when: {}, to: [me], quietHours: ${quiet} } }
  - { name: loud, when: {}, to: [hook], quietHours: ${quiet}, criticalBreaks: true } }`,
  );
  const impact = { ...termsChange().impact, level: "critical" } as const;
  const alertables = [change({ change: { ...termsChange(), impact } })];
  const night = Date.UTC(2026, 2, 4, 23, 0);
  expect(await tell(text, { alertables, now: night })).toMatchObject({ sent: 1, held: 1, failed: 0 });
  expect(await tell(text, { alertables: [], now: Date.UTC(2026, 2, 5, 5, 59) })).toMatchObject({ held: 1 });
  expect(mail.mails).toHaveLength(0);
  expect((await outboxStanding(folder)).waiting).toHaveLength(1);
  expect(await tell(text, { alertables: [], now: Date.UTC(2026, 2, 5, 6, 0) })).toMatchObject({
    sent: 1,
    held: 0,
  });
  expect(mail.mails).toHaveLength(1);
});

test("a sender that is killed before it noted the sending sends again with the same id", async () => {
  let kill = (): void => undefined;
  const server = await startMailServer({ onMail: () => kill() });
  const rules = yaml("  - { name: all, when: {}, to: [me] }", { me: email(server.url) });
  writeFileSync(join(folder, "alerts.yaml"), rules);
  const script = join(import.meta.dirname, "alert-sender.ts");
  const argv = [
    "--conditions=@proviso/source",
    "--experimental-strip-types",
    "--no-warnings",
    script,
    folder,
  ];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  kill = () => child.kill("SIGKILL");
  const signal = await new Promise((resolve) => child.on("exit", (_, by) => resolve(by)));
  expect(signal).toBe("SIGKILL");
  kill = () => undefined;
  expect((await outboxStanding(folder)).waiting).toHaveLength(1);

  expect(await tell(rules, { alertables: [] })).toMatchObject({ sent: 1, failed: 0 });
  expect(await tell(rules, { alertables: [], now: SEEN + DAY })).toMatchObject({ sent: 0 });
  await server.close();
  const ids = server.mails.map(({ messageId }) => messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("a line that was cut off is dropped; one that is damaged is said", async () => {
  await tell(everywhere());
  const file = join(folder, "state", "alerts.jsonl");
  appendFileSync(file, 'no json\n{"is":"sent","id":"x"');
  const told = await tell(everywhere());
  expect(told).toMatchObject({ sent: 0, failed: 0 });
  expect(told.problems).toHaveLength(1);
  expect(told.problems[0]).toContain("no line of an outbox");
  expect(readFileSync(file, "utf8").endsWith("no json\n")).toBe(true);
});

test("a large outbox is written anew, and forgets neither what was sent nor what waits", async () => {
  const text = yaml("  - { name: all, when: {}, to: [me, hook] }");
  hook.status = 500;
  await tell(text);
  const file = join(folder, "state", "alerts.jsonl");
  const line = `${JSON.stringify({ is: "what", what: "old", alertable: { pad: "x".repeat(9_000_000) } })}\n`;
  appendFileSync(file, line);
  hook.status = 204;
  await tell(text, { now: SEEN + 1 });
  expect(readFileSync(file).length).toBeLessThan(100_000);
  expect(await tell(text, { now: SEEN + DAY })).toMatchObject({ sent: 1, failed: 0 });
  expect(mail.mails).toHaveLength(1);
});

test("a channel or rule that was taken out gives up what waited for it", async () => {
  hook.status = 500;
  await tell(yaml("  - { name: old, when: {}, to: [hook] }"));
  const told = await tell(yaml("  - { name: new, when: { health: true }, to: [me] }"), { now: SEEN + DAY });
  expect(told.problems).toEqual(["hook: given up: there is no rule `old` any more"]);
});

test("a week's digest: once, the weightiest first, with what cannot be seen", async () => {
  const text = yaml("  - { name: week, when: {}, to: [me, hook, atom], digest: weekly }");
  const small = {
    ...termsChange(),
    document: { service: "Small", type: "T" },
    summary: "Small change",
    impact: { ...termsChange().impact, score: 1 },
  };
  const alertables = [change({ change: small }), change()];
  // 2026-03-04 is a Wednesday.
  expect(await tell(text, { alertables })).toMatchObject({ sent: 0 });
  const monday = Date.UTC(2026, 2, 9, 6);
  expect(await tell(text, { alertables: [health()], now: monday })).toMatchObject({ sent: 3 });
  expect(await tell(text, { alertables, now: monday + DAY })).toMatchObject({ sent: 0 });
  const [{ text: said = "", subject } = expect.fail("no mail")] = mail.mails;
  expect(subject).toBe("Terms, 2026-03-02 to 2026-03-08: 2 changes, 1 document not seen well");
  expect(said.indexOf("Small change")).toBeGreaterThan(said.indexOf("Wren Chat"));
  expect(said).toContain("Crow Chat/Terms of Service [EU]: not visible since 2026-03-04");
  expect(webhookForm.parse(JSON.parse(hook.received[0]?.body ?? "")).type).toBe("terms.digest");
  expect(await tell(text, { alertables: [], now: monday + 7 * DAY })).toMatchObject({ sent: 3 });
  expect(mail.mails[1]?.subject).toBe("Terms, 2026-03-09 to 2026-03-15: nothing changed");
  expect(existsSync(join(folder, "terms.atom"))).toBe(true);
});

test("two that send at once: one is refused", async () => {
  const both = await Promise.allSettled([tell(everywhere()), tell(everywhere())]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(mail.mails).toHaveLength(1);
});

test("a condition on own conversations of which nothing is known does not keep it back", async () => {
  const text = yaml("  - { name: mine, when: { exposure: 1 }, to: [me] }");
  expect(await tell(text, { alertables: [change({ exposures: [] })] })).toMatchObject({ sent: 1, failed: 0 });
  expect(mail.mails[0]?.text).toContain("cannot be ruled out");
});

test("what waited for a digest that is no longer asked for is sent by itself", async () => {
  const rule = "  - { name: week, when: {}, to: [me]";
  expect(await tell(yaml(`${rule}, digest: weekly }`))).toMatchObject({ sent: 0 });
  const told = await tell(yaml(`${rule} }`), { alertables: [], now: SEEN + HOUR });
  expect(told).toMatchObject({ sent: 1, failed: 0 });
  expect(mail.mails[0]?.text).toContain("it waited for a digest");
  expect(await tell(yaml(`${rule} }`), { now: SEEN + DAY })).toMatchObject({ sent: 0 });
});

test("a recipient that the server refuses is told of, while the others have it", async () => {
  const me = email(mail.url, "[me@example.org, nobody@example.org]");
  const told = await tell(yaml("  - { name: all, when: {}, to: [me] }", { me }));
  expect(told).toMatchObject({ sent: 1, failed: 0 });
  expect(told.problems).toEqual(["me: 1 of 2 recipients were refused by the server"]);
});

test("two who are told of the same thing by two rules are told by which", async () => {
  const text = yaml(`  - { name: first, when: { axes: [training-use] }, to: [me] }
  - { name: second, when: { services: [Wren Chat] }, to: [me] }`);
  expect(await tell(text)).toMatchObject({ sent: 2 });
  const said = mail.mails.map(({ text: body = "" }) =>
    body.match(/Sent by the rule “(\w+)”: (.*)/)?.slice(1),
  );
  expect(said).toEqual([
    ["first", "axis: training-use"],
    ["second", "service: Wren Chat"],
  ]);
});

test("a digest says what was not seen for a time, and is again", async () => {
  const text = yaml("  - { name: day, when: { health: true }, to: [me], digest: daily }");
  const gone = health({ document: { service: "Rook Chat", type: "Terms" } });
  await tell(text, { alertables: [gone, health()] });
  expect(await tell(text, { alertables: [health()], now: SEEN + DAY })).toMatchObject({ sent: 1 });
  const [unseen = "", again = ""] = (mail.mails[0]?.text ?? "").split("Were not seen well for a time");
  expect(unseen).toContain("Crow Chat");
  expect(unseen).not.toContain("Rook Chat");
  expect(again).toContain("Rook Chat/Terms");
});

test("secrets may stand in files beside the alert file, and addresses in the environment", async () => {
  writeFileSync(join(folder, "hook.key"), `${SECRET}\n`);
  const channels = {
    me: email().replace(`smtp: "${mail.url}"`, "smtpEnv: MAIL_SERVER"),
    hook: `{ is: webhook, url: "http://${hook.host}/hook", secretFile: hook.key }`,
  };
  const text = yaml("  - { name: all, when: {}, to: [me, hook] }", channels);
  expect(await tell(text, { env: { MAIL_SERVER: mail.url } })).toMatchObject({ sent: 2, problems: [] });
  const [{ body, headers } = expect.fail("nothing came")] = hook.received;
  expect(new Webhook(SECRET).verify(body, headers)).toMatchObject({ type: "terms.changed" });
});
