/** A letter -> an entry of an Atom or JSON Feed file, which holds the newest hundred */
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Feed } from "feed";
import { z } from "zod";
import { syncFolder } from "../../archive/durable-file.ts";
import { escapeHtml, letterFragment } from "../letter/letter-html.ts";
import { plainLine } from "../letter/plain.ts";
import { deliveryId } from "../outbox/delivery.ts";
import type { FeedChannel } from "../rules.ts";
import type { Sending, Sent } from "./sending.ts";

const MOST_ENTRIES = 100;

const ENTRY = z.object({ id: z.string(), at: z.number(), title: z.string(), html: z.string() });
/** Pairs: a channel may have any name, `__proto__` too. */
const FEEDS = z.array(z.tuple([z.string(), z.array(ENTRY)]));
type Entry = z.output<typeof ENTRY>;
type Held = ReadonlyMap<string, readonly Entry[]>;

/** What the feeds of an archive hold: `state/feeds.json`. One writer at a time, whoever has the outbox open. */
export class Feeds {
  readonly #file: string;
  #held: Held | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(archiveFolder: string) {
    this.#file = join(archiveFolder, "state", "feeds.json");
  }

  /** Writes the file without any new entry, if it is not there: a reader may subscribe before anything is told. */
  async begin(name: string, channel: FeedChannel, now: number): Promise<Sent> {
    return await this.#inTurn(async () => {
      if ((await beginning(channel.file)) !== undefined) return;
      await writeWhole(channel.file, feedText(name, channel, await this.#entriesOf(name), now));
    });
  }

  /** The same entry twice is one. */
  async add(name: string, channel: FeedChannel, { id, letter, at, now }: Sending): Promise<Sent> {
    return await this.#inTurn(async () => {
      const start = await beginning(channel.file);
      if (start !== undefined && !isFeed(start)) {
        throw new Error(`\`${channel.file}\` holds something that is no feed, and is left as it is`);
      }
      const entry = { id, at, title: letter.title, html: letterFragment(letter) };
      const others = (await this.#entriesOf(name)).filter((one) => one.id !== id);
      const entries = [entry, ...others].toSorted((a, b) => b.at - a.at).slice(0, MOST_ENTRIES);
      const feeds = new Map(await this.#load()).set(name, entries);
      await writeWhole(this.#file, JSON.stringify([...feeds]));
      this.#held = feeds;
      await writeWhole(channel.file, feedText(name, channel, entries, now));
    });
  }

  /** What is damaged is not taken for empty: the feeds would lose their entries without a word. */
  async #load(): Promise<Held> {
    if (this.#held !== undefined) return this.#held;
    const text = await readFile(this.#file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "[]";
      throw error;
    });
    this.#held = new Map(feedsOf(text, this.#file));
    return this.#held;
  }

  async #entriesOf(name: string): Promise<readonly Entry[]> {
    return (await this.#load()).get(name) ?? [];
  }

  async #inTurn(work: () => Promise<void>): Promise<Sent> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    try {
      await turn;
      return { is: "sent" };
    } catch (error) {
      return { is: "failed", reason: plainLine((error as Error).message, 300), isDown: true };
    }
  }
}

function feedsOf(text: string, file: string): z.output<typeof FEEDS> {
  try {
    return FEEDS.parse(JSON.parse(text));
  } catch {
    throw new Error(`\`${file}\` is damaged: take it away, and the feeds begin anew`);
  }
}

/** Atom takes the texts of its titles as HTML; JSON Feed takes them as they are. */
function feedText(
  name: string,
  { file, title }: FeedChannel,
  entries: readonly Entry[],
  now: number,
): string {
  const isJson = file.endsWith(".json");
  const feed = new Feed({
    id: urn(deliveryId("feed", name, title)),
    title: plainLine(title),
    updated: new Date(entries[0]?.at ?? now),
    generator: "Proviso",
    author: { name: "Proviso" },
  });
  for (const { id, at, title: said, html } of entries) {
    feed.addItem({
      id: urn(id),
      title: isJson ? said : escapeHtml(said),
      // Atom wants a link, and there is no page to lead to.
      link: isJson ? "" : urn(id),
      date: new Date(at),
      published: new Date(at),
      content: html,
    });
  }
  return isJson ? feed.json1() : feed.atom1();
}

/** An id in the form of a UUID of version 8 (RFC 9562): its bits are a hash's. */
function urn(id: string): string {
  const [a, b, c, d, e] = [
    id.slice(0, 8),
    id.slice(8, 12),
    id.slice(13, 16),
    id.slice(17, 20),
    id.slice(20, 32),
  ];
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}

/** Undefined if there is no file. */
async function beginning(file: string): Promise<string | undefined> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(400), 0, 400, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function isFeed(start: string): boolean {
  return (
    start === "" ||
    start.includes("http://www.w3.org/2005/Atom") ||
    start.includes("https://jsonfeed.org/version/")
  );
}

/** The file is at any time the old one or the new one. */
async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  try {
    const handle = await open(temporary, "w");
    try {
      await handle.writeFile(text);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(file));
}
