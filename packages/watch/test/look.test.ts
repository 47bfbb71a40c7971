/** What one look after the other makes of a page that changes, flaps, fails and comes back. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Archive } from "../src/archive/open-archive.ts";
import type { Declaration } from "../src/declare/declaration.ts";
import { parseDeclaration } from "../src/declare/parse-declaration.ts";
import { type FetchRun, openFetchRun } from "../src/fetch/fetch-run.ts";
import { fetchSource } from "../src/fetch/fetch-source.ts";
import { healthQueue } from "../src/health/queue.ts";
import type { Look } from "../src/run/look.ts";
import { lookAt } from "../src/run/look-at.ts";
import { type Page, type Site, startSite } from "./site/site.ts";
import { termsPage } from "./terms-page.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const LONGER = {
  2: "We keep your conversations for 5 years after you delete them, and then they are erased.",
};
const html = (body: string, more: Partial<Page> = {}): Page => ({
  headers: { "content-type": "text/html; charset=utf-8" },
  body,
  ...more,
});

let site: Site;
let run: FetchRun;
let folder: string;
let archive: Archive;
let day = 0;

beforeAll(async () => {
  site = await startSite();
  run = openFetchRun({ allowPrivate: [site.host], gapMs: 0, retryMs: 0 });
});
afterAll(async () => {
  await run.close();
  await site.close();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "proviso-look-"));
  archive = await Archive.open(folder, { write: true });
  day = 0;
  return async () => {
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

function declared(path: string, more = ""): Declaration {
  const text = `service: Example\ntype: Terms of Service\nurl: ${site.origin}${path}\n${more}`;
  const [one] = parseDeclaration(text, "example.yaml").declarations;
  if (one === undefined) throw new Error("nothing is declared");
  return one;
}

async function look(declaration: Declaration, page?: Page): Promise<Look> {
  if (page !== undefined) site.set(new URL(declaration.sources[0]?.url ?? "").pathname, page);
  day += 1;
  const at = START + day * DAY;
  return await lookAt(declaration, {
    archive,
    at,
    fetch: (source, previous) => fetchSource(source, { run, previous }),
  });
}

describe("a page", () => {
  it("is first, unchanged, silenced, changed", async () => {
    const page = declared("/a");
    expect(await look(page, html(termsPage("a")))).toMatchObject({ is: "first" });
    expect(await look(page)).toMatchObject({ is: "unchanged" });
    expect(await look(page, html(termsPage("a", {}, "9f1c")))).toMatchObject({ is: "quiet" });
    const changed = await look(page, html(termsPage("a", LONGER)));
    expect(changed).toMatchObject({ is: "changed", entry: { judged: { class: "change" } } });
    if (changed.is !== "changed") return;
    expect(await archive.readVersion(changed.entry)).toContain("5 years");
    expect(changed.against).toBeDefined();
  });

  it("is not asked for again under its ETag, and is when the recipe is another", async () => {
    const page = declared("/b");
    expect(await look(page, html(termsPage("b"), { etag: '"1"' }))).toMatchObject({ is: "first" });
    expect(await look(page)).toMatchObject({ is: "unchanged" });
    expect((await archive.latest(page.document)).check).toMatchObject({ outcome: "not-modified" });
    const narrower = declared("/b", "remove: p:last-of-type\n");
    await look(narrower);
    const { version } = await archive.latest(page.document);
    expect(version).toMatchObject({ isUpgrade: true });
  });

  it("that is refused, collapses or is a shell is not seen, and is neither changed nor unchanged", async () => {
    const page = declared("/c");
    await look(page, html(termsPage("c")));
    expect(await look(page, { status: 403 })).toMatchObject({ is: "unseen", signal: { signal: "refused" } });
    expect(
      await look(page, html("<html><body><main><p>Please wait.</p></main></body></html>")),
    ).toMatchObject({
      is: "unseen",
    });
    // Back as it was: nothing to tell.
    expect((await look(page, html(termsPage("c")))).is).toBe("unchanged");
    // Changed while it was not seen: held against what was last seen well.
    await look(page, { status: 500 });
    expect(await look(page, html(termsPage("c", LONGER)))).toMatchObject({ is: "changed" });
  });

  it("that went back and stays there is told in the end", async () => {
    const page = declared("/d");
    const [one, other] = [html(termsPage("d")), html(termsPage("d", LONGER))];
    await look(page, one);
    await look(page, other);
    expect(await look(page, one)).toMatchObject({ is: "changed", entry: { judged: { class: "return" } } });
    expect(await look(page, other)).toMatchObject({ is: "quiet", entry: { judged: { class: "flapping" } } });
    const looks: string[] = [];
    for (let again = 0; again < 20; again += 1) looks.push((await look(page)).is);
    expect(looks.filter((is) => is === "changed")).toHaveLength(1);
    expect(new Set(looks)).toEqual(new Set(["unchanged", "changed"]));
  });

  it("keeps the raw bytes before anything is made of them", async () => {
    const page = declared("/e");
    const body = termsPage("e");
    await look(page, html(body));
    const { snapshot, version } = await archive.latest(page.document);
    expect(Buffer.from(await archive.readBlob(snapshot?.blob ?? "")).toString()).toBe(body);
    expect(version?.snapshots).toEqual([snapshot?.blob]);
    expect(snapshot?.seq ?? 0).toBeLessThan(version?.seq ?? 0);
  });

  it("that collapsed is not seen at every look, and seen again when it is back", async () => {
    const page = declared("/f");
    await look(page, html(termsPage("f"), { etag: '"good"' }));
    const shrunk = html(
      "<html><body><main><h1>Terms of f</h1><p>These terms are an agreement on the use of our services, and your rights.</p></main></body></html>",
      { etag: '"bad"' },
    );
    expect(await look(page, shrunk)).toMatchObject({ is: "unseen" });
    expect(await look(page)).toMatchObject({ is: "unseen" });
    const back = await look(page, html(termsPage("f"), { etag: '"good"' }));
    expect(["quiet", "unchanged"]).toContain(back.is);
    expect(healthQueue(await Array.fromAsync(archive.entries()), START + day * DAY, 7)).toEqual([]);
  });

  it("whose newest text is of a killed look is read anew, not taken for unchanged", async () => {
    const page = declared("/g");
    const [one, other] = [
      html(termsPage("g"), { etag: '"a"' }),
      html(termsPage("g", LONGER), { etag: '"b"' }),
    ];
    await look(page, one);
    const state = join(folder, "state", "documents");
    cpSync(state, `${state}.before`, { recursive: true });
    await look(page, other);
    // As if it had been killed between the version and what is remembered of it.
    rmSync(state, { recursive: true });
    cpSync(`${state}.before`, state, { recursive: true });
    expect(await look(page, one)).toMatchObject({ is: "changed", entry: { judged: { class: "return" } } });
  });

  it("whose raw bytes are lost is fetched anew", async () => {
    const page = declared("/h");
    await look(page, html(termsPage("h"), { etag: '"1"' }));
    const { snapshot } = await archive.latest(page.document);
    const [, hash = ""] = (snapshot?.blob ?? "").split(":");
    rmSync(join(folder, "blobs", "sha256", hash.slice(0, 2), hash));
    expect(await look(page)).toMatchObject({ is: "unchanged" });
    expect(await archive.readBlob(snapshot?.blob ?? "")).toBeDefined();
  });

  it("seen while the clock was wrong keeps its place", async () => {
    const page = declared("/i");
    await look(page, html(termsPage("i")));
    day = -30;
    await look(page, html(termsPage("i", LONGER)));
    const [first, second] = await Array.fromAsync(archive.versionsOf(page.document));
    expect(second?.judged.class).toBe("change");
    expect(second?.judged.at ?? 0).toBeGreaterThan(first?.judged.at ?? 0);
  });

  it("without a declared part keeps its title and its date", async () => {
    const page = { ...declared("/j") };
    const body = (date: string): string =>
      termsPage("j").replace("</h1>", `</h1>\n<p>Effective date: ${date}</p><h2>1. Terms</h2>`);
    await look(page, html(body("1 January 2026")));
    const changed = await look(page, html(body("1 March 2027")));
    expect(changed).toMatchObject({ is: "changed" });
  });
});
