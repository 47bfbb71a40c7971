/**
 * Whether what a medium holds is what its head says
 */
import { ProvisoError } from "@proviso/core";
import {
  entriesPath,
  openNote,
  opens,
  parseCheckpoint,
  printId,
  printVerifierKey,
  type SignedCheckpoint,
  TILE_WIDTH,
  tilePath,
  tilesBetween,
  type VerifierKey,
} from "@proviso/core/ledger";
import { HASH_BYTES, type Hash, isSame, leafHash, nodesOfRoot, rootOf, Tree } from "@proviso/core/merkle";
import { damaged } from "./damaged.ts";
import type { Checked } from "./ledger.ts";
import type { Bundle, Medium } from "./medium.ts";
import { readNodes } from "./read-nodes.ts";
import { keysOf } from "./settings.ts";
import { trustedKeys } from "./trusted.ts";

const TILE_HEIGHT = Math.log2(TILE_WIDTH);

/**
 * What is done each time: who signed the head, its root from the right edge, and the last leaves.
 * @throws ProvisoError LEDGER_DAMAGED, KEY_MISMATCH, NOTE_INVALID
 */
export async function checkEdge(medium: Medium, pinned?: readonly VerifierKey[]): Promise<void> {
  const settings = await medium.settings();
  const head = await headOf(medium);
  if (head.origin !== settings.origin) {
    throw damaged(
      `the checkpoint is of \`${head.origin}\`, the ledger is \`${settings.origin}\``,
      medium.place,
    );
  }
  const logKeys =
    pinned === undefined ? keysOf({ ...settings, witnesses: [] }) : trustedKeys(settings, pinned);
  const { verified } = openNote(head.note, logKeys);
  // Who signed earlier heads signs no later one; and no key of another log signs any.
  const current = settings.keys.findLast(({ since }) => since <= head.size)?.key;
  const isSigned = verified.some(({ key }) => key.name === head.origin && printVerifierKey(key) === current);
  if (!isSigned) throw unsigned(head, medium, logKeys);
  const { size } = head;
  const read = await readNodes(medium, nodesOfRoot(size), size);
  if (!isSame(rootOf(size, read), head.root)) {
    const edge = tilesBetween(0, size).filter(({ width }) => width < TILE_WIDTH);
    const names = edge.map((tile) => `\`${tilePath(tile)}\``).join(", ");
    throw damaged(`the tiles do not lead to the root of the checkpoint: ${names}`, medium.place);
  }
  const rest = size % TILE_WIDTH;
  if (rest > 0) await checkBundle(medium, { index: Math.floor(size / TILE_WIDTH), width: rest });
}

/**
 * Every leaf, every tile, every opening.
 * @throws ProvisoError LEDGER_DAMAGED, KEY_MISMATCH, NOTE_INVALID
 */
export async function checkLog(medium: Medium): Promise<Checked> {
  await checkEdge(medium);
  const head = await headOf(medium);
  const checked = { leaves: head.size, openings: 0, erased: 0 };
  const upper: Hash[][] = [];
  const tree = new Tree((level, _, hash) => {
    if (level === 0 || level % TILE_HEIGHT !== 0) return;
    const at = level / TILE_HEIGHT;
    upper[at] ??= [];
    upper[at].push(hash);
  });
  for (const bundle of tilesBetween(0, head.size).filter(({ level }) => level === 0)) {
    const leaves = await checkBundle(medium, bundle);
    for (const leaf of leaves) tree.add(leafHash(leaf));
    for (const [at, opening] of (await medium.openings(bundle)).entries()) {
      const index = bundle.index * TILE_WIDTH + at;
      if (opening === undefined) checked.erased += 1;
      else if (opens(leaves[at] as Uint8Array, opening)) checked.openings += 1;
      else throw damaged(`the opening of leaf ${index} does not fit the leaf`, medium.place);
    }
  }
  for (const tile of tilesBetween(0, head.size).filter(({ level }) => level > 0)) {
    const start = tile.index * TILE_WIDTH;
    const hashes = (upper[tile.level] ?? []).slice(start, start + tile.width);
    const bytes = (await medium.tile(tile)).subarray(0, tile.width * HASH_BYTES);
    if (!isSame(bytes, Buffer.concat(hashes))) throw wrongTile(medium, tilePath(tile));
  }
  if (!isSame(tree.root(), head.root)) {
    throw damaged("the leaves do not lead to the root of the checkpoint", medium.place);
  }
  return checked;
}

/** @throws ProvisoError LEDGER_DAMAGED for leaves that are not those of their tile */
export async function checkBundle(medium: Medium, bundle: Bundle): Promise<readonly Uint8Array[]> {
  const leaves = await medium.leaves(bundle);
  const tile = { level: 0, ...bundle };
  const bytes = (await medium.tile(tile)).subarray(0, bundle.width * HASH_BYTES);
  if (isSame(bytes, Buffer.concat(leaves.map(leafHash)))) return leaves;
  throw wrongTile(medium, tilePath(tile), entriesPath(bundle));
}

async function headOf(medium: Medium): Promise<SignedCheckpoint> {
  return parseCheckpoint(await medium.head(), medium.place);
}

function wrongTile(medium: Medium, ...names: readonly string[]): ProvisoError {
  const files = names.map((name) => `\`${name}\``).join(" or ");
  return damaged(`${files} is not what was written`, `${medium.place}/${names[0] ?? ""}`);
}

function unsigned(head: SignedCheckpoint, medium: Medium, keys: readonly VerifierKey[]): ProvisoError {
  const signers = head.note.signatures.map(({ name, id }) => `\`${name}+${printId(id)}\``).join(", ");
  const known = keys.map(({ name, id }) => `\`${name}+${printId(id)}\``).join(", ");
  return new ProvisoError("KEY_MISMATCH", `the head is signed by ${signers}, not by ${known}`, {
    place: { file: medium.place },
    hint: "it is another log, or it was changed; ask whoever runs it for the key",
  });
}
