/**
 * **Medium** in a folder
 *
 * A batch goes into the journal, which makes it durable, then into its files, then under the
 * checkpoint. Files are synced later, and only then is the journal emptied; when a ledger is opened, what is
 * in the journal is written again.
 */
import { type Opening, parseCheckpoint, TILE_WIDTH, type Tile } from "@proviso/core/ledger";
import { isSame } from "@proviso/core/merkle";
import { damaged } from "../damaged.ts";
import { Growth } from "../growth.ts";
import { leafOf } from "../leaf-of.ts";
import type { Settings } from "../ledger.ts";
import type { Batch, Bundle, Medium, WritableMedium } from "../medium.ts";
import { printSettings } from "../settings.ts";
import { bundleBeyond } from "./beyond.ts";
import { Files } from "./files.ts";
import { Journal, type JournalRecord, readJournal } from "./journal.ts";
import { CHECKPOINT, JOURNAL, LOCK, openingsPath, SETTINGS } from "./layout.ts";
import { lock } from "./lock.ts";
import { openingLines, readHead, readLeaves, readOpenings, readSettings, readTile } from "./read-folder.ts";
import { Writer } from "./write-batch.ts";

/** Journals of this size are read again in less than a second. */
const JOURNAL_BYTES = 64 * 1024 * 1024;

export class FolderReader implements Medium {
  readonly place: string;
  protected readonly files: Files;

  constructor(folder: string) {
    this.place = folder;
    this.files = new Files(folder);
  }

  async head(): Promise<string> {
    return await readHead(this.files);
  }

  async settings(): Promise<Settings> {
    return await readSettings(this.files);
  }

  async tile(tile: Tile): Promise<Uint8Array> {
    return await readTile(this.files, tile);
  }

  async leaves(bundle: Bundle): Promise<readonly Uint8Array[]> {
    return await readLeaves(this.files, bundle);
  }

  async openings(bundle: Bundle): Promise<readonly (Opening | undefined)[]> {
    return await readOpenings(this.files, bundle);
  }

  async close(): Promise<void> {}
}

export class FolderWriter extends FolderReader implements WritableMedium {
  readonly #unlock: () => void;
  readonly #writer: Writer;
  #journal: Journal | undefined;

  private constructor(folder: string, unlock: () => void) {
    super(folder);
    this.#unlock = unlock;
    this.#writer = new Writer(this.files);
  }

  static async open(folder: string): Promise<FolderWriter> {
    const files = new Files(folder);
    await readSettings(files);
    const medium = new FolderWriter(folder, lock(files.path(LOCK)));
    try {
      await medium.#recover();
      return medium;
    } catch (error) {
      await medium.#release();
      throw error;
    }
  }

  async #recover(): Promise<void> {
    const path = this.files.path(JOURNAL);
    const records = await readJournal(path);
    const head = await this.#headOf(records);
    const last = records.at(-1);
    const size = Math.max(head.size, last === undefined ? 0 : last.first + last.leaves.length);
    // A batch is in the journal before it is anywhere else: what reaches further was acknowledged once.
    const beyond = bundleBeyond(this.files, size);
    if (beyond !== undefined) {
      throw damaged(
        `the head is over ${size} leaves, and \`${beyond}\` has more: an older one was put back`,
        this.files.path(CHECKPOINT),
      );
    }
    const start = Math.min(head.size, records[0]?.first ?? head.size);
    await this.#writer.load(start);
    await this.#writer.cutOpenings(start);
    const growth = await Growth.from(this, start);
    let checkpoint = head.text;
    for (const { first, leaves: given, note } of records) {
      if (first !== growth.size)
        throw damaged(`the journal has leaf ${first} where ${growth.size} is due`, path);
      const leaves = given.map(leafOf);
      this.#writer.write({ first, leaves, hashes: growth.add(leaves), note });
      if (!isSame(growth.root(), parseCheckpoint(note, path).root)) {
        throw damaged(`the leaves in the journal up to ${growth.size} do not lead to their root`, path);
      }
      // The one that is there may have got further signatures.
      if (growth.size > head.size) checkpoint = note;
    }
    if (growth.size < head.size) {
      throw damaged(`the checkpoint is over ${head.size} leaves, the journal ends at ${growth.size}`, path);
    }
    if (records.length > 0) this.files.replace(CHECKPOINT, checkpoint);
    this.#journal = await Journal.open(path);
    await this.#settle();
  }

  /** A checkpoint that was torn is in the journal, whose last one was never before it. */
  async #headOf(
    records: readonly JournalRecord[],
  ): Promise<{ readonly size: number; readonly text: string }> {
    const path = this.files.path(CHECKPOINT);
    const text = await this.head().catch((error: unknown) => error);
    try {
      if (typeof text !== "string") throw text;
      return { size: parseCheckpoint(text, path).size, text };
    } catch (cause) {
      const last = records.at(-1);
      if (last === undefined) throw damaged("the checkpoint cannot be read", path, cause);
      return { size: parseCheckpoint(last.note, path).size, text: last.note };
    }
  }

  async write(batch: Batch): Promise<void> {
    const journal = this.#open();
    await journal.append(batch);
    this.#writer.write(batch);
    this.files.replace(CHECKPOINT, batch.note);
    if (journal.size > JOURNAL_BYTES) await this.#settle();
  }

  async put(head: string, settings: Settings): Promise<void> {
    await this.#settle();
    await this.files.replaceDurably(SETTINGS, printSettings(settings));
    await this.files.replaceDurably(CHECKPOINT, head);
  }

  /** The file is written anew; that the disk forgets the old one's blocks is for its encryption to see to. */
  async erase(index: number): Promise<void> {
    await this.#settle();
    const { size } = parseCheckpoint(await this.head());
    const bundle = Math.floor(index / TILE_WIDTH);
    const width = Math.min(TILE_WIDTH, size - bundle * TILE_WIDTH);
    const lines = await openingLines(this.files, { index: bundle, width });
    const kept = lines.map((line, at) => (bundle * TILE_WIDTH + at === index ? "null" : line));
    await this.files.replaceDurably(openingsPath({ index: bundle }), `${kept.join("\n")}\n`, 0o600);
  }

  override async close(): Promise<void> {
    if (this.#journal === undefined) return;
    await this.#settle();
    await this.#release();
  }

  async #release(): Promise<void> {
    const journal = this.#journal;
    this.#journal = undefined;
    await journal?.close();
    this.#unlock();
  }

  async #settle(): Promise<void> {
    const journal = this.#open();
    await this.files.sync();
    if (journal.size > 0) await journal.clear();
  }

  #open(): Journal {
    if (this.#journal === undefined) throw new Error("the ledger is closed");
    return this.#journal;
  }
}
