/**
 * **Ledger** over a medium: what is the same for folders and databases
 *
 * Whatever changes the log goes one after another. Calls to append that wait are written as one batch.
 */
import { ProvisoError } from "@proviso/core";
import {
  type Evidence,
  type Opening,
  opens,
  parseCheckpoint,
  printCheckpoint,
  printNote,
  printTlogProof,
  type SignedCheckpoint,
  type SigningKey,
  signNote,
  TILE_WIDTH,
  type VerifierKey,
} from "@proviso/core/ledger";
import {
  consistencyProof,
  type Hash,
  inclusionProof,
  nodesOfConsistency,
  nodesOfInclusion,
  nodesOfRoot,
  rootOf,
} from "@proviso/core/merkle";
import { addSignature } from "./add-signature.ts";
import { checkBundle, checkEdge, checkLog } from "./check-log.ts";
import { damaged } from "./damaged.ts";
import { Growth } from "./growth.ts";
import { makeKey, prepareNextKey, readKeyFile, takeNextKey } from "./key-file.ts";
import { leafOf } from "./leaf-of.ts";
import type { Appended, Checked, Kept, Ledger, Settings } from "./ledger.ts";
import type { Bundle, Medium, NewLeaf, WritableMedium } from "./medium.ts";
import { passKey, readyKey } from "./pass-key.ts";
import { readNodes } from "./read-nodes.ts";

/** A batch is held in memory, and is one record of a journal. */
const MAX_BATCH = 65_536;

interface Waiting {
  readonly leaves: readonly NewLeaf[];
  readonly done: (appended: Appended) => void;
  readonly failed: (error: unknown) => void;
}

interface Writing {
  readonly medium: WritableMedium;
  readonly growth: Growth;
  readonly keyFile: string;
  key: SigningKey;
}

export interface LogOptions {
  /** Undefined to read only. */
  readonly writing?: { readonly medium: WritableMedium; readonly keyFile: string };
  /** Keys from elsewhere: they, or keys they have passed on to, must have signed the head. */
  readonly pinned?: readonly VerifierKey[];
}

export class Log implements Ledger {
  readonly origin: string;
  readonly #medium: Medium;
  readonly #writing: Writing | undefined;
  readonly #waiting: Waiting[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #broken: unknown;

  private constructor(origin: string, medium: Medium, writing: Writing | undefined) {
    this.origin = origin;
    this.#medium = medium;
    this.#writing = writing;
  }

  /** @throws ProvisoError LEDGER_DAMAGED, KEY_MISMATCH, KEY_MISSING, KEY_INVALID */
  static async open(medium: Medium, { writing, pinned }: LogOptions): Promise<Log> {
    const { origin } = await medium.settings();
    await checkEdge(medium, pinned);
    if (writing === undefined) return new Log(origin, medium, undefined);
    const key = await readyKey(writing.medium, writing.keyFile);
    const { size } = parseCheckpoint(await medium.head());
    const growth = await Growth.from(medium, size);
    return new Log(origin, medium, { ...writing, growth, key });
  }

  async settings(): Promise<Settings> {
    return await this.#medium.settings();
  }

  async head(): Promise<string> {
    return await this.#medium.head();
  }

  async append(openings: readonly Opening[]): Promise<Appended> {
    return await this.appendLeaves(openings.map(leafOf));
  }

  /** Leaves as they are; for those whose opening is kept elsewhere. */
  async appendLeaves(leaves: readonly NewLeaf[]): Promise<Appended> {
    this.#writer();
    return await new Promise<Appended>((done, failed) => {
      this.#waiting.push({ leaves, done, failed });
      if (this.#waiting.length === 1) void this.#exclusive(() => this.#writeWaiting());
    });
  }

  /** Never throws: who waits is told. */
  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      let count = 0;
      let calls = 0;
      for (const { leaves } of this.#waiting) {
        if (calls > 0 && count + leaves.length > MAX_BATCH) break;
        count += leaves.length;
        calls += 1;
      }
      // They stay in the queue until they are written: a call that comes meanwhile starts no second turn.
      const batch = this.#waiting.slice(0, calls);
      try {
        const first = await this.#writeBatch(batch.flatMap(({ leaves }) => leaves));
        this.#waiting.splice(0, calls);
        let at = first;
        for (const { leaves, done } of batch) {
          done({ first: at, size: first + count });
          at += leaves.length;
        }
      } catch (error) {
        // The tree in memory is ahead of what is written: nothing can follow upon it.
        this.#broken ??= error;
        for (const { failed } of this.#waiting.splice(0)) failed(error);
      }
    }
  }

  async #writeBatch(leaves: readonly NewLeaf[]): Promise<number> {
    const { medium, growth, key } = this.#writer();
    const first = growth.size;
    if (leaves.length === 0) return first;
    const hashes = growth.add(leaves);
    const text = printCheckpoint({
      origin: this.origin,
      size: growth.size,
      root: growth.root(),
      extensions: [],
    });
    await medium.write({ first, leaves, hashes, note: printNote(signNote(text, key)) });
    return first;
  }

  async leaf(index: number): Promise<Uint8Array> {
    const bundle = await this.#bundleOf(index);
    return (await this.#medium.leaves(bundle))[index % TILE_WIDTH] as Uint8Array;
  }

  async opening(index: number): Promise<Opening | undefined> {
    const bundle = await this.#bundleOf(index);
    return (await this.#openingsOf(bundle))[index % TILE_WIDTH];
  }

  async *openings(from = 0): AsyncGenerator<Kept> {
    const { size } = await this.#checkpoint();
    for (let start = from - (from % TILE_WIDTH); start < size; start += TILE_WIDTH) {
      const bundle = { index: start / TILE_WIDTH, width: Math.min(TILE_WIDTH, size - start) };
      for (const [at, opening] of (await this.#openingsOf(bundle)).entries()) {
        if (start + at >= from) yield { index: start + at, opening };
      }
    }
  }

  /** Each is held against its leaf: what was not logged so is never handed out. */
  async #openingsOf(bundle: Bundle): Promise<readonly (Opening | undefined)[]> {
    const leaves = await checkBundle(this.#medium, bundle);
    const openings = await this.#medium.openings(bundle);
    for (const [at, opening] of openings.entries()) {
      if (opening === undefined || opens(leaves[at] as Uint8Array, opening)) continue;
      const index = bundle.index * TILE_WIDTH + at;
      throw damaged(`the opening of leaf ${index} does not fit the leaf`, this.#medium.place);
    }
    return openings;
  }

  async evidence(index: number): Promise<Evidence> {
    const text = await this.head();
    const { size } = parseCheckpoint(text);
    const opening = await this.opening(index);
    if (opening === undefined) {
      throw new ProvisoError("NOT_FOUND", `what leaf ${index} commits to was erased`, {
        hint: "that a leaf is there can still be proved; what it says cannot",
      });
    }
    const read = await readNodes(this.#medium, nodesOfInclusion(index, size), size);
    const hashes = inclusionProof(index, size, read);
    const proof = printTlogProof({ index, hashes, extra: undefined, checkpoint: text });
    return { format: "proviso-evidence/1", opening, proof };
  }

  async rootAt(size: number): Promise<Hash> {
    const now = (await this.#checkpoint()).size;
    if (size > now) throw tooFar(size, now);
    return rootOf(size, await readNodes(this.#medium, nodesOfRoot(size), now));
  }

  async consistency(from: number): Promise<readonly Hash[]> {
    const { size } = await this.#checkpoint();
    if (from > size) throw tooFar(from, size);
    const read = await readNodes(this.#medium, nodesOfConsistency(from, size), size);
    return consistencyProof(from, size, read);
  }

  async erase(index: number): Promise<void> {
    const { medium } = this.#writer();
    await this.#exclusive(async () => {
      await this.#bundleOf(index);
      await medium.erase(index);
    });
  }

  async addCosignature(note: string, witness: VerifierKey): Promise<void> {
    const { medium } = this.#writer();
    await this.#exclusive(async () => {
      const head = await medium.head();
      const settings = await medium.settings();
      const added = addSignature({ head, settings, note, witness });
      await medium.put(added.head, added.settings);
    });
  }

  async rotate(): Promise<VerifierKey> {
    const writing = this.#writer();
    return await this.#exclusive(async () => {
      const key = makeKey(this.origin);
      prepareNextKey(writing.keyFile, key);
      await passKey(writing.medium, readKeyFile(writing.keyFile), key);
      takeNextKey(writing.keyFile);
      writing.key = key;
      return key;
    });
  }

  async check(): Promise<Checked> {
    return await checkLog(this.#medium);
  }

  async close(): Promise<void> {
    await this.#exclusive(() => this.#medium.close());
  }

  async #checkpoint(): Promise<SignedCheckpoint> {
    return parseCheckpoint(await this.head());
  }

  /** @throws ProvisoError NOT_FOUND */
  async #bundleOf(index: number): Promise<Bundle> {
    const { size } = await this.#checkpoint();
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw tooFar(index, size);
    const bundle = Math.floor(index / TILE_WIDTH);
    return { index: bundle, width: Math.min(TILE_WIDTH, size - bundle * TILE_WIDTH) };
  }

  #writer(): Writing {
    if (this.#broken !== undefined) throw this.#broken;
    if (this.#writing === undefined) throw new Error("the ledger is open for reading");
    return this.#writing;
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

function tooFar(index: number, size: number): ProvisoError {
  return new ProvisoError("NOT_FOUND", `there is no leaf ${index}: the log has ${size}`, {
    hint: "leaves are counted from 0",
  });
}
