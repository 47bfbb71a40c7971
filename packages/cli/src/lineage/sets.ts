/** Export folders x key -> their manifests, and whether a conversation is in their sets */
import { join } from "node:path";
import {
  type Manifest,
  proveMembership,
  SET_FILES,
  type Tokens,
  tokensUnder,
  verifyMembership,
} from "@proviso/core/export";
import { keyFor } from "../export/members/make-membership.ts";
import { notTheSet, type OpenSet, openSet } from "../export/members/open-set.ts";
import { readManifest } from "../export/read-manifest.ts";

interface Opened {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly tokens: Tokens;
  readonly open: OpenSet;
}

export class ExportSets {
  readonly #opened = new Map<string, Opened>();

  /** @throws ProvisoError NOT_FOUND, PERMISSION, MANIFEST_INVALID, KEY_MISMATCH */
  static async open(folders: readonly string[], key: Uint8Array): Promise<ExportSets> {
    const sets = new ExportSets();
    try {
      for (const folder of folders) await sets.#add(folder, key);
    } catch (error) {
      sets.close();
      throw error;
    }
    return sets;
  }

  get manifests(): readonly Manifest[] {
    return [...this.#opened.values()].map(({ manifest }) => manifest);
  }

  folderOf(digest: string): string | undefined {
    return this.#opened.get(digest)?.folder;
  }

  /**
   * Undefined for an export that is not at hand.
   * @throws ProvisoError MANIFEST_INVALID for a set that was changed where it was read
   */
  readonly isMember = (digest: string, conversation: string): boolean | undefined => {
    const opened = this.#opened.get(digest);
    if (opened === undefined) return undefined;
    const { folder, manifest, tokens, open } = opened;
    const token = tokens.conversation(conversation);
    const proved = proveMembership(open.set, token);
    if (!verifyMembership(proved, manifest.members.conversations, Buffer.from(token).toString("hex"))) {
      throw notTheSet(join(folder, SET_FILES.conversations));
    }
    return proved.claim === "included";
  };

  close(): void {
    for (const { open } of this.#opened.values()) open.close();
    this.#opened.clear();
  }

  async #add(folder: string, key: Uint8Array): Promise<void> {
    const manifest = await readManifest(folder);
    if (this.#opened.has(manifest.digest)) return;
    const tokens = tokensUnder(keyFor({ folder, key }, manifest));
    this.#opened.set(manifest.digest, {
      folder,
      manifest,
      tokens,
      open: openSet(folder, "conversations", manifest),
    });
  }
}
