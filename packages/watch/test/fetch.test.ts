import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FetchOptions } from "../src/fetch/fetch-options.ts";
import { openFetchRun } from "../src/fetch/fetch-run.ts";
import { type Fetchable, type FetchContext, fetchSource } from "../src/fetch/fetch-source.ts";
import type { Content, Fetched } from "../src/fetch/fetched.ts";
import { selfSigned } from "./site/certificate.ts";
import { type Site, startSite } from "./site/site.ts";
import { tinyPdf } from "./site/tiny-pdf.ts";

let site: Site;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  site = await startSite();
  closing.push(() => site.close());
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function run(options: Partial<FetchOptions> = {}): FetchContext {
  const opened = openFetchRun({
    gapMs: 0,
    retryMs: 0,
    allowPrivate: [site.host],
    contact: "https://example.org/watch",
    ...options,
  });
  closing.push(() => opened.close());
  return { run: opened };
}

function get(
  path: string,
  options: Partial<FetchOptions> = {},
  source: Partial<Fetchable> = {},
): Promise<Fetched> {
  return fetchSource({ url: `${site.origin}${path}`, ...source }, run(options));
}

function textOf(fetched: Fetched): string {
  expect(fetched.is).toBe("content");
  return new TextDecoder().decode((fetched as Content).bytes);
}

describe("content", () => {
  it("is what the server sent, with its headers", async () => {
    site.set("/terms", { body: "<p>Our terms</p>", etag: '"v1"', headers: { "last-modified": "Mon" } });
    const fetched = await get("/terms");
    expect(textOf(fetched)).toBe("<p>Our terms</p>");
    expect(fetched).toMatchObject({
      status: 200,
      finalUrl: `${site.origin}/terms`,
      redirects: [],
      mediaType: "text/html; charset=utf-8",
      tls: undefined,
      fetcher: "http",
      signals: [],
      headers: { etag: '"v1"', "last-modified": "Mon" },
    });
  });

  it("says who asks, and whom to write to", async () => {
    site.set("/terms", {});
    await get("/terms", {}, { headers: { "accept-language": "de" } });
    const agents = site.requests.map(({ headers }) => headers["user-agent"]);
    expect(agents).toEqual(Array(2).fill("Proviso (+https://example.org/watch)"));
    expect(site.requests[1]?.headers["accept-language"]).toBe("de");
  });

  it.each(["gzip", "br"] as const)("is taken out of %s", async (coding) => {
    site.set("/terms", { body: "Our terms. ".repeat(500), coding });
    expect(textOf(await get("/terms"))).toBe("Our terms. ".repeat(500));
  });

  it("is a PDF byte for byte, which can be read", async () => {
    const pdf = tinyPdf(["Terms of Service", "You may opt out."]);
    site.set("/terms.pdf", { body: pdf, headers: { "content-type": "application/pdf" } });
    const fetched = (await get("/terms.pdf")) as Content;
    expect(fetched.mediaType).toBe("application/pdf");
    expect(Buffer.from(fetched.bytes).equals(Buffer.from(pdf))).toBe(true);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(fetched.bytes)), {
      mergePages: true,
    });
    expect(text).toMatch(/Terms of Service\s+You may opt out\./);
  });

  it("is new when the page changes between two looks, and not modified when it does not", async () => {
    const context = run();
    const source = { url: `${site.origin}/terms` };
    site.set("/terms", (request) => ({
      body: `version ${request < 3 ? 1 : 2}`,
      etag: request < 3 ? '"1"' : '"2"',
    }));
    expect(textOf(await fetchSource(source, context))).toBe("version 1");
    const previous = { etag: '"1"' };
    expect(await fetchSource(source, { ...context, previous })).toEqual({ is: "not-modified" });
    expect(textOf(await fetchSource(source, { ...context, previous }))).toBe("version 2");
  });

  it("tells a clock that is far from ours", async () => {
    site.set("/terms", { headers: { date: "Sat, 01 Jan 2000 00:00:00 GMT" } });
    const now = (): number => Date.UTC(2000, 0, 1, 5);
    const fetched = await get("/terms", { now });
    const reason = "the server's clock is 300 minutes behind ours";
    expect((fetched as Content).signals).toEqual([{ signal: "clock-skew", reason }]);
  });

  it("counts the age of a cached answer towards its date", async () => {
    site.set("/terms", { headers: { date: "Sat, 01 Jan 2000 00:00:00 GMT", age: "18000" } });
    expect(await get("/terms", { now: () => Date.UTC(2000, 0, 1, 5) })).toMatchObject({ signals: [] });
  });
});

describe("redirects", () => {
  it("are followed and named", async () => {
    site.set("/a", { status: 301, headers: { location: "/b" } });
    site.set("/b", { status: 302, headers: { location: "c?x=1" } });
    site.set("/c?x=1", { body: "here" });
    const fetched = await get("/a");
    expect(textOf(fetched)).toBe("here");
    expect(fetched).toMatchObject({
      finalUrl: `${site.origin}/c?x=1`,
      redirects: [`${site.origin}/a`, `${site.origin}/b`],
    });
  });

  it("end after the limit", async () => {
    site.set("/round", { status: 302, headers: { location: "/round" } });
    expect(await get("/round", { maxRedirects: 3 })).toMatchObject({
      is: "refused",
      signal: "too-many-redirects",
    });
    expect(site.paths()).toHaveLength(4);
  });

  it.each([
    ["http://127.0.0.1:9/", "private-address"],
    ["http://169.254.169.254/latest/meta-data/", "private-address"],
    ["http://[::ffff:10.0.0.1]/", "private-address"],
    ["http://2130706433/", "private-address"],
    ["file:///etc/passwd", "scheme"],
    ["http://user:word@example.com/", "scheme"],
  ])("to %s are refused", async (location, signal) => {
    site.set("/terms", { status: 302, headers: { location } });
    expect(await get("/terms")).toMatchObject({ is: "refused", signal });
  });

  it("to a name that leads into a private network are refused where the connection is made", async () => {
    const other = await startSite();
    closing.push(() => other.close());
    const port = other.host.split(":")[1];
    site.set("/terms", { status: 302, headers: { location: `http://terms.example:${port}/` } });
    const resolve = async (): Promise<{ address: string; family: number }[]> => [
      { address: "127.0.0.1", family: 4 },
    ];
    expect(await get("/terms", { resolve })).toEqual({
      is: "refused",
      signal: "private-address",
      reason: `at robots.txt of terms.example:${port}: terms.example leads to 127.0.0.1, which is loopback`,
    });
    expect(other.requests).toEqual([]);
  });

  it("do not carry declared headers to another site", async () => {
    const other = await startSite();
    closing.push(() => other.close());
    other.set("/terms", { body: "there" });
    site.set("/terms", { status: 302, headers: { location: `${other.origin}/terms` } });
    const headers = { "x-key": "abc", "accept-language": "en" };
    await get("/terms", { allowPrivate: [site.host, other.host] }, { headers });
    expect(site.requests.at(-1)?.headers).toMatchObject(headers);
    expect(other.requests.at(-1)?.headers["x-key"]).toBeUndefined();
    expect(other.requests.at(-1)?.headers["accept-language"]).toBe("en");
  });
});

describe("a private address", () => {
  it("is not asked unless its host and port are allowed", async () => {
    site.set("/terms", {});
    const refused = { is: "refused", signal: "private-address", reason: "127.0.0.1 is loopback" };
    expect(await get("/terms", { allowPrivate: [] })).toEqual(refused);
    expect(await get("/terms", { allowPrivate: ["127.0.0.1:1"] })).toEqual(refused);
    expect(site.requests).toEqual([]);
  });

  it("blocks a name if it is one of several", async () => {
    const resolve = async (): Promise<{ address: string; family: number }[]> => [
      { address: "93.184.215.14", family: 4 },
      { address: "10.0.0.1", family: 4 },
    ];
    const fetched = await get("", { resolve }, { url: "http://terms.example/" });
    expect(fetched).toMatchObject({
      is: "refused",
      reason: expect.stringContaining("10.0.0.1, which is private"),
    });
  });

  it("is reached under a name that is allowed", async () => {
    const port = site.host.split(":")[1];
    site.set("/terms", { body: "inside" });
    const resolve = async (): Promise<{ address: string; family: number }[]> => [
      { address: "127.0.0.1", family: 4 },
    ];
    const options = { resolve, allowPrivate: [`intranet.example:${port}`] };
    expect(textOf(await get("", options, { url: `http://intranet.example:${port}/terms` }))).toBe("inside");
  });
});

describe("limits", () => {
  it("stop a body that is too large, packed or not", async () => {
    site.set("/huge", { body: Buffer.alloc(300_000, "a") });
    site.set("/bomb", { body: Buffer.alloc(30_000_000, "a"), coding: "gzip" });
    const refused = { is: "refused", signal: "too-large", reason: "more than 200000 bytes" };
    expect(await get("/huge", { maxBytes: 200_000 })).toEqual(refused);
    expect(await get("/bomb", { maxBytes: 200_000 })).toEqual(refused);
  });

  it("stop a body that never ends", async () => {
    site.set("/endless", { trouble: "endless" });
    expect(await get("/endless", { maxBytes: 1_000_000 })).toMatchObject({
      is: "refused",
      signal: "too-large",
    });
  });

  it.each(["hang", "stall"] as const)("stop waiting for a server that seems to %s", async (trouble) => {
    site.set("/slow", { body: "a", trouble });
    expect(await get("/slow", { wholeMs: 600 })).toMatchObject({
      is: "failed",
      signal: "timeout",
      isTransient: true,
    });
    expect(site.paths()).toEqual(["/slow", "/slow"]);
  });

  it("end when the caller interrupts", async () => {
    site.set("/slow", { trouble: "hang" });
    const stop = new AbortController();
    const asked = fetchSource({ url: `${site.origin}/slow` }, { ...run(), signal: stop.signal });
    const refusal = expect(asked).rejects.toMatchObject({ code: "INTERRUPTED" });
    while (site.paths().length === 0) await new Promise((go) => setImmediate(go));
    stop.abort();
    await refusal;
  });
});

describe("failures", () => {
  it.each([
    [403, "refused", 1],
    [404, "http-status", 1],
    [503, "http-status", 2],
  ])("%i is told, and tried again only if it may pass", async (status, signal, tries) => {
    site.set("/terms", { status });
    expect(await get("/terms")).toMatchObject({ is: "failed", signal, status, isTransient: tries === 2 });
    expect(site.paths()).toHaveLength(tries);
  });

  it("that pass leave no trace", async () => {
    site.set("/terms", (request) => (request === 1 ? { trouble: "reset" } : { body: "here" }));
    expect(textOf(await get("/terms"))).toBe("here");
  });

  it("wait as the server asks, and not longer than we do", async () => {
    const waits: number[] = [];
    const pause = async (ms: number): Promise<void> => void waits.push(ms);
    site.set("/soon", (request) => (request === 1 ? { status: 503, headers: { "retry-after": "7" } } : {}));
    site.set("/later", { status: 503, headers: { "retry-after": "86400" } });
    expect(await get("/soon", { pause })).toMatchObject({ is: "content" });
    expect(Math.max(...waits)).toBeGreaterThan(5_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(7_000);
    expect(await get("/later", { pause })).toMatchObject({ is: "failed", status: 503 });
    expect(site.paths().filter((path) => path === "/later")).toHaveLength(1);
  });

  it("name what happened", async () => {
    site.set("/terms", { body: "not gzip", headers: { "content-encoding": "gzip" } });
    site.set("/odd", { headers: { "content-encoding": "rot13" } });
    expect(await get("/terms")).toMatchObject({ is: "failed", signal: "encoding" });
    expect(await get("/odd")).toMatchObject({ is: "failed", signal: "encoding", isTransient: false });
    const resolve = (): Promise<never> =>
      Promise.reject(Object.assign(new Error("gone"), { code: "ENOTFOUND" }));
    const gone = await get("", { resolve }, { url: "http://terms.example/" });
    expect(gone).toMatchObject({ is: "failed", signal: "dns" });
    const { origin, host } = site;
    await site.close();
    const closed = await get("", { allowPrivate: [host] }, { url: `${origin}/terms` });
    expect(closed).toMatchObject({ is: "failed", signal: "connection" });
  });
});

describe("robots.txt", () => {
  it("is obeyed, and asked once per run", async () => {
    site.set("/robots.txt", {
      body: "User-agent: *\nDisallow: /\nUser-agent: Proviso\nDisallow: /private\n",
    });
    site.set("/terms", {});
    const context = run();
    expect(await fetchSource({ url: `${site.origin}/terms` }, context)).toMatchObject({ is: "content" });
    expect(await fetchSource({ url: `${site.origin}/private/terms` }, context)).toEqual({
      is: "refused",
      signal: "robots",
      reason: `robots.txt of ${site.host} does not allow /private/terms (line 4)`,
    });
    expect(site.requests.map(({ path }) => path)).toEqual(["/robots.txt", "/terms"]);
  });

  it.each([
    [404, "content"],
    [403, "content"],
    [429, "refused"],
    [500, "refused"],
  ])("answered by %i gives %s", async (status, is) => {
    site.set("/robots.txt", { status });
    site.set("/terms", {});
    expect(await get("/terms")).toMatchObject({ is });
  });

  it("that does not come in time allows nothing", async () => {
    site.set("/robots.txt", { trouble: "hang" });
    expect(await get("/terms", { wholeMs: 600 })).toMatchObject({ is: "refused", signal: "robots" });
    expect(site.paths()).toEqual([]);
  });

  it("is followed through redirects", async () => {
    site.set("/robots.txt", { status: 301, headers: { location: "/rules" } });
    site.set("/rules", { body: "User-agent: *\nDisallow: /terms" });
    expect(await get("/terms")).toMatchObject({ is: "refused", signal: "robots" });
  });

  it("sets the gap, up to a limit", async () => {
    const waits: number[] = [];
    const pause = async (ms: number): Promise<void> => void waits.push(ms);
    site.set("/robots.txt", { body: "User-agent: *\nCrawl-delay: 3600" });
    site.set("/terms", {});
    await get("/terms", { pause, maxCrawlDelayMs: 20_000 });
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(10_000);
    expect(waits[0]).toBeLessThanOrEqual(20_000);
  });
});

describe("politeness", () => {
  it("asks a host for one page at a time, with a gap", async () => {
    const waits: number[] = [];
    const pause = async (ms: number): Promise<void> => void waits.push(ms);
    const context = run({ pause, gapMs: 60_000 });
    for (let page = 0; page < 5; page += 1) site.set(`/${page}`, {});
    await Promise.all([0, 1, 2, 3, 4].map((page) => fetchSource({ url: `${site.origin}/${page}` }, context)));
    expect(site.mostAtOnce).toBe(1);
    expect(site.requests).toHaveLength(6);
    expect(waits).toHaveLength(5);
    expect(Math.min(...waits)).toBeGreaterThan(1_000);
  });
});

describe("https", () => {
  it("names the certificate, and fails without trust in it", async () => {
    const secure = selfSigned();
    const safe = await startSite(secure);
    closing.push(() => safe.close());
    safe.set("/terms", { body: "safe" });
    const source = { url: `${safe.origin}/terms` };
    const trusting = await fetchSource(source, run({ allowPrivate: [safe.host], ca: secure.cert }));
    expect(textOf(trusting)).toBe("safe");
    expect((trusting as Content).tls).toEqual({
      protocol: "TLSv1.3",
      issuer: "Test authority",
      fingerprint256: expect.stringMatching(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/),
    });
    const wary = await fetchSource(source, run({ allowPrivate: [safe.host] }));
    expect(wary).toMatchObject({
      is: "failed",
      signal: "tls",
      reason: expect.stringMatching(/self.signed/),
    });
    expect(safe.paths()).toEqual(["/terms"]);
    safe.set("/down", { status: 302, headers: { location: "http://example.com/" } });
    const down = { url: `${safe.origin}/down` };
    const lowered = await fetchSource(down, run({ allowPrivate: [safe.host], ca: secure.cert }));
    expect(lowered).toMatchObject({ is: "refused", signal: "scheme" });
  });
});
