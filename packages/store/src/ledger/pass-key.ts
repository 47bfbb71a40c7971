/**
 * Old key -> new key: the head is signed by both, which ties the one to the other
 *
 * What comes in between is made up for when the log is opened: while the new key lies beside the old one, the
 * change is not done.
 */
import { ProvisoError } from "@proviso/core";
import {
  encodeBase64,
  parseCheckpoint,
  parseNote,
  printId,
  printNote,
  printVerifierKey,
  type SigningKey,
  signNote,
} from "@proviso/core/ledger";
import { nextKey, readKeyFile, takeNextKey } from "./key-file.ts";
import type { WritableMedium } from "./medium.ts";
import { handoverText } from "./trusted.ts";

/** The key that signs, after a change of keys that was interrupted has been brought to its end. */
export async function readyKey(medium: WritableMedium, keyFile: string): Promise<SigningKey> {
  const key = readKeyFile(keyFile);
  const next = nextKey(keyFile);
  if (next !== undefined) {
    await passKey(medium, key, next);
    takeNextKey(keyFile);
  }
  const used = next ?? key;
  const { keys } = await medium.settings();
  if (keys.at(-1)?.key === printVerifierKey(used)) return used;
  throw new ProvisoError("KEY_MISMATCH", `the key ${printId(used.id)} of \`${used.name}\` is not the log's`, {
    place: { file: keyFile },
    hint: `it is signed with \`${keys.at(-1)?.key ?? ""}\``,
  });
}

/** May be done twice. */
export async function passKey(medium: WritableMedium, key: SigningKey, next: SigningKey): Promise<void> {
  const settings = await medium.settings();
  const head = await medium.head();
  const printed = printVerifierKey(next);
  if (settings.keys.some((one) => one.key === printed)) return;
  const { text, signatures } = parseNote(head);
  const signed = signNote(text, key, next);
  // Signatures can be put under any public head: what passes the log on is that the old key names the new one.
  const { origin, size, root } = parseCheckpoint(head);
  const handover = signNote(
    handoverText({ origin, size, root: encodeBase64(root), key: printed }),
    key,
    next,
  );
  // Those of witnesses stay.
  const others = signatures.filter(({ id }) => id !== key.id && id !== next.id);
  const note = printNote({ text, signatures: [...signed.signatures, ...others] });
  const since = parseCheckpoint(head).size;
  const keys = [...settings.keys, { key: printed, since, handover: printNote(handover) }];
  await medium.put(note, { ...settings, keys });
}
