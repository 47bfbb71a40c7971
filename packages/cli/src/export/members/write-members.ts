/**
 * Token logs -> the sets' files in the unfinished export -> manifest
 */
import { join } from "node:path";
import {
  exportKeyCommitment,
  type Members,
  SET_FILES,
  type SetKind,
  type SetRoot,
} from "@proviso/core/export";
import { sortTokens } from "./sort-tokens.ts";
import { logPath } from "./token-logs.ts";
import { writeSet } from "./write-set.ts";

const WORK_FOLDER = "sorting";

export async function writeMembers(folder: string, exportKey: Uint8Array): Promise<Members> {
  const written = (kind: SetKind): Promise<SetRoot> =>
    writeSet(join(folder, SET_FILES[kind]), sortTokens(logPath(folder, kind), join(folder, WORK_FOLDER)));
  const conversations = await written("conversations");
  return { key: exportKeyCommitment(exportKey), conversations, items: await written("items") };
}
