/** Items -> the same news **once**: by address, and by titles that are nearly equal */
import type { NewsItem } from "./news-item.ts";

const DAY = 86_400_000;
/** Items with like titles that lie further apart are two pieces of news. */
const WITHIN_DAYS = 4;
/** Share of word pairs that both titles have, of all that either has. */
const LEAST_LIKE = 0.6;
/** Shorter titles are alike by accident: they must be equal. */
const FEWEST_WORDS = 4;

/** Parameters that say where a reader came from and not what is read. */
const TRACKING =
  /^(?:utm_\w{1,30}|fbclid|gclid|mc_[ce]id|ref|ref_src|source|cmpid|ocid|igshid|guccounter|smid|partner|rss|feed|at_\w{1,30})$/iu;

/** Undefined for what is no web address. Scheme and host in small letters, `www.` and tracking left out. */
export function canonicalUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  const path = url.pathname.replace(/\/amp\/?$/u, "").replace(/\/+$/u, "");
  const host = url.host.replace(/^(?:www|amp|m)\./u, "");
  return `https://${host}${path}${query === "" ? "" : `?${query}`}`;
}

/** Oldest first. Of the same news the oldest stays and names who else printed it. */
export function onceEach(items: readonly NewsItem[]): readonly NewsItem[] {
  const kept: { item: NewsItem; readonly shingles: ReadonlySet<string>; readonly title: string }[] = [];
  const byUrl = new Map<string, number>();
  const byShingle = new Map<string, number[]>();
  for (const item of [...items].sort((a, b) => a.at - b.at || (a.url < b.url ? -1 : 1))) {
    const words = wordsOf(item);
    const [title, shingles] = [words.join(" "), shinglesOf(words)];
    const candidates = new Set([...shingles].flatMap((one) => byShingle.get(one) ?? []));
    const same =
      byUrl.get(item.url) ??
      [...candidates].find((index) => {
        const other = kept[index];
        if (other === undefined || item.at - other.item.at > WITHIN_DAYS * DAY) return false;
        return (
          other.title === title ||
          (words.length >= FEWEST_WORDS && likeness(shingles, other.shingles) >= LEAST_LIKE)
        );
      });
    if (same === undefined) {
      byUrl.set(item.url, kept.length);
      for (const one of shingles) byShingle.set(one, [...(byShingle.get(one) ?? []), kept.length]);
      kept.push({ item, shingles, title });
      continue;
    }
    const first = kept[same];
    if (first !== undefined) first.item = merged(first.item, item);
    byUrl.set(item.url, same);
  }
  return kept.map(({ item }) => item);
}

function merged(first: NewsItem, other: NewsItem): NewsItem {
  const hosts = [...first.alsoBy, other.publisher, ...other.alsoBy].filter(
    (host) => host !== first.publisher,
  );
  return {
    ...first,
    summary: first.summary === "" ? other.summary : first.summary,
    alsoBy: [...new Set(hosts)].sort(),
    services: [...new Set([...first.services, ...other.services])].sort(),
  };
}

/** Words of the title; what stands behind its last dash or bar is often the publisher's name. */
function wordsOf({ title }: NewsItem): readonly string[] {
  const bare = title.replace(/\s[|–—-]\s[^|–—]{1,40}$/u, "");
  return (
    bare
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'.]*/gu) ?? []
  );
}

function shinglesOf(words: readonly string[]): ReadonlySet<string> {
  if (words.length < 2) return new Set(words);
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const shingle of one) if (other.has(shingle)) common += 1;
  return common / (one.size + other.size - common);
}
