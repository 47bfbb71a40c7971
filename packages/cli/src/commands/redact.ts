/**
 * `proviso redact`: text in, the same text without personal data and secrets out
 *
 * A filter: as many lines out as in, in order, as soon as they are ready.
 */
import { askFirst, askPieces } from "../model/ask.ts";
import { openNameModel } from "../model/open-name-model.ts";
import { unknownLabelsText } from "../model/unknown-labels.ts";
import { writeAtomic } from "../output/atomic.ts";
import { refuseOwnInput } from "../output/own-input.ts";
import { SIZES, WHOLE_LINES } from "../redact/cut.ts";
import { engineWhenAsked, needsWholeLines } from "../redact/engine.ts";
import { type Filter, type Filtered, filterInput } from "../redact/filter.ts";
import { inputsOf } from "../redact/inputs.ts";
import { makeFolderOf, oneByOne } from "../redact/one-by-one.ts";
import { createPiecePool } from "../redact/piece-pool.ts";
import { engineSettings } from "../redact/settings.ts";
import { targetsOf } from "../redact/targets.ts";
import { EXIT } from "../terminal/print-error.ts";
import { startProgress } from "../terminal/progress.ts";
import { threadsFor } from "../threads/count.ts";
import type { Context, RedactOptions } from "./options.ts";
import { redactSummary } from "./redact-summary.ts";

type WriteFindings = NonNullable<Filter["onFindings"]>;

export async function redactFiles(
  context: Context,
  given: readonly string[],
  options: RedactOptions,
): Promise<number> {
  const { terminal } = context;
  const inputs = await inputsOf(given, options.stdin, "proviso redact < chats.jsonl");
  const { isStream, files, bytes: total } = inputs;
  const targets = targetsOf(files, options);
  if (options.findings !== undefined) refuseOwnInput(options.findings, files);
  const settings = await engineSettings(options, process.env);
  const engine = engineWhenAsked(settings);
  // First: it says what is wrong with the profile or the key.
  const pool = createPiecePool(
    { engine: settings, pieces: { invalid: options.invalid, findings: options.findings !== undefined } },
    options.workers ?? threadsFor(total),
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
    return await oneByOne(inputs, targets, (name, chunks, write) => filterInput(name, chunks, filter, write));
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

/** Places, types and scores, never values: one line of JSON for each finding. */
async function withFindings(
  file: string,
  all: (write: WriteFindings) => Promise<readonly Filtered[]>,
): Promise<readonly Filtered[]> {
  await makeFolderOf(file);
  return await writeAtomic(file, (write) =>
    all(async (name, findings) => {
      const lines = findings.map(({ type, line, start, end, score, validation, recognizer }) =>
        JSON.stringify({ file: name, line: line + 1, start, end, type, score, validation, recognizer }),
      );
      await write(`${lines.join("\n")}\n`);
    }),
  );
}
