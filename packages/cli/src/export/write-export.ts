/**
 * Question -> **export**: decided, selected, redacted, formatted, written, described
 *
 * Streams in bounded memory: what is held are a few batches, the names of what was met, and counts.
 */
import type { Purpose } from "@proviso/core/events";
import {
  type ExportAbout,
  exportKeyOf,
  type Format,
  instantsOf,
  keyIdOf,
  type Manifest,
  manifestBody,
  tokensUnder,
} from "@proviso/core/export";
import { questionKey } from "../commands/question-key.ts";
import { askFirst, askJobs } from "../model/ask.ts";
import type { NameModel } from "../model/name-model.ts";
import { openQuestion } from "../pipeline/open.ts";
import type { Opened, Question } from "../pipeline/question.ts";
import { threadsFor } from "../threads/count.ts";
import { inOrder } from "../threads/in-order.ts";
import { type BatchPool, createBatchPool } from "./batch-pool.ts";
import { batchesOf } from "./batches.ts";
import { writeCards } from "./cards.ts";
import { filesOf } from "./checkpoint.ts";
import type { WorkSettings } from "./job.ts";
import { writeMembers } from "./members/write-members.ts";
import type { Wrap } from "./safe-file.ts";
import { isUsable, Shards } from "./shards.ts";
import { Target } from "./target.ts";

export interface ExportSettings {
  /** Asks for one purpose, and for items with their content. */
  readonly question: Question;
  /** The question's instant was named, so a checkpoint for another one is of no use. */
  readonly isDated: boolean;
  readonly purpose: Purpose;
  readonly out: string;
  readonly format: Format;
  readonly work: WorkSettings;
  /** The one that the profile names. */
  readonly model?: NameModel | undefined;
  readonly profile: ExportAbout["profile"];
  readonly dataset: ExportAbout["dataset"];
  readonly version: string;
  readonly hidden: boolean;
  readonly ids: boolean;
  readonly shardBytes: number;
  /** Without a number, as many as are worth it. */
  readonly workers: number | undefined;
  readonly resume: boolean;
  readonly force: boolean;
  readonly wrap?: Wrap;
}

export interface ExportHooks {
  readonly onTotal: (bytes: number | undefined) => void;
  readonly onProgress: (bytes: number) => void;
}

export interface Exported {
  readonly manifest: Manifest;
  readonly opened: Opened;
}

const LARGEST_BATCH = 256 * 1024;
const SMALLEST_BATCH = 4 * 1024;
/** Batches per shard, so that small shards are cut finely too. */
const BATCHES_PER_SHARD = 8;

export async function writeExport(settings: ExportSettings, hooks: ExportHooks): Promise<Exported> {
  const target = await Target.open(settings.out, settings);
  let pool: BatchPool | undefined;
  try {
    const at = settings.isDated ? settings.question.at : (target.earlier?.at ?? settings.question.at);
    const question = { ...settings.question, at };
    const opened = await openQuestion(question, { onProgress: hooks.onProgress });
    hooks.onTotal(opened.totalBytes);
    pool = askFirst(
      createBatchPool(settings.work, settings.workers ?? threadsFor(opened.totalBytes)),
      askJobs(settings.model),
    );
    const { purpose, profile, work } = settings;
    const exportKey = exportKeyOf(work.key, {
      ...{ purpose, profile, scope: work.scope },
      ...instantsOf(question),
    });
    const shards = await openShards(settings, target, question, opened);
    try {
      await run(settings, exportKey, opened, shards, pool);
    } catch (error) {
      await shards.abandon();
      throw error;
    }
    const entries = await shards.finish();
    const about = aboutOf(settings, question, opened);
    const members = await writeMembers(target.folder, exportKey);
    const manifest = await writeCards(
      target.folder,
      manifestBody(about, shards.tally, [...entries], members),
      settings.format,
    );
    await target.publish();
    return { manifest, opened };
  } catch (error) {
    await target.abandon();
    throw error;
  } finally {
    await pool?.close();
  }
}

async function openShards(
  settings: ExportSettings,
  target: Target,
  question: Question,
  opened: Opened,
): Promise<Shards> {
  const { format, shardBytes, hidden, ids, profile, dataset, version, work, model, wrap } = settings;
  const form = {
    format: format.name,
    ...{ shardBytes, hidden, ids, profile, dataset, version },
    scope: work.scope,
    key: keyIdOf(work.key),
    ...(model === undefined ? {} : { model: model.id }),
  };
  const key = await questionKey(question, opened, form);
  const { earlier } = target;
  const isSame = earlier?.key === key && earlier.at === question.at && isUsable(target.folder, earlier);
  target.clear(isSame ? filesOf(earlier) : undefined);
  return await Shards.open(
    {
      folder: target.folder,
      format,
      size: shardBytes,
      ids,
      key,
      at: question.at,
      ...(wrap === undefined ? {} : { wrap }),
    },
    isSame ? earlier : undefined,
  );
}

async function run(
  settings: ExportSettings,
  exportKey: Uint8Array,
  opened: Opened,
  shards: Shards,
  pool: BatchPool,
): Promise<void> {
  const { purpose, format, hidden, ids, shardBytes, work } = settings;
  const size = Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, Math.floor(shardBytes / BATCHES_PER_SHARD)));
  const batches = batchesOf(
    opened.decisions(),
    { purpose, format, hidden, ids, size, tokens: tokensUnder(exportKey), profile: work.profile },
    shards.from,
  );
  const written = inOrder(
    batches,
    async (batch) => ({ batch, rows: await pool.run(batch.jobs) }),
    pool.ahead,
  );
  for await (const { batch, rows } of written) await shards.write(batch, rows);
}

function aboutOf(settings: ExportSettings, question: Question, opened: Opened): ExportAbout {
  const { version, dataset, purpose, work, profile, format, shardBytes, hidden, ids } = settings;
  return {
    version,
    dataset,
    purpose,
    at: question.at,
    known: question.known,
    sources: sourcesOf(opened),
    key: keyIdOf(work.key),
    scope: work.scope,
    profile,
    output: { format: format.name, shardBytes, hidden, ids },
  };
}

/** By format: names of files say whose they are. */
function sourcesOf({ inputs }: Opened): ExportAbout["sources"] {
  const formats = [...new Set(inputs.map(({ format }) => format))].sort();
  return formats.map((format) => {
    const ours = inputs.filter((input) => input.format === format);
    const sum = (of: (input: (typeof ours)[number]) => number): number =>
      ours.reduce((all, input) => all + of(input), 0);
    return {
      format,
      inputs: ours.length,
      files: sum(({ files }) => files),
      unreadable: sum(({ report }) => report.conversations.malformed),
      repeated: sum(({ report }) => report.conversations.duplicate),
    };
  });
}
