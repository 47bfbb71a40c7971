/**
 * **Tile**: 256 hashes of one level of a log's tree, as they lie on disk (C2SP tlog-tiles)
 *
 * Level 0 holds the leaves' hashes, level 1 the roots of complete trees of 256 leaves, and so on. The
 * last tile of a level may be partial; its file says how wide it is. Entries lie in bundles that are
 * cut as level 0 is.
 */
import { ProvisoError } from "../../errors.ts";
import { HASH_BYTES, type Hash, type Node, nodeHash } from "../../merkle/index.ts";

export const TILE_WIDTH = 256;
/** Levels of the tree in a level of tiles. */
const TILE_HEIGHT = 8;

export interface Tile {
  readonly level: number;
  readonly index: number;
  /** 1 to 256 hashes. */
  readonly width: number;
}

/** `tile/0/x001/x234/067`, with `.p/42` behind it if it is partial. */
export function tilePath(tile: Tile): string {
  return `tile/${tile.level}/${indexPath(tile)}`;
}

/** `tile/entries/…`; of level 0. */
export function entriesPath(tile: Pick<Tile, "index" | "width">): string {
  return `tile/entries/${indexPath(tile)}`;
}

function indexPath({ index, width }: Pick<Tile, "index" | "width">): string {
  let path = String(index % 1000).padStart(3, "0");
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, "0")}/${path}`;
  }
  return width === TILE_WIDTH ? path : `${path}.p/${width}`;
}

/** How many nodes a level of tiles has in a log of that size. */
function widthOfLevel(size: number, level: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** The tiles that a log has at `size` and had not, or had narrower, at `from`; from the leaves up. */
export function tilesBetween(from: number, size: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; widthOfLevel(size, level) > 0; level += 1) {
    const [old, now] = [widthOfLevel(from, level), widthOfLevel(size, level)];
    if (old === now) continue;
    for (let index = Math.floor(old / TILE_WIDTH); index * TILE_WIDTH < now; index += 1) {
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, now - index * TILE_WIDTH) });
    }
  }
  return tiles;
}

/** The tile, in a log of `size`, from which a node's hash follows. */
export function tileOfNode({ level, index }: Node, size: number): Tile {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const first = index * 2 ** (level - tileLevel * TILE_HEIGHT);
  const tile = Math.floor(first / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, widthOfLevel(size, tileLevel) - tile * TILE_WIDTH);
  return { level: tileLevel, index: tile, width };
}

/**
 * A node's hash out of its tile's bytes.
 * @throws ProvisoError LEDGER_DAMAGED if the tile is too short for it
 */
export function hashInTile({ level, index }: Node, tile: Tile, bytes: Uint8Array): Hash {
  const height = level - tile.level * TILE_HEIGHT;
  const count = 2 ** height;
  const first = index * count - tile.index * TILE_WIDTH;
  if (first < 0 || bytes.length < (first + count) * HASH_BYTES) {
    throw new ProvisoError(
      "LEDGER_DAMAGED",
      `the tile has ${Math.floor(bytes.length / HASH_BYTES)} hashes of ${tile.width}`,
      {
        place: { file: tilePath(tile) },
        hint: "the file was cut off; restore it from a copy of the log",
      },
    );
  }
  const hashes = Array.from({ length: count }, (_, at) =>
    bytes.subarray((first + at) * HASH_BYTES, (first + at + 1) * HASH_BYTES),
  );
  while (hashes.length > 1) {
    for (let at = 0; at < hashes.length / 2; at += 1) {
      hashes[at] = nodeHash(hashes[2 * at] as Hash, hashes[2 * at + 1] as Hash);
    }
    hashes.length /= 2;
  }
  return hashes[0] as Hash;
}
