/**
 * Tokens -> **SetRoot**: what a manifest holds of a sorted set
 *
 * The root of the RFC 6962 tree whose leaves are the tokens, 32 bytes each, in ascending order without
 * repetition. As they are sorted, two leaves beside each other show that nothing is between them.
 */
import type { Manifest } from "../manifest.ts";

export const TOKEN_BYTES = 32;

export const SET_KINDS = ["conversations", "items"] as const;
export type SetKind = (typeof SET_KINDS)[number];

export type SetRoot = Manifest["members"][SetKind];
export type Members = Manifest["members"];

/** Names in the export's folder; private, as tokens are. */
export const SET_FILES: Readonly<Record<SetKind, string>> = {
  conversations: "members.bin",
  items: "items.bin",
};

/** Ascending, as hexadecimal digits would be. */
export function compareTokens(one: Uint8Array, other: Uint8Array): number {
  for (let at = 0; at < TOKEN_BYTES; at += 1) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
