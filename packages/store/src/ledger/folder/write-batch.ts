/**
 * Batch -> entry bundles, tiles and openings in a folder
 *
 * Holds the right edge, which is what goes into the next partial tiles. Written in whichever order and
 * however often, the files come out the same: a journal can be played again over them.
 */
import {
  entriesPath,
  printEntries,
  TILE_WIDTH,
  type Tile,
  tilePath,
  tilesBetween,
} from "@proviso/core/ledger";
import { HASH_BYTES } from "@proviso/core/merkle";
import type { Batch, NewLeaf } from "../medium.ts";
import type { Files } from "./files.ts";
import { openingsPath } from "./layout.ts";
import { openingLines, readLeaves, readTile } from "./read-folder.ts";

const GONE = "null";
const PRIVATE_MODE = 0o600;

export class Writer {
  readonly #files: Files;
  /** Of the bundle that is not full. */
  #entries: readonly Uint8Array[] = [];
  /** By level of tiles: of the tile that is not full. */
  #hashes: Uint8Array[] = [];

  constructor(files: Files) {
    this.#files = files;
  }

  /** @param size of the log to go on from */
  async load(size: number): Promise<void> {
    const width = size % TILE_WIDTH;
    this.#entries =
      width === 0 ? [] : await readLeaves(this.#files, { index: Math.floor(size / TILE_WIDTH), width });
    this.#hashes = [];
    for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
      const tile: Tile = { level, index: Math.floor(count / TILE_WIDTH), width: count % TILE_WIDTH };
      const bytes = tile.width === 0 ? new Uint8Array(0) : await readTile(this.#files, tile);
      this.#hashes[level] = bytes.slice(0, tile.width * HASH_BYTES);
    }
  }

  /** Cuts off the openings that the log of `size` does not have. */
  async cutOpenings(size: number): Promise<void> {
    const bundle = { index: Math.floor(size / TILE_WIDTH), width: size % TILE_WIDTH };
    if (bundle.width === 0) return;
    const lines = await openingLines(this.#files, bundle);
    this.#files.replace(openingsPath(bundle), lines.map((line) => `${line}\n`).join(""), PRIVATE_MODE);
  }

  write({ first, leaves, hashes }: Batch): void {
    this.#writeOpenings(first, leaves);
    const tiles = tilesBetween(first, first + leaves.length);
    const entries = [...this.#entries, ...leaves.map(({ data }) => data)];
    const start = Math.floor(first / TILE_WIDTH);
    for (const tile of tiles.filter(({ level }) => level === 0)) {
      const from = (tile.index - start) * TILE_WIDTH;
      this.#files.write(entriesPath(tile), printEntries(entries.slice(from, from + tile.width)));
      if (tile.width === TILE_WIDTH) this.#supersede(entriesPath(tile));
    }
    this.#entries = entries.slice(entries.length - (entries.length % TILE_WIDTH));
    for (const [level, news] of hashes.entries()) {
      this.#writeTiles(
        tiles.filter((tile) => tile.level === level),
        Buffer.concat([this.#hashes[level] ?? new Uint8Array(0), news]),
      );
    }
  }

  #writeTiles(tiles: readonly Tile[], hashes: Uint8Array): void {
    const [first] = tiles;
    if (first === undefined) return;
    for (const tile of tiles) {
      const from = (tile.index - first.index) * TILE_WIDTH * HASH_BYTES;
      this.#files.write(tilePath(tile), hashes.subarray(from, from + tile.width * HASH_BYTES));
      if (tile.width === TILE_WIDTH) this.#supersede(tilePath(tile));
    }
    const full = hashes.length - (hashes.length % (TILE_WIDTH * HASH_BYTES));
    this.#hashes[first.level] = new Uint8Array(hashes.subarray(full));
  }

  #writeOpenings(first: number, leaves: readonly NewLeaf[]): void {
    for (let at = 0; at < leaves.length; ) {
      const index = Math.floor((first + at) / TILE_WIDTH);
      const end = Math.min(leaves.length, (index + 1) * TILE_WIDTH - first);
      const lines = leaves.slice(at, end).map(({ opening }) => `${opening ?? GONE}\n`);
      const name = openingsPath({ index });
      // A file that is begun may be there already, torn.
      if ((first + at) % TILE_WIDTH === 0) this.#files.write(name, lines.join(""), PRIVATE_MODE);
      else this.#files.append(name, lines.join(""), PRIVATE_MODE);
      at = end;
    }
  }

  /** The partial ones before a full one. */
  #supersede(path: string): void {
    this.#files.supersede(`${path}.p`);
  }
}
