/** Feeds -> items of the services that are watched, each piece of news once, kept in the archive's `state/` */
import { isNamed, type NewsItem, onceEach } from "@proviso/core/terms";
import type { FetchRun } from "../fetch/fetch-run.ts";
import { fetchSource } from "../fetch/fetch-source.ts";
import type { NewsSettings } from "./news-settings.ts";
import { readNews, writeNews } from "./news-store.ts";
import { readFeed } from "./read-feed.ts";

export interface GatheredNews {
  /** All that are kept, oldest first. */
  readonly items: readonly NewsItem[];
  /** Pieces of news that were not there before. */
  readonly added: number;
  /** Feeds that gave nothing, and why: never taken for silence. */
  readonly failures: readonly { readonly feed: string; readonly reason: string }[];
}

export interface NewsRequest {
  /** Of the archive. */
  readonly folder: string;
  readonly settings: NewsSettings;
  readonly run: FetchRun;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Items that name no service of the settings are not kept.
 *
 * @throws ProvisoError INTERRUPTED when the signal is given; DISK_FULL, PERMISSION
 */
export async function gatherNews({ folder, settings, run, signal }: NewsRequest): Promise<GatheredNews> {
  const found: NewsItem[] = [];
  const failures: { feed: string; reason: string }[] = [];
  for (const feed of settings.feeds) {
    const headers = { accept: "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5" };
    const fetched = await fetchSource({ url: feed, headers }, { run, signal });
    if (fetched.is !== "content") {
      failures.push({ feed, reason: fetched.is === "not-modified" ? "no answer" : fetched.reason });
      continue;
    }
    const items = readFeed(fetched.bytes, fetched.mediaType, run.options.now());
    if (items === undefined) {
      failures.push({ feed, reason: "what was answered is no feed" });
      continue;
    }
    for (const item of items) {
      const services = servicesIn(`${item.title}\n${item.summary}`, settings.services);
      if (services.length > 0) found.push({ ...item, alsoBy: [], services });
    }
  }
  const before = await readNews(folder);
  const once = onceEach([...before, ...found]);
  const items = once.slice(-settings.mostItems);
  const known = new Set(before.map(({ url }) => url));
  await writeNews(folder, items);
  return { items, added: items.filter(({ url }) => !known.has(url)).length, failures };
}

/** The service's own name counts too. */
function servicesIn(text: string, services: NewsSettings["services"]): readonly string[] {
  return Object.entries(services)
    .filter(([service, others]) => [service, ...others].some((name) => isNamed(text, name)))
    .map(([service]) => service)
    .sort();
}
