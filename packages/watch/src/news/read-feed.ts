/** Bytes of a feed -> its **items** */
import { canonicalUrl, type NewsItem } from "@proviso/core/terms";
import { parseFeed } from "feedsmith";
import { decode } from "../extract/decode.ts";
import { plainText } from "./plain-text.ts";

/** Of one feed; the rest is not read. */
const MOST_ITEMS = 1_000;
const LONGEST_TITLE = 500;
const LONGEST_SUMMARY = 4_000;
/** A feed that dates its items later than this after now is not believed. */
const SKEW = 86_400_000;

export type FeedItem = Omit<NewsItem, "alsoBy" | "services">;

interface Raw {
  readonly title: string | undefined;
  readonly address: string | undefined;
  readonly date: string | undefined;
  readonly summary: string | undefined;
}

/**
 * Items without a title or a web address are left out. Undefined: the bytes are no feed.
 *
 * @param now milliseconds since 1970, UTC: the time of items that the feed does not date, or dates in the future
 */
export function readFeed(bytes: Uint8Array, mediaType: string, now: number): readonly FeedItem[] | undefined {
  const { text } = decode(bytes, mediaType);
  let raw: readonly Raw[];
  try {
    raw = rawItems(text);
  } catch {
    return undefined;
  }
  return raw.slice(0, MOST_ITEMS).flatMap(({ title, address, date, summary }) => {
    const url = canonicalUrl(address ?? "");
    const plain = plainText(title ?? "", LONGEST_TITLE);
    if (url === undefined || plain === "") return [];
    const stated = Date.parse(date ?? "");
    const at = Number.isNaN(stated) || stated > now + SKEW || stated < 0 ? now : stated;
    const publisher = new URL(url).host;
    return [{ url, title: plain, summary: plainText(summary ?? "", LONGEST_SUMMARY), at, publisher }];
  });
}

function rawItems(text: string): readonly Raw[] {
  const parsed = parseFeed(text.trimStart());
  if (parsed.format === "rss") {
    return (parsed.feed.items ?? []).map((item) => ({
      title: item.title,
      address: item.link ?? item.guid?.value,
      date: textOf(item.pubDate),
      summary: item.description,
    }));
  }
  if (parsed.format === "atom") {
    return (parsed.feed.entries ?? []).map((entry) => ({
      title: entry.title?.value,
      address: (entry.links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? entry.links?.[0])
        ?.href,
      date: textOf(entry.published ?? entry.updated),
      summary: entry.summary?.value ?? entry.content?.value,
    }));
  }
  if (parsed.format === "rdf") {
    return (parsed.feed.items ?? []).map((item) => ({
      title: item.title,
      address: item.link,
      date: textOf(item.dc?.dates?.[0]),
      summary: item.description,
    }));
  }
  return (parsed.feed.items ?? []).map((item) => ({
    title: item.title,
    address: item.url ?? item.external_url,
    date: textOf(item.date_published),
    summary: item.summary ?? item.content_text ?? item.content_html,
  }));
}

function textOf(date: unknown): string | undefined {
  return typeof date === "string" ? date : undefined;
}
