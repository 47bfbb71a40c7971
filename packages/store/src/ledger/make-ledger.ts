/** An empty log's head and settings, under a key of its own. */
import { ProvisoError } from "@proviso/core";
import {
  isKeyName,
  printCheckpoint,
  printNote,
  printVerifierKey,
  type SigningKey,
  signNote,
} from "@proviso/core/ledger";
import { EMPTY_ROOT } from "@proviso/core/merkle";
import { makeKey } from "./key-file.ts";
import type { Settings } from "./ledger.ts";

export interface NewLedger {
  readonly key: SigningKey;
  readonly settings: Settings;
  readonly head: string;
}

/** @throws ProvisoError USAGE for a name that no key can have */
export function makeLedger(origin: string): NewLedger {
  if (!isKeyName(origin)) {
    throw new ProvisoError("USAGE", `\`${origin}\` cannot name a log`, {
      hint: "a name like `example.com/log`, without spaces and plus signs",
    });
  }
  const key = makeKey(origin);
  const text = printCheckpoint({ origin, size: 0, root: EMPTY_ROOT, extensions: [] });
  const settings = { origin, keys: [{ key: printVerifierKey(key), since: 0 }], witnesses: [] };
  return { key, settings, head: printNote(signNote(text, key)) };
}
