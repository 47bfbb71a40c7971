/**
 * Where things lie in a ledger's folder
 *
 * `checkpoint` and `tile/` are what C2SP tlog-tiles says, and may be served to everyone; so may
 * `ledger.json`. `private/` must not: it holds the openings and the key.
 */

import { entriesPath } from "@proviso/core/ledger";
import type { Bundle } from "../medium.ts";

export const CHECKPOINT = "checkpoint";
export const SETTINGS = "ledger.json";
export const PRIVATE = "private";
export const KEY = "private/log.key";
export const LOCK = "private/lock";
export const JOURNAL = "private/journal";

/** One file for as many openings as a full bundle has leaves. */
export function openingsPath({ index }: Pick<Bundle, "index">): string {
  return `private/openings/${entriesPath({ index, width: 256 }).slice("tile/entries/".length)}.jsonl`;
}
