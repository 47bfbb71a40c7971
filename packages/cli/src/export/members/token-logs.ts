/**
 * Rows -> the tokens of what went in, in the order of writing -> sorted sets
 *
 * Lies in a folder of the unfinished export and goes with its checkpoint: an export that is gone on
 * with needs the tokens of before, and no finished one holds them.
 */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { SET_KINDS, type SetKind } from "@proviso/core/export";
import { AppendFile } from "../append-file.ts";

export const TOKEN_FOLDER = "tokens";

/** How long each log is. */
export type TokenBytes = Readonly<Record<SetKind, number>>;

export class TokenLogs {
  readonly #files: Readonly<Record<SetKind, AppendFile>>;

  private constructor(files: Readonly<Record<SetKind, AppendFile>>) {
    this.#files = files;
  }

  /** @param keep bytes of an earlier run; what stands behind them is cut off */
  static async open(folder: string, keep: TokenBytes | undefined): Promise<TokenLogs> {
    mkdirSync(join(folder, TOKEN_FOLDER), { recursive: true });
    const conversations = await AppendFile.open(logPath(folder, "conversations"), keep?.conversations ?? 0);
    try {
      const items = await AppendFile.open(logPath(folder, "items"), keep?.items ?? 0);
      return new TokenLogs({ conversations, items });
    } catch (error) {
      await conversations.close();
      throw error;
    }
  }

  get bytes(): TokenBytes {
    return { conversations: this.#files.conversations.bytes, items: this.#files.items.bytes };
  }

  async write(kind: SetKind, tokens: readonly Uint8Array[]): Promise<void> {
    await this.#files[kind].write(Buffer.concat(tokens));
  }

  async sync(): Promise<void> {
    for (const kind of SET_KINDS) await this.#files[kind].sync();
  }

  async close(): Promise<void> {
    for (const kind of SET_KINDS) await this.#files[kind].close();
  }
}

export function logPath(folder: string, kind: SetKind): string {
  return join(folder, TOKEN_FOLDER, kind);
}

/** Whether what a checkpoint speaks of is there. */
export function hasTokens(folder: string, bytes: TokenBytes): boolean {
  return SET_KINDS.every(
    (kind) => (statSync(logPath(folder, kind), { throwIfNoEntry: false })?.size ?? -1) >= bytes[kind],
  );
}
