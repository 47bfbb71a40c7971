/** Folder -> **Ledger** */
import { mkdirSync, readdirSync } from "node:fs";
import { ProvisoError } from "@proviso/core";
import type { VerifierKey } from "@proviso/core/ledger";
import { writeKeyFile } from "../key-file.ts";
import { Log } from "../log.ts";
import { makeLedger } from "../make-ledger.ts";
import { printSettings } from "../settings.ts";
import { Files } from "./files.ts";
import { FolderReader, FolderWriter } from "./folder-medium.ts";
import { CHECKPOINT, KEY, PRIVATE, SETTINGS } from "./layout.ts";

export interface OpenOptions {
  /** Takes the lock, and mends what a crash left behind. */
  readonly write?: boolean;
  readonly pinned?: readonly VerifierKey[];
  /** Where the key lies, if not in the ledger's folder. */
  readonly keyFile?: string | undefined;
}

/**
 * @returns the verifier key, for others to pin
 * @throws ProvisoError USAGE if the folder has something in it
 */
export async function makeFolderLedger(
  folder: string,
  origin: string,
  { keyFile }: Pick<OpenOptions, "keyFile"> = {},
): Promise<VerifierKey> {
  const { key, settings, head } = makeLedger(origin);
  const files = new Files(folder);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) {
    throw new ProvisoError("USAGE", `\`${folder}\` has something in it`, {
      place: { file: folder },
      hint: "name a new folder for the ledger",
    });
  }
  mkdirSync(files.path(PRIVATE), { mode: 0o700 });
  writeKeyFile(keyFile ?? files.path(KEY), key);
  await files.replaceDurably(CHECKPOINT, head);
  // Last: without it there is no ledger.
  await files.replaceDurably(SETTINGS, printSettings(settings));
  return key;
}

/** @throws ProvisoError NOT_FOUND, LEDGER_LOCKED, LEDGER_DAMAGED, KEY_MISMATCH, KEY_MISSING, KEY_INVALID */
export async function openFolderLedger(folder: string, options: OpenOptions = {}): Promise<Log> {
  const pinned = options.pinned === undefined ? {} : { pinned: options.pinned };
  if (options.write !== true) return await Log.open(new FolderReader(folder), pinned);
  const medium = await FolderWriter.open(folder);
  try {
    const keyFile = options.keyFile ?? new Files(folder).path(KEY);
    return await Log.open(medium, { ...pinned, writing: { medium, keyFile } });
  } catch (error) {
    await medium.close();
    throw error;
  }
}
