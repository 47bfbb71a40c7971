/** Feeds -> **NewsItem**s -> hype */

/** One piece of news, whoever else printed it too. */
export interface NewsItem {
  /** Address without what tracks its readers: same address, same item. */
  readonly url: string;
  readonly title: string;
  /** Plain text; empty if the feed gives none. */
  readonly summary: string;
  /** When it was published, or first seen where the feed does not say: milliseconds since 1970, UTC. */
  readonly at: number;
  /** Host that published it, without `www.`. */
  readonly publisher: string;
  /** Other hosts that printed the same. */
  readonly alsoBy: readonly string[];
  /** Services it names. */
  readonly services: readonly string[];
}
