/** The way from a page that changes to the mail about it, over a site, a mail server and a receiver of this machine. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMailServer, startReceiver } from "../../watch/test/alert-world.ts";
import { type Site, startSite } from "../../watch/test/site/site.ts";
import { tinyPdf } from "../../watch/test/site/tiny-pdf.ts";
import { termsPage, termsText } from "../../watch/test/terms-page.ts";
import { run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { KEEPING_NOW, TRAINING_NOW, termsHtml, writeChats, writePack } from "./watch-world.ts";

const folder = temporaryFolder();
const HTML = { "content-type": "text/html; charset=utf-8" };
const SECRET = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => site.close());

describe("a page that changes between two looks", () => {
  it("is told by mail, webhook and feed with its what-if, once", { timeout: 120_000 }, async () => {
    const [mail, receiver] = await Promise.all([startMailServer(), startReceiver()]);
    const { path } = folder;
    const archive = join(path, "terms");
    const packs = writePack(path, `${site.origin}/terms`);
    const alerts = join(path, "alerts.yaml");
    writeFileSync(
      alerts,
      `channels:
  me: { is: email, smtp: "${mail.url}", from: watch@example.org, to: me@example.org, unsubscribe: "mailto:watch@example.org?subject=stop" }
  hook: { is: webhook, url: "http://${receiver.host}/hook", secretEnv: WATCH_SECRET }
  feed: { is: feed, file: terms.atom }
alerts:
  - { name: training, when: { axes: [training-use, retention], exposure: 1 }, to: [me, hook, feed] }
  - { name: nothing, when: { services: [Another] }, to: [me] }
`,
    );
    const look = () =>
      run(
        [
          ...["watch", "run", "--archive", archive, "--policies", packs, "--alerts", alerts],
          ...["--chats", writeChats(path), "--json"],
          ...["--allow-private", site.host, "--allow-private", receiver.host],
          ...["--allow-private", new URL(mail.url).host],
        ],
        { cwd: path, env: { WATCH_SECRET: SECRET } },
      );
    try {
      site.set("/terms", { headers: HTML, body: termsHtml() });
      await run(["watch", "add", "--packs", "--policies", packs, "--archive", archive], { cwd: path });
      expect(await look()).toMatchObject({ code: 0 });
      expect(mail.mails).toHaveLength(0);

      site.set("/terms", {
        headers: HTML,
        body: termsHtml({ 2: TRAINING_NOW, 3: KEEPING_NOW }, "1 March 2026"),
      });
      const told = await look();
      expect(JSON.parse(told.stdout)).toMatchObject({ sent: 3, failed: 0, problems: [] });

      expect(mail.mails).toHaveLength(1);
      const [letter] = mail.mails;
      expect(letter?.subject).toContain("Example");
      expect(letter?.headers.get("list")).toMatchObject({ unsubscribe: expect.anything() });
      expect(letter?.text).toContain("5 years");
      // What it means for one's own chats.
      expect(letter?.text).toMatch(/3 .*kept longer|kept longer.*3/i);

      const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
      expect(new Webhook(SECRET).verify(body, headers)).toMatchObject({ type: expect.any(String) });

      const { feed } = parseFeed(readFileSync(join(path, "terms.atom"), "utf8")) as {
        feed: { entries?: readonly unknown[] };
      };
      expect(feed.entries).toHaveLength(1);

      expect(JSON.parse((await look()).stdout)).toMatchObject({ sent: 0, failed: 0, changes: [] });
      expect(mail.mails).toHaveLength(1);
      expect(receiver.received).toHaveLength(1);
    } finally {
      await Promise.all([mail.close(), receiver.close()]);
    }
  });

  it("is not lost where the mail server cannot be reached", { timeout: 120_000 }, async () => {
    const { path } = folder;
    const archive = join(path, "terms");
    const packs = writePack(path, `${site.origin}/terms`);
    const dead = await startMailServer();
    const { port } = new URL(dead.url);
    await dead.close();
    const alerts = join(path, "alerts.yaml");
    writeFileSync(
      alerts,
      `channels:
  me: { is: email, smtp: "smtp://127.0.0.1:${port}", from: watch@example.org, to: me@example.org, unsubscribe: "mailto:watch@example.org" }
alerts:
  - { name: all, when: { directions: [worse] }, to: [me] }
`,
    );
    const look = () =>
      run(
        [
          ...["watch", "run", "--archive", archive, "--policies", packs, "--alerts", alerts, "--json"],
          ...["--allow-private", site.host, "--allow-private", `127.0.0.1:${port}`],
        ],
        { cwd: path },
      );
    site.set("/terms", { headers: HTML, body: termsHtml() });
    await run(["watch", "add", "--packs", "--policies", packs, "--archive", archive], { cwd: path });
    await look();
    site.set("/terms", { headers: HTML, body: termsHtml({ 2: TRAINING_NOW }, "1 March 2026") });
    const told = await look();
    expect(told.code).toBe(1);
    expect(JSON.parse(told.stdout)).toMatchObject({ sent: 0, failed: 1, changes: [{}] });
    expect(JSON.parse(told.stdout).problems.join()).toContain("127.0.0.1");
    const outbox = readFileSync(join(archive, "state", "alerts.jsonl"), "utf8");
    expect(outbox).not.toContain("\u0000");
    expect(outbox.trim().split("\n").length).toBeGreaterThan(1);
  });
});

describe("one round over all that a site can do", () => {
  it("keeps what it sees, and names what it does not", { timeout: 120_000 }, async () => {
    const { path } = folder;
    const archive = join(path, "terms");
    const page = (name: string) => ({ headers: HTML, body: termsPage(name) });
    site.set("/robots.txt", { body: "User-agent: *\nDisallow: /secret\n" });
    site.set("/moved", { status: 301, headers: { location: `${site.origin}/arrived` } });
    site.set("/arrived", page("moved"));
    site.set("/etag", { ...page("etag"), etag: '"v1"' });
    site.set("/forbidden", { status: 403 });
    site.set("/zipped", { ...page("zipped"), coding: "gzip" });
    site.set("/pdf", {
      headers: { "content-type": "application/pdf" },
      body: tinyPdf([...termsText("pdf")]),
    });
    site.set("/slow", { trouble: "hang" });
    site.set("/huge", { headers: HTML, trouble: "endless" });
    site.set("/secret", page("secret"));
    site.set("/inward", { status: 302, headers: { location: "http://169.254.169.254/latest/meta-data/" } });
    const names = ["moved", "etag", "forbidden", "zipped", "pdf", "slow", "huge", "secret", "inward"];
    const file = join(path, "all.yaml");
    writeFileSync(
      file,
      names.map((name) => `- { service: ${name}, type: Terms, url: "${site.origin}/${name}" }\n`).join(""),
    );
    await run(["watch", "add", file, "--archive", archive]);
    const look = () =>
      run([
        ...["watch", "run", "--archive", archive, "--allow-private", site.host, "--json"],
        ...["--timeout", "3", "--max-size", "2MB"],
      ]);
    const first = await look();
    expect(first.code).toBe(1);
    const { looks, unseen } = JSON.parse(first.stdout);
    const signals = Object.fromEntries(
      unseen.map((one: { document: { service: string }; signal: { signal: string } }) => [
        one.document.service,
        one.signal.signal,
      ]),
    );
    expect(signals).toEqual({
      forbidden: "refused",
      slow: "timeout",
      huge: "too-large",
      secret: "robots",
      inward: "private-address",
    });
    expect(looks).toMatchObject({ first: 4, unseen: 5 });
    const second = await look();
    expect(JSON.parse(second.stdout).looks).toMatchObject({ unchanged: 4, unseen: 5 });
    const { stdout } = await run(["watch", "status", "--archive", archive, "--check", "--json"]);
    const status = JSON.parse(stdout);
    expect(status.health).toHaveLength(5);
    expect(status.check).toMatchObject({ faultCount: 0, versions: 4 });
  });
});
