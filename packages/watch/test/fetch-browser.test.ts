import { type Browser, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findChromium } from "../../cli/test/find-chromium.ts";
import { browserRender } from "../src/fetch/browser-render.ts";
import type { FetchOptions } from "../src/fetch/fetch-options.ts";
import { openFetchRun } from "../src/fetch/fetch-run.ts";
import { fetchSource } from "../src/fetch/fetch-source.ts";
import type { Content, Fetched } from "../src/fetch/fetched.ts";
import { type Site, startSite } from "./site/site.ts";

const EXECUTABLE = await findChromium();
if (EXECUTABLE === undefined)
  console.log("skipped: no Chromium found; set PROVISO_CHROMIUM to the path of one");

let site: Site;
beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site.close());

async function shown(path: string, options: Partial<FetchOptions> = {}): Promise<Fetched> {
  const run = openFetchRun({ gapMs: 0, retryMs: 0, allowPrivate: [site.host], ...options });
  const fetched = await fetchSource({ url: `${site.origin}${path}`, executeClientScripts: true }, { run });
  await run.close();
  return fetched;
}

it("a page that needs a browser is not seen without one", async () => {
  site.set("/terms", { body: "<div id=app></div>" });
  expect(await shown("/terms")).toEqual({
    is: "failed",
    signal: "needs-javascript",
    reason: "the page needs a browser; none is set up",
    isTransient: false,
  });
  expect(site.paths()).toEqual([]);
});

describe.skipIf(EXECUTABLE === undefined)("with a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: EXECUTABLE ?? "", args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  it("a page is what its scripts have written, and says who asks", async () => {
    const script = "document.getElementById('app').textContent = 'You may ' + 'opt out.'";
    site.set("/terms", { body: `<div id=app></div><script>${script}</script>` });
    const fetched = (await shown("/terms", {
      render: browserRender(browser),
      contact: "a@b.example",
    })) as Content;
    expect(new TextDecoder().decode(fetched.bytes)).toContain('<div id="app">You may opt out.</div>');
    expect(fetched).toMatchObject({ fetcher: "browser", finalUrl: `${site.origin}/terms` });
    const asked = site.requests.find(({ path }) => path === "/terms");
    expect(asked?.headers["user-agent"]).toBe("Proviso (+a@b.example)");
  });

  it("a page reaches no private address by its scripts, and robots.txt holds", async () => {
    const inside = await startSite();
    site.set("/terms", {
      body: `Terms<img src="${inside.origin}/secret"><iframe src="${inside.origin}/"></iframe>`,
    });
    expect(await shown("/terms", { render: browserRender(browser) })).toMatchObject({ is: "content" });
    expect(inside.requests).toEqual([]);
    await inside.close();
    site.set("/robots.txt", { body: "User-agent: *\nDisallow: /terms" });
    expect(await shown("/terms", { render: browserRender(browser) })).toMatchObject({ signal: "robots" });
    expect(site.paths().filter((path) => path === "/terms")).toHaveLength(1);
  });

  it("scripts are followed through redirects, and stopped where those lead inside", async () => {
    const inside = await startSite();
    inside.set("/secret", { body: "document.body.append('from inside')" });
    site.set("/moved.js", { status: 302, headers: { location: "/now.js" } });
    site.set("/now.js", {
      body: "document.body.append('written')",
      headers: { "content-type": "text/javascript" },
    });
    site.set("/trap.js", { status: 302, headers: { location: `${inside.origin}/secret` } });
    const socket = `new WebSocket("ws://${inside.host}/")`;
    const sent = `fetch("${inside.origin}/", { method: "POST", mode: "no-cors", body: "a" })`;
    site.set("/terms", {
      body: `<body><script src="/moved.js"></script><script src="/trap.js"></script><script>${socket};${sent}</script>`,
    });
    site.set("/start", { status: 302, headers: { location: "/terms" } });
    const fetched = (await shown("/start", { render: browserRender(browser) })) as Content;
    const html = new TextDecoder().decode(fetched.bytes);
    expect(html).toContain("written");
    expect(html).not.toContain("from inside");
    expect(fetched.redirects).toEqual([`${site.origin}/start`]);
    expect(inside.requests).toEqual([]);
    await inside.close();
  });

  it("a script that leads to another site gives no text of it", async () => {
    const other = await startSite();
    other.set("/", { body: "another page" });
    site.set("/terms", { body: `<script>location.href = "${other.origin}/"</script>` });
    const allowPrivate = [site.host, other.host];
    const fetched = await shown("/terms", { render: browserRender(browser), allowPrivate });
    expect(fetched).toMatchObject({ is: "failed", signal: "needs-javascript" });
    await other.close();
  });

  it("an error stays an error", async () => {
    site.set("/terms", { status: 404, body: "not here" });
    expect(await shown("/terms", { render: browserRender(browser) })).toMatchObject({
      is: "failed",
      status: 404,
    });
  });
});
