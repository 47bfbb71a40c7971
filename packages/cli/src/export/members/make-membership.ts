/**
 * Export folder x key x id -> **Membership**, as it is: in or not
 */
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import {
  exportKeyCommitment,
  exportKeyOf,
  keyIdOf,
  type Manifest,
  MEMBERSHIP_FORMAT,
  type Membership,
  proveMembership,
  SET_FILES,
  type SetKind,
  tokensUnder,
  verifyMembership,
} from "@proviso/core/export";
import { readManifest } from "../read-manifest.ts";
import { notTheSet, openSet } from "./open-set.ts";

export interface Asked {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly conversation: string;
  /** One of its items, instead of the conversation. */
  readonly item?: string | undefined;
  /** Puts the export's key into the proof. */
  readonly disclose: boolean;
}

/** @throws ProvisoError NOT_FOUND, PERMISSION, MANIFEST_INVALID, KEY_MISMATCH */
export async function makeMembership(asked: Asked): Promise<Membership> {
  const { folder, conversation, item, disclose } = asked;
  const manifest = await readManifest(folder);
  const exportKey = keyFor(asked, manifest);
  const tokens = tokensUnder(exportKey);
  const kind: SetKind = item === undefined ? "conversations" : "items";
  const own = item === undefined ? tokens.conversation(conversation) : tokens.item(conversation, item);
  const token = Buffer.from(own).toString("hex");
  const committed = manifest.members[kind];
  const { set, close } = openSet(folder, kind, manifest);
  try {
    const proved = proveMembership(set, own);
    // The file was not read as a whole: what of it was changed shows here.
    if (!verifyMembership(proved, committed, token)) throw notTheSet(join(folder, SET_FILES[kind]));
    return {
      format: MEMBERSHIP_FORMAT,
      manifest: manifest.digest,
      purpose: manifest.purpose,
      set: kind,
      ...committed,
      token,
      ...proved,
      ...(disclose ? { exportKey: Buffer.from(exportKey).toString("hex") } : {}),
    };
  } finally {
    close();
  }
}

/**
 * Under another key the token would be nobody's, and everything would be out.
 * @throws ProvisoError KEY_MISMATCH
 */
export function keyFor({ folder, key }: Pick<Asked, "folder" | "key">, manifest: Manifest): Uint8Array {
  const exportKey = exportKeyOf(key, manifest);
  if (exportKeyCommitment(exportKey) === manifest.members.key) return exportKey;
  throw new ProvisoError("KEY_MISMATCH", `\`${folder}\` was not made with this key`, {
    place: { file: folder, field: "key" },
    hint: `its key is called ${manifest.key}, and this one ${keyIdOf(key)}`,
  });
}
