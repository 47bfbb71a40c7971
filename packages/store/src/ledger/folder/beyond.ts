/** Whether a folder holds leaves that its head and its journal do not know */
import { existsSync, readdirSync } from "node:fs";
import { entriesPath, TILE_WIDTH } from "@proviso/core/ledger";
import type { Files } from "./files.ts";

/** The bundle that has more than the `size` first leaves, by its path in the folder. */
export function bundleBeyond(files: Files, size: number): string | undefined {
  const index = Math.floor(size / TILE_WIDTH);
  const whole = entriesPath({ index, width: TILE_WIDTH });
  if (existsSync(files.path(whole))) return whole;
  const parts = `${whole}.p`;
  if (!existsSync(files.path(parts))) return undefined;
  const wider = readdirSync(files.path(parts)).find((width) => Number(width) > size % TILE_WIDTH);
  return wider === undefined ? undefined : `${parts}/${wider}`;
}
