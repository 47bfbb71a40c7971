/**
 * Folder -> tiles, leaves and openings, as its checkpoint has them
 *
 * Where a partial tile is gone, the full one that took its place has what it had (C2SP tlog-tiles).
 */
import { ProvisoError } from "@proviso/core";
import {
  entriesPath,
  OPENING,
  type Opening,
  parseCheckpoint,
  parseEntries,
  TILE_WIDTH,
  type Tile,
  tilePath,
} from "@proviso/core/ledger";
import { HASH_BYTES } from "@proviso/core/merkle";
import { damaged } from "../damaged.ts";
import type { Settings } from "../ledger.ts";
import type { Bundle } from "../medium.ts";
import { parseSettings } from "../settings.ts";
import { type Files, readIfThere, readThere } from "./files.ts";
import { CHECKPOINT, openingsPath, SETTINGS } from "./layout.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

export async function readHead(files: Files): Promise<string> {
  const path = files.path(CHECKPOINT);
  const text = await readUtf8(path);
  // Whoever parses it again does not know the file's name.
  parseCheckpoint(text, path);
  return text;
}

export async function readSettings(files: Files): Promise<Settings> {
  const path = files.path(SETTINGS);
  if ((await readIfThere(path)) === undefined) {
    throw new ProvisoError("NOT_FOUND", `there is no ledger in \`${files.folder}\``, {
      place: { file: path },
      hint: "`proviso ledger init` makes one",
    });
  }
  return parseSettings(await readUtf8(path), path);
}

/** At least as many hashes as the tile is wide. */
export async function readTile(files: Files, tile: Tile): Promise<Uint8Array> {
  const [path, bytes] = await readPartial(files, tile.width, (width) => tilePath({ ...tile, width }));
  if (bytes.length < tile.width * HASH_BYTES) {
    const has = Math.floor(bytes.length / HASH_BYTES);
    throw damaged(`the tile has ${has} hashes of ${tile.width}`, path);
  }
  return bytes;
}

export async function readLeaves(files: Files, bundle: Bundle): Promise<readonly Uint8Array[]> {
  const [path, bytes] = await readPartial(files, bundle.width, (width) => entriesPath({ ...bundle, width }));
  const entries = parseEntries(bytes, path);
  if (entries.length < bundle.width) {
    throw damaged(`the bundle has ${entries.length} entries of ${bundle.width}`, path);
  }
  return entries.slice(0, bundle.width);
}

export async function readOpenings(files: Files, bundle: Bundle): Promise<readonly (Opening | undefined)[]> {
  const lines = await openingLines(files, bundle);
  return lines.map((line, at) => openingOf(line, files.path(openingsPath(bundle)), at + 1));
}

/** As they stand in the file, without their line ends; `null` for what is not kept. */
export async function openingLines(files: Files, bundle: Bundle): Promise<readonly string[]> {
  if (bundle.width === 0) return [];
  const path = files.path(openingsPath(bundle));
  const lines = (await readUtf8(path)).split("\n");
  // What stands behind the last line end was not written to its end.
  if (lines.length - 1 < bundle.width) {
    throw damaged(`there are ${lines.length - 1} openings of ${bundle.width}`, path);
  }
  return lines.slice(0, bundle.width);
}

function openingOf(line: string, file: string, number: number): Opening | undefined {
  try {
    if (line === "null") return undefined;
    return OPENING.parse(JSON.parse(line));
  } catch (cause) {
    throw damaged(`line ${number} is no opening`, file, cause);
  }
}

async function readPartial(
  files: Files,
  width: number,
  name: (width: number) => string,
): Promise<readonly [path: string, bytes: Uint8Array]> {
  const partial = files.path(name(width));
  const bytes = await readIfThere(partial);
  if (bytes !== undefined) return [partial, bytes];
  const full = files.path(name(TILE_WIDTH));
  const instead = await readIfThere(full);
  // The file that should be there is the one to name.
  return instead === undefined ? [partial, await readThere(partial)] : [full, instead];
}

async function readUtf8(path: string): Promise<string> {
  const bytes = await readThere(path);
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw damaged("the file is not UTF-8", path, cause);
  }
}
