/**
 * A page that was fetched, whose text is written by its scripts -> the page as a browser shows it
 *
 * The browser reaches no network: what the page asks for is fetched here, so that addresses are checked, and
 * redirects and sizes limited, as for any other request.
 */
import type { Dispatcher } from "undici";
import { type Loaded, userAgentOf } from "./fetch-options.ts";
import type { FetchRun } from "./fetch-run.ts";
import type { Content, Fetched } from "./fetched.ts";
import { blockedHost } from "./guard.ts";
import { request } from "./request.ts";

/** Of one page together. */
const MOST_LOADS = 300;

/** Not for PDFs and other files: they are passed on as they are. */
export async function renderPage(
  fetched: Content,
  dispatcher: Dispatcher,
  run: FetchRun,
  signal: AbortSignal,
): Promise<Fetched> {
  const { options } = run;
  const { render, wholeMs, maxBytes } = options;
  if (render === undefined || !/html/i.test(fetched.mediaType)) return fetched;
  const whole = AbortSignal.any([signal, AbortSignal.timeout(wholeMs)]);
  let loads = 0;
  let left = maxBytes;
  const load = async (address: string): Promise<Loaded | undefined> => {
    let url = new URL(address);
    for (let hop = 0; hop <= options.maxRedirects; hop += 1) {
      loads += 1;
      if (loads > MOST_LOADS || left <= 0) return undefined;
      if ((await blockedHost(url, options)) !== undefined) return undefined;
      const answer = await request(url, dispatcher, run, { headers: {}, maxBytes: left, signal: whole });
      left -= answer.bytes.length;
      const location = answer.headers["location"];
      if (answer.status < 300 || answer.status >= 400 || location === undefined) return answer;
      url = new URL(location, url);
    }
    return undefined;
  };
  try {
    const html = await render({
      url: fetched.finalUrl,
      page: fetched,
      userAgent: userAgentOf(options),
      timeoutMs: wholeMs,
      load: (address) => load(address).catch(() => undefined),
      signal: whole,
    });
    const bytes = new TextEncoder().encode(html);
    if (bytes.length > maxBytes) {
      return { is: "refused", signal: "too-large", reason: `more than ${maxBytes} bytes` };
    }
    return { ...fetched, bytes, mediaType: "text/html; charset=utf-8", fetcher: "browser" };
  } catch (error) {
    signal.throwIfAborted();
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    const kind = whole.aborted ? "timeout" : "needs-javascript";
    return {
      is: "failed",
      signal: kind,
      reason: `the browser did not show it: ${reason}`,
      isTransient: true,
    };
  }
}
