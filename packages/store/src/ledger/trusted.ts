/**
 * Settings x keys that are trusted -> keys that those have passed on to
 *
 * A log says itself which keys it has; what makes a later one good is that an earlier one has signed a head
 * together with it.
 */
import { openNote, parseNote, parseVerifierKey, type VerifierKey } from "@proviso/core/ledger";
import type { Settings } from "./ledger.ts";

export function trustedKeys({ keys }: Settings, pinned: readonly VerifierKey[]): readonly VerifierKey[] {
  const trusted = [...pinned];
  for (const { key: printed, handover } of keys) {
    if (handover === undefined) continue;
    const key = parseVerifierKey(printed);
    const { verified } = openNote(parseNote(handover), [...trusted, key]);
    const isBoth = verified.length > 1 && verified.some((one) => one.key === key);
    if (isBoth) trusted.push(key);
  }
  return trusted;
}
