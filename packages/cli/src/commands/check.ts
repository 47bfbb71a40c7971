/**
 * `proviso check`: is there anything in these files that must not be in a data set?
 *
 * For continuous integration and for hooks: says what is where and never the value itself. Exit code
 * 1 where something fails the check, 2 where nothing could be checked: whoever waits for the answer must
 * not take a misspelt path for a finding.
 */
import { existsSync, statSync } from "node:fs";
import { relative } from "node:path";
import { ProvisoError } from "@proviso/core";
import { ENTITIES, type EntityGroup, withoutKey } from "@proviso/core/redact";
import { type Baseline, emptyBaseline, parseBaseline, printBaseline } from "../gate/baseline.ts";
import { check } from "../gate/check.ts";
import { gateFiles } from "../gate/files.ts";
import { checkGithub } from "../gate/format-github.ts";
import { checkJson } from "../gate/format-json.ts";
import { checkSarif } from "../gate/format-sarif.ts";
import { checkText } from "../gate/format-text.ts";
import type { GateFinding } from "../gate/gate-finding.ts";
import { permitted } from "../gate/permitted.ts";
import { type CheckResult, isClean } from "../gate/result.ts";
import { createScanPool } from "../gate/scan-pool.ts";
import { readText } from "../input/read-text.ts";
import { askFirst, askPieces } from "../model/ask.ts";
import { openNameModel } from "../model/open-name-model.ts";
import { unknownLabelsText } from "../model/unknown-labels.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { SIZES, WHOLE_LINES } from "../redact/cut.ts";
import { engineWhenAsked, needsWholeLines } from "../redact/engine.ts";
import { engineSettings } from "../redact/settings.ts";
import { EXIT, errorText, exitCodeOf } from "../terminal/print-error.ts";
import { startProgress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { counted } from "../terminal/words.ts";
import { threadsFor } from "../threads/count.ts";
import type { CheckOptions, Context } from "./options.ts";
import { questionOf } from "./question.ts";

const DEFAULT_BASELINE = ".proviso-baseline.json";

export async function checkFiles(
  context: Context,
  paths: readonly string[],
  options: CheckOptions,
): Promise<number> {
  try {
    return await checked(context, paths, options);
  } catch (error) {
    if (exitCodeOf(error) === EXIT.interrupted) throw error;
    process.stderr.write(errorText(error, context.terminal));
    return EXIT.usage;
  }
}

async function checked(context: Context, paths: readonly string[], options: CheckOptions): Promise<number> {
  const { terminal } = context;
  const isFailing = failing(options.failOn);
  // Special categories are no findings.
  const given = await engineSettings(options, process.env);
  // Nothing is written: with a key pseudonyms are known again, without one the profile needs none.
  const profile = given.key === undefined ? withoutKey(given.profile) : given.profile;
  const settings = { ...given, profile, flags: false };
  const file = options.baseline ?? (options.writeBaseline === true ? DEFAULT_BASELINE : undefined);
  const baseline = await baselineOf(file, options.writeBaseline === true);
  // The baseline's own digests may look like numbers of something.
  const own = file === undefined ? [] : [`/${relative(".", file)}`];
  const files = await gateFiles(paths, [...(options.exclude ?? []), ...own]);
  const progress = startProgress(terminal, "checking", () => files.bytes);
  const engine = engineWhenAsked(settings);
  const pool = createScanPool(
    { engine: settings, salt: baseline.salt },
    options.workers ?? threadsFor(files.bytes),
    engine,
  );
  const model = await openNameModel(settings.profile, options.profile);
  try {
    const asked =
      options.purpose === undefined ? undefined : await permitted(questionOf(paths, options, context));
    const result = await check({
      files,
      pool: askFirst(pool, askPieces(model)),
      engine,
      sizes: needsWholeLines(settings.profile) ? WHOLE_LINES : SIZES,
      // A baseline that is written anew knows nothing yet; only its salt stays.
      baseline: options.writeBaseline === true ? { ...baseline, entries: [] } : baseline,
      isFailing,
      permitted: asked,
      isInScope: inScope(paths),
      onProgress: (bytes) => progress.update(bytes),
    });
    progress.done();
    process.stderr.write(unknownLabelsText(model, terminal));
    if (options.writeBaseline === true && file !== undefined)
      return await write(file, baseline, result, terminal);
    await print(printed(result, terminal.json ? "json" : options.format, terminal));
    return isClean(result) ? EXIT.ok : EXIT.failed;
  } finally {
    progress.done();
    await model?.close();
    await pool.close();
  }
}

function printed(result: CheckResult, format: CheckOptions["format"], terminal: Terminal): string {
  switch (format) {
    case "json":
      return checkJson(result);
    case "sarif":
      return checkSarif(result);
    case "github":
      return checkGithub(result);
    case "text":
      return checkText(result, terminal);
  }
}

async function baselineOf(file: string | undefined, isWritten: boolean): Promise<Baseline> {
  if (file === undefined || (isWritten && !existsSync(file))) return emptyBaseline();
  return parseBaseline(await readText(file), file);
}

async function write(
  file: string,
  { salt }: Baseline,
  result: CheckResult,
  terminal: Terminal,
): Promise<number> {
  if (result.more > 0) {
    throw new ProvisoError("UNSUPPORTED", `${counted(result.more, "finding")} too many for a baseline`, {
      hint: "leave out folders with --exclude, or take findings out first",
    });
  }
  await writeAtomic(file, (part) => part(printBaseline(salt, result.findings)));
  if (!terminal.json) process.stderr.write(`${counted(result.findings.length, "finding")} -> ${file}\n`);
  return EXIT.ok;
}

/** @throws ProvisoError USAGE for a name that is neither a group nor a type */
function failing(names: string | undefined): (finding: GateFinding) => boolean {
  if (names === undefined) return () => true;
  const groups = new Set<string>(Object.values(ENTITIES).map(({ group }): EntityGroup => group)).add(
    "custom",
  );
  const wanted = new Set(names.split(",").map((name) => name.trim()));
  for (const name of wanted) {
    if (groups.has(name) || /^[A-Z][A-Z0-9_]*$/.test(name)) continue;
    throw new ProvisoError("USAGE", `no group \`${name}\``, {
      hint: `groups are ${[...groups].map((group) => `\`${group}\``).join(", ")}; types are written in capitals`,
    });
  }
  return ({ type, group }) => wanted.has(type) || wanted.has(group);
}

/** A file that is gone from a folder that was looked at is looked at, too. */
function inScope(paths: readonly string[]): (path: string) => boolean {
  const roots = paths.map((path) => {
    const plain = path.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    return { plain, isFolder };
  });
  return (path) =>
    roots.some(
      ({ plain, isFolder }) =>
        path === plain || (isFolder && (plain === "" || plain === "." || path.startsWith(`${plain}/`))),
    );
}
