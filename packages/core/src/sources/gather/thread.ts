/**
 * Pieces of one conversation, as records bring them -> **Conversation**
 *
 * Holds the metadata of each item, and its text only when the reader was asked for content.
 */
import type { Conversation, Item, Mode } from "../conversation.ts";
import type { RawRecord } from "../json/lines.ts";
import type { Report } from "../report.ts";

export class Thread {
  readonly id: string;
  readonly surface: string;
  account: string | undefined;
  title: string | undefined;
  model: string | undefined;
  mode: Mode | undefined;
  credential: string | undefined;
  #from: number | undefined;
  #to: number | undefined;
  #file = "";
  #start = 0;
  #end = 0;
  readonly #items = new Map<string, Item>();

  constructor(id: string, surface: string) {
    this.id = id;
    this.surface = surface;
  }

  /** No record of its own so far: only a title, say, for a conversation that is in another export. */
  get isEmpty(): boolean {
    return this.#file === "";
  }

  has(item: string): boolean {
    return this.#items.has(item);
  }

  /** Notes that the conversation was alive at `at`. Records come in any order. */
  touch(at: number | undefined): void {
    if (at === undefined) return;
    this.#from = Math.min(this.#from ?? at, at);
    this.#to = Math.max(this.#to ?? at, at);
  }

  /** The locator spans from the first record to the last one in the same file; others may lie between. */
  locate(file: string, raw: RawRecord): void {
    if (this.#file === "") {
      this.#file = file;
      this.#start = raw.offset;
    }
    if (this.#file === file) this.#end = raw.offset + raw.bytes.length;
  }

  /** Adds the item unless its id is known: then the first stays, with the earlier of the two times. */
  add(item: Item, report: Report): void {
    this.touch(item.at);
    const known = this.#items.get(item.id);
    if (known === undefined) {
      this.#items.set(item.id, item);
      return;
    }
    report.repeated += 1;
    if (item.at !== undefined && (known.at === undefined || item.at < known.at)) {
      this.#items.set(item.id, { ...known, at: item.at });
    }
  }

  finish(report: Report): Conversation {
    report.conversations.read += 1;
    report.items += this.#items.size;
    return {
      kind: "conversation",
      id: this.id,
      account: this.account,
      title: this.title,
      createdAt: this.#from,
      updatedAt: this.#to,
      surface: this.surface,
      mode: this.mode,
      credential: this.credential,
      model: this.model,
      items: [...this.#items.values()],
      locator: { file: this.#file, offset: this.#start, length: this.#end - this.#start },
    };
  }
}
