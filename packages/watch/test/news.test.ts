import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge, type QuietState, type Version } from "@proviso/core/terms";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../src/archive/hash.ts";
import { Archive } from "../src/archive/open-archive.ts";
import { type FetchRun, openFetchRun } from "../src/fetch/fetch-run.ts";
import { gatherNews } from "../src/news/gather-news.ts";
import { judgeArticle } from "../src/news/judge.ts";
import { parseNewsSettings } from "../src/news/news-settings.ts";
import { readNews } from "../src/news/news-store.ts";
import { printVerdict, printVerdictJson } from "../src/news/print-verdict.ts";
import { serviceNames } from "../src/news/service-names.ts";
import { type Site, startSite } from "./site/site.ts";

const NOW = Date.UTC(2025, 5, 2);
const TITLE = "Acme will train its models on your chats unless you opt out";
const OLD = `# Terms of Service

Effective March 1, 2025

These Terms of Service are between you and Acme and say how the Services of Acme may be used.

We will not use your Inputs or Outputs to train our models.`;
const NEW = OLD.replace("March 1", "June 1").replace(
  "We will not use your Inputs or Outputs to train our models.",
  "We may use your Inputs and Outputs to train our models, unless you opt out in your account settings.",
);

let site: Site;
let folder: string;
let run: FetchRun;

beforeEach(async () => {
  site = await startSite();
  folder = await mkdtemp(join(tmpdir(), "news-"));
  run = openFetchRun({ gapMs: 0, retryMs: 0, allowPrivate: [site.host], now: () => NOW });
});
afterEach(async () => {
  await run.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

function feeds(): readonly string[] {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><link>https://a.example/</link>
    <item><title>${TITLE}</title><link>https://www.a.example/1?utm_source=rss</link>
      <description>&lt;p&gt;An alarming &lt;b&gt;grab&lt;/b&gt;&lt;/p&gt;</description><pubDate>Sun, 01 Jun 2025 08:00:00 GMT</pubDate></item>
    <item><title>Rain on Monday</title><link>https://a.example/2</link></item></channel></rss>`;
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title><id>b</id><updated>2025-06-01T09:00:00Z</updated>
    <entry><title type="html">${TITLE} - B News</title><id>1</id><link href="https://b.example/1"/><updated>2025-06-01T09:00:00Z</updated></entry></feed>`;
  const json = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "C",
    items: [
      {
        id: "1",
        url: "https://c.example/1",
        title: "AcmeChat gets a calendar",
        date_published: "2099-01-01T00:00:00Z",
      },
    ],
  });
  site.set("/rss", { body: rss, headers: { "content-type": "application/rss+xml" } });
  site.set("/atom", { body: atom, headers: { "content-type": "application/atom+xml" } });
  site.set("/json", { body: json, headers: { "content-type": "application/feed+json" } });
  site.set("/page", { body: "<html><body>no feed</body></html>" });
  return ["/rss", "/atom", "/json", "/page", "/gone"].map((path) => `${site.origin}${path}`);
}

function settings(most = 100): ReturnType<typeof parseNewsSettings> {
  const list = feeds()
    .map((feed) => `  - ${feed}\n`)
    .join("");
  return parseNewsSettings(`feeds:\n${list}services:\n  Acme: [AcmeChat]\nmostItems: ${most}\n`, "news.yaml");
}

describe("feeds", () => {
  it("are read in all three forms, each piece of news once, with what failed", async () => {
    const { items, added, failures } = await gatherNews({ folder, settings: settings(), run });
    expect(added).toBe(2);
    expect(items.map(({ url, publisher, alsoBy }) => [url, publisher, alsoBy])).toEqual([
      ["https://a.example/1", "a.example", ["b.example"]],
      ["https://c.example/1", "c.example", []],
    ]);
    expect(items[0]?.summary).toBe("An alarming grab");
    expect(items.map(({ at }) => at)).toEqual([Date.UTC(2025, 5, 1, 8), NOW]);
    expect(failures.map(({ feed }) => feed.replace(site.origin, ""))).toEqual(["/page", "/gone"]);
  });

  it("add nothing when they are read again, and drop the oldest over the limit", async () => {
    await gatherNews({ folder, settings: settings(), run });
    const file = join(folder, "state", "news.jsonl");
    const before = await readFile(file, "utf8");
    expect((await gatherNews({ folder, settings: settings(), run })).added).toBe(0);
    expect(await readFile(file, "utf8")).toBe(before);
    const many = Array.from(
      { length: 15 },
      (_, index) =>
        `<item><title>Acme ${"abcdefghijklmno"[index]} ${index}</title><link>https://a.example/n${index}</link></item>`,
    );
    site.set("/rss", {
      body: `<rss version="2.0"><channel><title>A</title>${many.join("")}</channel></rss>`,
    });
    const only = parseNewsSettings(
      `feeds: ["${site.origin}/rss"]\nservices: {Acme: [Acme]}\nmostItems: 10\n`,
      "news.yaml",
    );
    await gatherNews({ folder, settings: only, run });
    const kept = await readNews(folder);
    expect(kept).toHaveLength(10);
    expect(kept.some(({ url }) => url === "https://a.example/1")).toBe(false);
  });

  it.each([
    ["feeds: []\n", 1, "feeds"],
    ["feeds:\n  - https://a.example/\n  - ftp://a.example/\n", 3, "feeds[1]"],
    ["feeds:\n  - https://a.example/\nhalflife: 3\n", 3, "halflife"],
    ["feeds:\n  - https://a.example/\nhalfLifeDays: -3\n", 3, "halfLifeDays"],
  ])("settings that are wrong name their line: %j", (text, line, field) => {
    expect(() => parseNewsSettings(text, "news.yaml")).toThrow(
      expect.objectContaining({
        code: "INPUT_MALFORMED",
        place: expect.objectContaining({ line, field, file: "news.yaml" }),
      }),
    );
  });
});

it("calls a service by its own name, its vendor's and those of the settings", () => {
  const declared = [
    { document: { service: "AcmeChat", type: "Privacy Policy" }, vendor: "Acme" },
    { document: { service: "AcmeChat", type: "Terms of Service" }, vendor: "Acme" },
    { document: { service: "Globex", type: "Terms of Service" } },
  ];
  expect(serviceNames(declared, { services: { AcmeChat: ["Chatty"] } })).toEqual({
    AcmeChat: ["AcmeChat", "Acme", "Chatty"],
    Globex: ["Globex"],
  });
});

async function archiveOf(texts: readonly (readonly [number, string])[]): Promise<Archive> {
  const archive = await Archive.open(join(folder, "archive"), { write: true });
  let state: QuietState | undefined;
  for (const [at, text] of texts) {
    const version: Version = { id: sha256(Buffer.from(text)), at, text, isUpgrade: false };
    const judged = judge(state, version);
    state = judged.state;
    const document = { service: "Acme", type: "Terms of Service" };
    await archive.putVersion({
      at,
      document,
      text,
      snapshots: [],
      recipe: "t",
      isUpgrade: false,
      language: "en",
      judged: judged.judged,
    });
  }
  return archive;
}

describe("an article", () => {
  const texts = [
    [Date.UTC(2025, 1, 1), OLD],
    [Date.UTC(2025, 4, 30), NEW],
  ] as const;
  const at = Date.UTC(2025, 5, 1);

  it("as a page is held against the archived clauses, beside the hype", async () => {
    const archive = await archiveOf(texts);
    await gatherNews({ folder: archive.folder, settings: settings(), run });
    const body = `<html><head><title>News</title></head><body><nav><a href="/">Home</a></nav><article><h1>Acme changes its terms</h1>
      <p>AcmeChat has put up new terms this week, and users should read them with some care before June.</p>
      <p>Acme will train on your chats unless you opt out. You have until July 1 to opt out.</p>
      <p>Chats will be kept for five years if you allow training, as the company told reporters on Friday.</p></article></body></html>`;
    site.set("/news", { body });
    const judged = await judgeArticle(
      archive,
      { url: `${site.origin}/news`, at, names: { Acme: ["AcmeChat"] } },
      { run, now: NOW },
    );
    await archive.close();
    const verdicts = judged.verdict.claims.map(({ claim, verdict }) => [claim.subject, verdict]);
    expect(verdicts).toContainEqual(["training-use", "supported"]);
    expect(verdicts).toContainEqual(["deadline", "contradicted"]);
    expect(verdicts).toContainEqual(["retention", "not-found"]);
    expect(judged.verdict.whole).toBe("changed");
    expect(judged.hype).toMatchObject({ publishers: 3 });
    expect(judged.hype.tone).toBeLessThan(0);
    const text = printVerdict(judged);
    expect(text).toContain("SUPPORTED  “Acme will train on your chats unless you opt out.”");
    expect(text).toContain("Acme/Terms of Service, first seen 2025-05-30");
    expect(JSON.parse(printVerdictJson(judged))).toEqual(JSON.parse(JSON.stringify(judged)));
  });

  it("gets the same verdict and impact whatever the hype", async () => {
    const archive = await archiveOf(texts);
    const article = { text: "Acme will train on your chats unless you opt out.", at };
    const quiet = await judgeArticle(archive, article, { now: NOW });
    await gatherNews({ folder: archive.folder, settings: settings(), run });
    const loud = await judgeArticle(archive, article, { now: NOW });
    await archive.close();
    expect(loud.hype.score).toBeGreaterThan(quiet.hype.score);
    expect(loud.verdict).toEqual(quiet.verdict);
  });

  it("in a file may be Markdown or plain text", async () => {
    const archive = await archiveOf(texts);
    const file = join(folder, "article.md");
    await writeFile(file, "# Acme\n\nAcme will *not* use chats to train its models.\n");
    const { verdict } = await judgeArticle(archive, { file, at }, { now: NOW });
    await archive.close();
    expect(verdict.claims.map((claim) => claim.verdict)).toEqual(["contradicted"]);
  });

  it("is told to be not visible where the document went to health", async () => {
    const archive = await archiveOf([[Date.UTC(2025, 1, 1), OLD]]);
    const document = { service: "Acme", type: "Terms of Service" };
    await archive.append({
      kind: "check",
      at: at - 86_400_000,
      document,
      outcome: "failed",
      signal: "http-status",
      reason: "403",
    });
    const { verdict } = await judgeArticle(
      archive,
      { text: "Acme keeps chats for 30 days.", at },
      { now: NOW },
    );
    await archive.close();
    expect(verdict).toMatchObject({ whole: "not-visible", reason: "403" });
  });

  it("that cannot be judged says why", async () => {
    const archive = await archiveOf(texts);
    const context = { run, now: NOW };
    const code = async (request: Parameters<typeof judgeArticle>[1]): Promise<unknown> =>
      await judgeArticle(archive, request, context).then(
        () => "judged",
        (error: { code: unknown }) => error.code,
      );
    expect(await code({ text: "Globex keeps chats for 30 days." })).toBe("NOT_FOUND");
    expect(await code({ text: "Acme", service: "Globex" })).toBe("NOT_FOUND");
    expect(await code({ text: " " })).toBe("INPUT_EMPTY");
    expect(await code({ text: "Acme ".repeat(200_000) })).toBe("INPUT_MALFORMED");
    expect(await code({ file: join(folder, "none.txt") })).toBe("NOT_FOUND");
    expect(await code({ url: `${site.origin}/none` })).toBe("NOT_FOUND");
    expect(await code({})).toBe("USAGE");
    await archive.close();
  });
});
