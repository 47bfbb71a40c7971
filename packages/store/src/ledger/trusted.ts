/**
 * Settings x keys that are trusted -> keys that those have passed on to
 *
 * A log says itself which keys it has; what makes a later one good is that an earlier one has named it
 * in a note of its own, which both have signed.
 */
import { openNote, parseNote, parseVerifierKey, type VerifierKey } from "@proviso/core/ledger";
import type { Settings } from "./ledger.ts";

const LABEL = "proviso key handover 1";

/** What the old key signs, and the new one. @param key as `name+id+key` */
export function handoverText(of: {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly key: string;
}): string {
  return [LABEL, of.origin, of.size, of.root, of.key].map((line) => `${line}\n`).join("");
}

export function trustedKeys(
  { origin, keys }: Settings,
  pinned: readonly VerifierKey[],
): readonly VerifierKey[] {
  const trusted = [...pinned];
  const isOfLog = ({ name, algorithm }: VerifierKey): boolean => name === origin && algorithm === "ed25519";
  for (const { key: printed, handover } of keys) {
    if (handover === undefined) continue;
    const key = parseVerifierKey(printed);
    const note = parseNote(handover);
    const [label, of, , , named] = note.text.split("\n");
    if (label !== LABEL || of !== origin || named !== printed || !isOfLog(key)) continue;
    const { verified } = openNote(note, [...trusted.filter(isOfLog), key]);
    const isBoth = verified.length > 1 && verified.some((one) => one.key === key);
    if (isBoth) trusted.push(key);
  }
  return trusted;
}
