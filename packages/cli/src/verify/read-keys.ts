/** What `--key` names -> **VerifierKeys**: the keys themselves, or files with one on each line */

import { ProvisoError } from "@proviso/core";
import { parseVerifierKey, type VerifierKey } from "@proviso/core/ledger";
import { readText } from "../input/read-text.ts";

/** Neither a file's usual name nor anything else has two plus signs around eight digits. */
const KEY = /\+[0-9a-f]{8}\+/;

/** @throws ProvisoError KEY_INVALID, NOT_FOUND, PERMISSION */
export async function readKeys(given: readonly string[]): Promise<readonly VerifierKey[]> {
  const keys: VerifierKey[] = [];
  for (const one of given) keys.push(...(KEY.test(one) ? [parseVerifierKey(one)] : await keysIn(one)));
  return keys;
}

async function keysIn(file: string): Promise<readonly VerifierKey[]> {
  const lines = (await readText(file)).split(/\r?\n/).map((line) => line.trim());
  const keys = lines.filter((line) => line !== "" && !line.startsWith("#")).map(parseVerifierKey);
  if (keys.length > 0) return keys;
  throw new ProvisoError("KEY_INVALID", `\`${file}\` holds no key`, {
    place: { file },
    hint: "a verifier key is `name+id+key`, one on each line",
  });
}
