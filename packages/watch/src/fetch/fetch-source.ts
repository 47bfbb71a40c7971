/**
 * Source -> **Fetched**: asked politely, every redirect checked like a first request, one more try after a
 * transient failure
 */

import { ProvisoError } from "@proviso/core";
import type { Dispatcher } from "undici";
import type { Source } from "../declare/declaration.ts";
import { beyondProxy } from "./beyond-proxy.ts";
import { failureOf, statusFailure } from "./failure.ts";
import type { FetchRun } from "./fetch-run.ts";
import type { Content, Failed, Fetched, Validators } from "./fetched.ts";
import { refusedUrl } from "./guard.ts";
import { renderPage } from "./render-page.ts";
import { type Answer, request } from "./request.ts";
import { robotsOf } from "./robots.ts";
import { skewOf } from "./skew.ts";

export type Fetchable = Pick<Source, "url"> &
  Partial<Pick<Source, "headers" | "proxy" | "executeClientScripts">>;

export interface FetchContext {
  readonly run: FetchRun;
  /** Of the copy that is kept, for a conditional request. */
  readonly previous?: Validators | undefined;
  readonly signal?: AbortSignal | undefined;
}

const ACCEPT = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/*;q=0.8, */*;q=0.5";
const NEVER = new AbortController().signal;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Never throws for what a server or the network does.
 * @throws ProvisoError INTERRUPTED when the signal is given
 */
export async function fetchSource(source: Fetchable, context: FetchContext): Promise<Fetched> {
  const { run, signal = NEVER } = context;
  try {
    const { fetched, retryAfterMs = 0 } = await attempt(source, context, signal);
    const waits = Math.max(run.options.retryMs, retryAfterMs);
    // A server that asks for more patience than we have is left alone until the next round.
    if (fetched.is !== "failed" || !fetched.isTransient || waits > longest(run)) return fetched;
    await run.turns.take(new URL(source.url).host, waits, signal, async () => undefined);
    return (await attempt(source, context, signal)).fetched;
  } catch (error) {
    if (signal.aborted) throw new ProvisoError("INTERRUPTED", "the fetch was interrupted", { cause: error });
    throw error;
  }
}

function longest({ options }: FetchRun): number {
  return Math.max(options.retryMs, options.maxCrawlDelayMs);
}

interface Attempt {
  readonly fetched: Fetched;
  readonly retryAfterMs?: number | undefined;
}

async function attempt(source: Fetchable, context: FetchContext, signal: AbortSignal): Promise<Attempt> {
  const { run, previous } = context;
  const { options } = run;
  const region = source.proxy;
  if (source.executeClientScripts === true && options.render === undefined) {
    return failed("needs-javascript", "the page needs a browser; none is set up", false);
  }
  // A page that stays the same may be filled with another text by its scripts.
  const validators = source.executeClientScripts === true ? undefined : previous;
  const dispatcher = run.dispatcherOf(region);
  if (dispatcher === undefined) {
    return failed("connection", `no proxy is set up for the region \`${region}\``, false);
  }
  if (!URL.canParse(source.url)) return failed("connection", `\`${source.url}\` is no web address`, false);
  const redirects: string[] = [];
  let url = new URL(source.url);
  const start = url;
  for (;;) {
    const refused = refusedUrl(url, options) ?? (await beyondProxy(url, region, run));
    if (refused !== undefined) return { fetched: refused };
    const robots = await robotsOf(url, region, dispatcher, run, signal);
    if (robots.is !== "rules") return { fetched: robots };
    const why = robots.whyRefused(url);
    if (why !== undefined) return { fetched: { is: "refused", signal: "robots", reason: why } };
    const gapMs = Math.max(options.gapMs, robots.crawlDelayMs);
    const headers = headersFor(source, url, start, validators);
    let answer: Answer;
    try {
      answer = await asked(url, dispatcher, headers, gapMs, run, signal);
    } catch (error) {
      signal.throwIfAborted();
      return { fetched: failureOf(error, options.maxBytes) };
    }
    const location = answer.headers["location"];
    if (REDIRECTS.has(answer.status) && location !== undefined) {
      if (redirects.length >= options.maxRedirects) {
        const reason = `more than ${options.maxRedirects} redirects, the last to ${location}`;
        return { fetched: { is: "refused", signal: "too-many-redirects", reason } };
      }
      if (!URL.canParse(location, url.href))
        return failed("http-status", "it redirects to no address", false);
      const next = new URL(location, url);
      if (url.protocol === "https:" && next.protocol === "http:") {
        const reason = `it redirects from https to http: ${next.href}`;
        return { fetched: { is: "refused", signal: "scheme", reason } };
      }
      redirects.push(url.href);
      url = next;
      continue;
    }
    const concludes = concluded(answer, url, redirects, region, context);
    if (source.executeClientScripts !== true || concludes.fetched.is !== "content") return concludes;
    return { fetched: await renderPage(concludes.fetched, dispatcher, run, signal) };
  }
}

function asked(
  url: URL,
  dispatcher: Dispatcher,
  headers: Readonly<Record<string, string>>,
  gapMs: number,
  run: FetchRun,
  signal: AbortSignal,
): Promise<Answer> {
  const { maxBytes } = run.options;
  return run.turns.take(url.host, gapMs, signal, () =>
    request(url, dispatcher, run, { headers, maxBytes, signal }),
  );
}

function concluded(
  answer: Answer,
  url: URL,
  redirects: readonly string[],
  region: string | undefined,
  { run, previous }: FetchContext,
): Attempt {
  const { status, headers, bytes } = answer;
  const isConditional = previous?.etag !== undefined || previous?.lastModified !== undefined;
  if (status === 304 && isConditional) return { fetched: { is: "not-modified" } };
  if (status !== 200 && status !== 203) {
    return {
      fetched: statusFailure(status),
      retryAfterMs: retryAfter(headers["retry-after"], run.options.now()),
    };
  }
  const fetched: Content = {
    is: "content",
    bytes,
    status,
    headers,
    finalUrl: url.href,
    redirects,
    mediaType: headers["content-type"]?.trim() || "application/octet-stream",
    tls: url.protocol === "https:" ? run.tlsOf(region, url.origin) : undefined,
    fetcher: "http",
    signals: skewOf(headers, run.options),
  };
  return { fetched };
}

/** What a declaration adds goes to its own site only; a redirect elsewhere takes the language along. */
function headersFor(
  { headers = {} }: Fetchable,
  url: URL,
  start: URL,
  previous: Validators | undefined,
): Record<string, string> {
  const language = headers["accept-language"];
  return {
    accept: ACCEPT,
    ...(language === undefined ? {} : { "accept-language": language }),
    ...(url.origin === start.origin ? headers : {}),
    ...(previous?.etag === undefined ? {} : { "if-none-match": previous.etag }),
    ...(previous?.lastModified === undefined ? {} : { "if-modified-since": previous.lastModified }),
  };
}

/** Milliseconds; seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

function failed(signal: Failed["signal"], reason: string, isTransient: boolean): Attempt {
  return { fetched: { is: "failed", signal, reason, isTransient } };
}
