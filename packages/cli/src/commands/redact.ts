/**
 * `proviso redact`: text in, the same text without personal data and secrets out
 *
 * A filter: as many lines out as in, in order, as soon as they are ready.
 */
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { ProvisoError } from "@proviso/core";
import { inputError } from "../input/fs-error.ts";
import { askFirst, askPieces } from "../model/ask.ts";
import { openNameModel } from "../model/open-name-model.ts";
import { unknownLabelsText } from "../model/unknown-labels.ts";
import { writeAtomic } from "../output/atomic.ts";
import { refuseOwnInput } from "../output/own-input.ts";
import { print } from "../output/stdout.ts";
import { writeError } from "../output/write-error.ts";
import { type Chunks, fileChunks, streamChunks } from "../redact/chunks.ts";
import { SIZES, WHOLE_LINES } from "../redact/cut.ts";
import { engineWhenAsked, needsWholeLines } from "../redact/engine.ts";
import { type Filter, type Filtered, filterInput } from "../redact/filter.ts";
import { createPiecePool } from "../redact/piece-pool.ts";
import { engineSettings } from "../redact/settings.ts";
import { STANDARD_INPUT, type Target, targetsOf } from "../redact/targets.ts";
import { EXIT } from "../terminal/print-error.ts";
import { startProgress } from "../terminal/progress.ts";
import { threadsFor } from "../threads/count.ts";
import type { Context, RedactOptions } from "./options.ts";
import { redactSummary } from "./redact-summary.ts";

type WriteFindings = NonNullable<Filter["onFindings"]>;

export async function redactFiles(
  context: Context,
  files: readonly string[],
  options: RedactOptions,
): Promise<number> {
  const { terminal } = context;
  const isStream = files.length === 0 || options.stdin === true;
  if (isStream) checkStream(files);
  const targets = targetsOf(files, options);
  if (options.findings !== undefined) refuseOwnInput(options.findings, files);
  const settings = await engineSettings(options, process.env);
  const sizes = await Promise.all(files.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const engine = engineWhenAsked(settings);
  // First: it says what is wrong with the profile or the key.
  const pool = createPiecePool(
    { engine: settings, pieces: { invalid: options.invalid, findings: options.findings !== undefined } },
    options.workers ?? threadsFor(isStream ? 0 : total),
    engine,
  );
  const model = await openNameModel(settings.profile, options.profile);
  const progress = startProgress(terminal, "redacting", () => (isStream ? undefined : total));
  let passed = 0;
  const base: Filter = {
    pool: askFirst(pool, askPieces(model)),
    engine,
    format: options.format,
    sizes: needsWholeLines(settings.profile) ? WHOLE_LINES : SIZES,
    onProgress: (bytes) => {
      passed += bytes;
      if (!process.stdout.isTTY) progress.update(passed);
    },
  };
  const all = async (onFindings?: WriteFindings): Promise<readonly Filtered[]> => {
    const filter = onFindings === undefined ? base : { ...base, onFindings };
    if (isStream) return [await one(STANDARD_INPUT, streamChunks(process.stdin), targets[0], filter)];
    const done: Filtered[] = [];
    for (const [index, file] of files.entries())
      done.push(await one(file, fileChunks(file), targets[index], filter));
    return done;
  };
  try {
    const done = options.findings === undefined ? await all() : await withFindings(options.findings, all);
    progress.done();
    process.stderr.write(redactSummary(done, targets, terminal) + unknownLabelsText(model, terminal));
    return EXIT.ok;
  } finally {
    progress.done();
    await model?.close();
    await pool.close();
  }
}

async function one(name: string, chunks: Chunks, target: Target, filter: Filter): Promise<Filtered> {
  if (target === undefined) return await filterInput(name, chunks, filter, print);
  await mkdir(dirname(target), { recursive: true }).catch((error: unknown) => {
    throw writeError(error, target);
  });
  return await writeAtomic(target, (write) => filterInput(name, chunks, filter, write));
}

/** Places, types and scores, never values: one line of JSON for each finding. */
async function withFindings(
  file: string,
  all: (write: WriteFindings) => Promise<readonly Filtered[]>,
): Promise<readonly Filtered[]> {
  return await writeAtomic(file, (write) =>
    all(async (name, findings) => {
      const lines = findings.map(({ type, line, start, end, score, validation, recognizer }) =>
        JSON.stringify({ file: name, line: line + 1, start, end, type, score, validation, recognizer }),
      );
      await write(`${lines.join("\n")}\n`);
    }),
  );
}

function checkStream(files: readonly string[]): void {
  if (files.length > 0) {
    throw new ProvisoError("USAGE", "files and --stdin exclude each other", { hint: "choose one of them" });
  }
  if (process.stdin.isTTY) {
    throw new ProvisoError("USAGE", "no files, and nothing comes in", {
      hint: "name files, or pipe text into it: `proviso redact < chats.jsonl`",
    });
  }
}

async function sizeOf(file: string): Promise<number> {
  const stats = await stat(file).catch((error: unknown) => {
    throw inputError(error, file);
  });
  if (!stats.isDirectory()) return stats.size;
  throw new ProvisoError("UNSUPPORTED", `\`${file}\` is a folder`, {
    place: { file },
    hint: "name the files in it",
  });
}
