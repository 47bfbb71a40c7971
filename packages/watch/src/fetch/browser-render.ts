/** A headless browser of Playwright -> the `render` of FetchOptions. Playwright itself is not needed here. */
import type { Loaded, RenderRequest } from "./fetch-options.ts";

interface Route {
  request(): { url(): string; method(): string };
  abort(reason: "blockedbyclient"): Promise<void>;
  fulfill(answer: { status: number; headers: Record<string, string>; body: Buffer }): Promise<void>;
}

interface Page {
  goto(url: string, options: { waitUntil: "load"; timeout: number }): Promise<unknown>;
  waitForLoadState(state: "networkidle", options: { timeout: number }): Promise<void>;
  content(): Promise<string>;
  url(): string;
}

interface Context {
  route(pattern: string, handle: (route: Route) => Promise<void>): Promise<unknown>;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** What of Playwright's `Browser` is used. */
export interface HeadlessBrowser {
  newContext(options: {
    userAgent: string;
    offline: boolean;
    serviceWorkers: "block";
    acceptDownloads: boolean;
  }): Promise<Context>;
}

/** Scripts of a page may go on for ever; what they have not written by then is not waited for. */
const IDLE_MS = 5_000;

/** The bytes are unpacked already, and Playwright sets the length. */
const DROPPED = new Set(["content-encoding", "content-length", "transfer-encoding", "connection"]);

/**
 * Each page has a context of its own that is offline: no cookies are carried over, every GET is answered by
 * `load`, and what is not a GET goes nowhere.
 */
export function browserRender(browser: HeadlessBrowser): (request: RenderRequest) => Promise<string> {
  return async ({ url, page: first, userAgent, timeoutMs, load, signal }) => {
    const context = await browser.newContext({
      userAgent,
      offline: true,
      serviceWorkers: "block",
      acceptDownloads: false,
    });
    const close = (): void => void context.close().catch(() => undefined);
    signal.addEventListener("abort", close, { once: true });
    let isFirst = true;
    try {
      await context.route("**/*", async (route) => {
        const asked = route.request();
        const isPage = isFirst && asked.url() === url.replace(/#.*$/, "");
        isFirst = isFirst && !isPage;
        const answer = isPage ? first : asked.method() === "GET" ? await load(asked.url()) : undefined;
        // The context may be closed meanwhile: then nobody waits for the answer.
        await (answer === undefined ? route.abort("blockedbyclient") : route.fulfill(given(answer))).catch(
          () => undefined,
        );
      });
      const page = await context.newPage();
      await page.goto(url, { waitUntil: "load", timeout: timeoutMs });
      const timeout = Math.min(IDLE_MS, timeoutMs);
      await page.waitForLoadState("networkidle", { timeout }).catch(() => undefined);
      // A page may name its own state in its address; another site is another page, whose robots.txt was not asked.
      if (new URL(page.url()).origin !== new URL(url).origin) {
        throw new Error(`a script led to another site: ${page.url()}`);
      }
      return await page.content();
    } finally {
      signal.removeEventListener("abort", close);
      await context.close().catch(() => undefined);
    }
  };
}

function given({ status, headers, bytes }: Loaded): {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
} {
  const kept = Object.entries(headers).filter(([name]) => !DROPPED.has(name));
  return { status, headers: Object.fromEntries(kept), body: Buffer.from(bytes) };
}
