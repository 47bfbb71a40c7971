/** `proviso watch` from a declaration to what a change means for one's own chats, over a site of this machine. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite } from "../../watch/test/site/site.ts";
import { type Run, run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { KEEPING, KEEPING_NOW, TRAINING_NOW, termsHtml, writeChats, writePack } from "./watch-world.ts";

const folder = temporaryFolder();
const HTML = { "content-type": "text/html; charset=utf-8" };
const NEW_TERMS = termsHtml({ 2: TRAINING_NOW, 3: KEEPING_NOW }, "1 March 2026");

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => site.close());

interface World {
  readonly archive: string;
  readonly packs: string;
  watch(...args: readonly string[]): Promise<Run>;
  look(...args: readonly string[]): Promise<Run>;
}

async function world(body = termsHtml()): Promise<World> {
  site.set("/terms", { headers: HTML, body });
  const archive = join(folder.path, "terms");
  const packs = writePack(folder.path, `${site.origin}/terms`);
  const watch = (...args: readonly string[]): Promise<Run> =>
    run(["watch", ...args, "--archive", archive], { cwd: folder.path });
  const look = (...args: readonly string[]): Promise<Run> =>
    watch("run", "--allow-private", site.host, "--policies", packs, ...args);
  const added = await watch("add", "--packs", "--policies", packs);
  expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining("+ Example/Terms of Service") });
  return { archive, packs, watch, look };
}

describe("a change", () => {
  it("is told with its facts, and what it means for one's chats", async () => {
    const { packs, watch, look } = await world();
    expect(await look()).toMatchObject({ code: 0, stdout: expect.stringContaining("1 new") });
    expect(await watch("stale", "--policies", packs)).toMatchObject({ code: 0 });
    site.set("/terms", { headers: HTML, body: NEW_TERMS });
    const { code, stdout } = await look("--chats", writeChats(folder.path), "--json");
    expect(code).toBe(0);
    const [told] = JSON.parse(stdout).changes;
    const axes = told.change.changes.map(({ axis }: { axis: string }) => axis);
    expect(axes).toEqual(expect.arrayContaining(["training-use", "choice", "exceptions", "retention"]));
    expect(told.change.direction).toBe("worse");
    for (const { after } of told.change.changes) if (after) expect(after.quote.length).toBeGreaterThan(10);
    expect(told.exposures).toMatchObject([
      { policy: "example/consumer@2026-01-01", compared: 3, keptLonger: 3 },
    ]);
    // What a rule would say of the new clause is for a person, and named.
    expect(told.exposures[0].open.join()).toContain("training-use");

    const stale = await watch("stale", "--policies", packs, "--draft", join(folder.path, "drafts"));
    expect(stale.code).toBe(1);
    expect(stale.stdout).toContain(`changed: terms#Terms of Example > ${KEEPING}`);
    const [draft = ""] = readdirSync(join(folder.path, "drafts"));
    expect(readFileSync(join(folder.path, "drafts", draft), "utf8")).toMatch(/atMost: "?(5y|P5Y)/);
  });

  it("is told once, whatever the page does with its links afterwards", async () => {
    const { watch, look } = await world();
    await look();
    site.set("/terms", { headers: HTML, body: NEW_TERMS });
    expect((await look()).stdout).toContain("1 changed");
    site.set("/terms", {
      headers: HTML,
      body: termsHtml({ 2: TRAINING_NOW, 3: KEEPING_NOW }, "1 March 2026", "9f"),
    });
    const again = await look("--json");
    expect(JSON.parse(again.stdout)).toMatchObject({ looks: { quiet: 1, changed: 0 }, changes: [] });
    const log = await watch("log", "--quiet-too", "--json");
    const classes = log.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).class);
    expect(classes).toEqual(["first", "change", "form-only"]);
  });

  it("is shown for people, in Markdown, in words, and as text", async () => {
    const { watch, look } = await world();
    await look();
    site.set("/terms", { headers: HTML, body: NEW_TERMS });
    await look();
    const show = await watch("show", "example");
    expect(show.stdout).toContain("for you: worse");
    expect(show.stdout).toMatch(/~ retention: .*P30D.* → .*P5Y/s);
    const markdown = await watch("show", "Example/Terms", "--format", "markdown");
    expect(markdown.stdout).toMatch(/^\| retention \| .*P30D/m);
    const diff = await watch("diff", "Example/Terms");
    expect(diff.stdout).toMatch(/\[-30-\]\{\+5\+\}|\[-30 days-\]/);
    expect((await watch("show", "Example", "--text")).stdout).toContain(KEEPING_NOW);
    expect(await watch("show", "Exmaple")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("NOT_FOUND"),
    });
  });
});

describe("what cannot be seen", () => {
  it("is said, is no change, and ends with 1", async () => {
    const { watch, look } = await world();
    await look();
    site.set("/terms", { status: 403 });
    expect(await look()).toMatchObject({ code: 1, stdout: expect.stringContaining("not seen") });
    const status = await watch("status", "--check");
    expect(status.code).toBe(0);
    expect(status.stdout).toContain("1 not seen well");
    expect(status.stdout).toContain("all as they were written");
  });

  it("is a private address that nobody allowed", async () => {
    const { watch } = await world();
    expect(await watch("run")).toMatchObject({ code: 1, stdout: expect.stringContaining("private") });
  });

  it("is an archive with one byte changed", async () => {
    const { archive, watch, look } = await world();
    await look();
    const index = join(archive, "index.jsonl");
    writeFileSync(index, readFileSync(index, "utf8").replace('"status":200', '"status":201'));
    expect(await watch("status", "--check")).toMatchObject({ code: 1 });
  });
});

describe("a history", () => {
  it("goes out as git and comes back the same", async () => {
    const { watch, look, archive } = await world();
    await look();
    site.set("/terms", { headers: HTML, body: NEW_TERMS });
    await look();
    const out = join(folder.path, "history");
    expect(await watch("export", out, "--snapshots")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("2 versions and 2 pages"),
    });
    const back = join(folder.path, "back");
    const git = join(out, "versions.git");
    expect(existsSync(git)).toBe(true);
    expect(await run(["watch", "import", git, "--archive", back])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("2 versions taken in"),
    });
    expect(await run(["watch", "import", git, "--archive", back])).toMatchObject({
      stdout: expect.stringContaining("0 versions taken in, 2 versions known"),
    });
    expect(await run(["watch", "import", out, "--snapshots", "--archive", back])).toMatchObject({
      stdout: expect.stringContaining("2 pages taken in"),
    });
    expect((await run(["watch", "status", "--check", "--archive", back])).code).toBe(0);
    for (const one of [archive, back, git]) {
      const replay = await run(["watch", "replay", one, "--json"]);
      expect(JSON.parse(replay.stdout)).toMatchObject({ records: 2, standings: { change: 2 } });
    }
    expect((await run(["watch", "log", "--archive", back])).stdout).toContain("2 records of 1 document");
  });
});

describe("a declaration", () => {
  it("that is wrong names file, line and field, and nothing is added", async () => {
    const file = join(folder.path, "wrong.yaml");
    writeFileSync(file, "- service: Example\n  type: Terms\n  ulr: https://example.org\n");
    const archive = join(folder.path, "none");
    const { code, stderr } = await run(["watch", "add", file, "--archive", archive]);
    expect(code).not.toBe(0);
    expect(stderr).toContain("wrong.yaml:");
    expect(stderr).toContain("url");
    expect(existsSync(archive)).toBe(false);
  });

  it("is not replaced unless asked for", async () => {
    const { watch, packs } = await world();
    const again = ["add", "--packs", "--policies", packs];
    expect(await watch(...again)).toMatchObject({ code: 2, stderr: expect.stringContaining("--force") });
    expect(await watch(...again, "--force")).toMatchObject({ code: 0 });
  });
});

describe("evidence", () => {
  it("is verified with the key of the ledger that logged it, and not once a byte is another", async () => {
    const { watch, look } = await world();
    await look();
    const ledger = join(folder.path, "log");
    const { key } = JSON.parse(
      (await run(["ledger", "init", ledger, "--origin", "example.org/terms", "--json"])).stdout,
    );
    const file = join(folder.path, "evidence.json");
    const made = await watch("evidence", "Example", "--out", file, "--ledger", ledger, "--json");
    expect(made).toMatchObject({ code: 0 });
    const verified = await run(["verify", file, "--key", key, "--json"]);
    const [list] = JSON.parse(verified.stdout).files;
    expect(list.checks.filter(({ outcome }: { outcome: string }) => outcome === "failed")).toEqual([]);
    const named = list.checks.map(
      ({ name, outcome }: { name: string; outcome: string }) => `${name} ${outcome}`,
    );
    expect(named).toEqual(expect.arrayContaining(["raw-bytes ok", "extraction ok", "signature ok"]));
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("30 days", "90 days"));
    expect((await run(["verify", file, "--key", key])).code).toBe(1);
  });
});

describe("what stands across and along", () => {
  it("is compared, told in order, and put in a digest", async () => {
    const { watch, look } = await world();
    await look();
    site.set("/terms", { headers: HTML, body: NEW_TERMS });
    await look();
    const csv = await watch("compare", "retention", "--format", "csv");
    expect(csv.stdout).toContain("5 years");
    expect(csv.stdout.split("\r\n")[0]).toContain("quote");
    expect((await watch("compare", "retention")).stdout).toContain("5 years");
    expect(await watch("compare", "retentoin")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("retention"),
    });
    const timeline = JSON.parse((await watch("timeline", "Example", "--json")).stdout);
    expect(timeline.entries.map(({ is }: { is: string }) => is)).toEqual(["first-seen", "changed"]);
    const digest = await watch("digest");
    expect(digest.stdout).toContain("Example");
    expect((await watch("digest", "--format", "html")).stdout).toContain("<html");
  });
});

describe("an article", () => {
  it("is judged by the archived text, and the news beside it", async () => {
    const { watch, look } = await world();
    await look();
    site.set("/terms", { headers: HTML, body: NEW_TERMS });
    await look();
    // A minute old: what is older weighs less.
    const date = new Date(Date.now() - 60_000).toUTCString();
    const item = `<item><title>Example changes its terms</title><link>https://news.example.org/1</link><pubDate>${date}</pubDate></item>`;
    site.set("/feed", {
      headers: { "content-type": "application/rss+xml" },
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://news.example.org</link><description>x</description>${item}</channel></rss>`,
    });
    const news = join(folder.path, "news.yaml");
    writeFileSync(news, `feeds: ["${site.origin}/feed"]\nservices: { Example: [Example] }\n`);
    const article = join(folder.path, "article.txt");
    writeFileSync(
      article,
      "Example keeps conversations for 5 years. Example does not train its models on conversations.",
    );
    const args = ["verdict", article, "--service", "Example", "--news", news, "--allow-private", site.host];
    const { code, stdout } = await watch(...args, "--json");
    expect(code).toBe(1);
    const { verdict, hype } = JSON.parse(stdout);
    const said = Object.fromEntries(
      verdict.claims.map(
        (one: { axis?: string; claim?: { subject: string }; subject?: string; verdict: string }) => [
          one.subject ?? one.claim?.subject ?? one.axis,
          one.verdict,
        ],
      ),
    );
    expect(said).toMatchObject({ retention: "supported", "training-use": "contradicted" });
    expect(hype.mentions).toBeGreaterThan(0.9);
    expect(await watch("verdict", article, "--service", "Nobody")).toMatchObject({ code: 1 });
  });
});
