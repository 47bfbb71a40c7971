/**
 * Batch rows -> shards of a size, with a checkpoint after each
 *
 * Cut between batches alone: then a checkpoint is a number of conversations, and the same conversations
 * make the same shards whether or not a run was interrupted.
 */
import { existsSync, readdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { ExportTally, type Format, type ShardEntry } from "@proviso/core/export";
import type { Batch } from "./batches.ts";
import { type Checkpoint, writeCheckpoint } from "./checkpoint.ts";
import { INDEX_FILE, IndexFile } from "./index-file.ts";
import type { BatchRows } from "./job.ts";
import { hasTokens, TokenLogs } from "./members/token-logs.ts";
import { openParquetShard } from "./parquet-shard.ts";
import type { Wrap } from "./safe-file.ts";
import { openJsonlShard, SHARD_NAME, type Shard, shardName, workingName } from "./shard.ts";

export interface ShardSettings {
  readonly folder: string;
  readonly format: Format;
  /** Bytes of a shard, at most, unless a single batch is larger. */
  readonly size: number;
  readonly ids: boolean;
  readonly key: string;
  readonly at: number;
  readonly wrap?: Wrap;
}

export class Shards {
  /** Conversations of an earlier run. */
  readonly from: number;
  readonly tally: ExportTally;
  readonly #settings: ShardSettings;
  readonly #index: IndexFile;
  readonly #tokens: TokenLogs;
  readonly #done: ShardEntry[];
  #through: number;
  #open: Shard | undefined;

  private constructor(
    settings: ShardSettings,
    index: IndexFile,
    tokens: TokenLogs,
    earlier: Checkpoint | undefined,
  ) {
    this.#settings = settings;
    this.#index = index;
    this.#tokens = tokens;
    this.#done = [...(earlier?.shards ?? [])];
    this.from = earlier?.through ?? 0;
    this.#through = this.from;
    this.tally = ExportTally.of(earlier?.tally ?? {});
  }

  /** @param earlier a checkpoint of the same question whose files are there */
  static async open(settings: ShardSettings, earlier: Checkpoint | undefined): Promise<Shards> {
    const index = await IndexFile.open(join(settings.folder, INDEX_FILE), earlier?.indexBytes ?? 0);
    try {
      const tokens = await TokenLogs.open(settings.folder, earlier?.tokenBytes);
      return new Shards(settings, index, tokens, earlier);
    } catch (error) {
      await index.close();
      throw error;
    }
  }

  async write(batch: Batch, rows: BatchRows): Promise<void> {
    const isFull = this.#open !== undefined && this.#open.bytes + rows.lines.length > this.#settings.size;
    if (isFull) await this.#finishShard();
    if (rows.rows.length > 0) {
      this.#open ??= await this.#create();
      await this.#index.write(rows.rows, this.#done.length, this.#open.lines);
      await this.#writeTokens(batch, rows);
      await this.#open.write(rows);
    }
    this.tally.add(batch.tally);
    this.tally.add(ExportTally.of(rows.tally));
    this.#through = batch.through;
  }

  /** Those of rows alone: redaction may have kept a conversation out. */
  async #writeTokens({ itemTokens }: Batch, { rows }: BatchRows): Promise<void> {
    await this.#tokens.write(
      "conversations",
      rows.map(({ token }) => Buffer.from(token, "hex")),
    );
    await this.#tokens.write(
      "items",
      rows.map(({ token }) => itemTokens.get(token) ?? new Uint8Array(0)),
    );
  }

  /** The last shard is complete and all have their names. */
  async finish(): Promise<readonly ShardEntry[]> {
    if (this.#open !== undefined) await this.#finishShard();
    await this.#index.sync();
    await this.#index.close();
    await this.#tokens.sync();
    await this.#tokens.close();
    const { folder, format } = this.#settings;
    return this.#done.map((entry, index) => {
      const file = shardName(index, this.#done.length, format.encoding);
      renameSync(join(folder, entry.file), join(folder, file));
      return { ...entry, file };
    });
  }

  async abandon(): Promise<void> {
    await this.#open?.abandon();
    await this.#index.close();
    await this.#tokens.close();
  }

  async #create(): Promise<Shard> {
    const { folder, format, ids, wrap } = this.#settings;
    const path = join(folder, workingName(this.#done.length, format.encoding));
    return format.encoding === "parquet"
      ? await openParquetShard(path, { ids, ...(wrap === undefined ? {} : { wrap }) })
      : await openJsonlShard(path, wrap);
  }

  async #finishShard(): Promise<void> {
    if (this.#open === undefined) return;
    const entry = await this.#open.finish();
    this.#open = undefined;
    const { folder, format, key, at } = this.#settings;
    this.#done.push({ file: workingName(this.#done.length, format.encoding), ...entry });
    await this.#index.sync();
    await this.#tokens.sync();
    await writeCheckpoint(folder, {
      key,
      at,
      through: this.#through,
      shards: this.#done,
      indexBytes: this.#index.bytes,
      tokenBytes: this.#tokens.bytes,
      tally: this.tally.toJSON(),
    });
  }
}

/**
 * Whether what a checkpoint speaks of is there; shards that had got their last names have their
 * working names again afterwards.
 */
export function isUsable(folder: string, { shards, indexBytes, tokenBytes }: Checkpoint): boolean {
  for (const name of readdirSync(folder)) {
    const match = SHARD_NAME.exec(name);
    const working = `train-${match?.[1]}.${name.slice(name.lastIndexOf(".") + 1)}`;
    if (match !== null && name !== working && !existsSync(join(folder, working))) {
      renameSync(join(folder, name), join(folder, working));
    }
  }
  const holds = (file: string, bytes: number): boolean =>
    (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? -1) >= bytes;
  return (
    shards.every(({ file, bytes }) => holds(file, bytes)) &&
    holds(INDEX_FILE, indexBytes) &&
    hasTokens(folder, tokenBytes)
  );
}
