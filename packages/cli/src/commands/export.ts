/**
 * `proviso export`: what may be used for one purpose, redacted, as a training set with its papers
 */
import { ProvisoError } from "@proviso/core";
import { PURPOSES, type Purpose } from "@proviso/core/events";
import { refuseOverlap } from "../export/own-input.ts";
import { formatNamed } from "../export/work.ts";
import { writeExport } from "../export/write-export.ts";
import { readKey } from "../input/key.ts";
import { openNameModel } from "../model/open-name-model.ts";
import { unknownLabelsText } from "../model/unknown-labels.ts";
import { print } from "../output/stdout.ts";
import { chooseProfile } from "../profile/choose.ts";
import { EXIT } from "../terminal/print-error.ts";
import { startProgress } from "../terminal/progress.ts";
import { versionOf } from "../terminal/version.ts";
import { exportText } from "./export-text.ts";
import { importFailed, problemLines } from "./import-problems.ts";
import type { Context, ExportOptions } from "./options.ts";
import { questionOf, readBy } from "./question.ts";

const DEFAULT_SCOPE = "default";
const TITLE = "Conversations for training";

export async function exportSet(
  context: Context,
  paths: readonly string[],
  options: ExportOptions,
): Promise<number> {
  const purpose = onePurpose(options.purpose);
  const out = options.out;
  if (out === undefined) {
    throw new ProvisoError("USAGE", "`--out` is missing: an export is a folder", {
      hint: "add `--out FOLDER`",
    });
  }
  const question = questionOf(paths, options, context, { items: true, content: true });
  refuseOverlap(out, readBy(question));
  const profile = await chooseProfile(options.profile);
  const key = await readKey(options.keyFile, process.env);
  const model = await openNameModel(profile.profile, options.profile);
  const { terminal } = context;
  let total: number | undefined;
  const progress = startProgress(terminal, "exporting", () => total);
  try {
    const { manifest, opened } = await writeExport(
      {
        question,
        isDated: options.at !== undefined,
        purpose,
        out,
        format: formatNamed(options.format),
        work: {
          format: options.format,
          profile: profile.profile,
          key,
          scope: options.scope ?? profile.profile.scope ?? DEFAULT_SCOPE,
        },
        model,
        profile: { name: profile.profile.profile, digest: profile.digest },
        dataset: {
          title: options.title ?? TITLE,
          publisher: options.publisher ?? null,
          licence: options.licence ?? null,
          country: options.country ?? null,
        },
        version: versionOf(),
        hidden: options.hidden ?? false,
        ids: options.ids ?? false,
        shardBytes: options.shardSize,
        workers: options.workers,
        resume: options.resume ?? false,
        force: options.force ?? false,
      },
      {
        onTotal: (bytes) => {
          total = bytes;
        },
        onProgress: (bytes) => progress.update(bytes),
      },
    );
    progress.done();
    process.stderr.write(unknownLabelsText(model, terminal));
    if (terminal.json) await print(`${JSON.stringify({ out, manifest })}\n`);
    else {
      const lines = [
        ...exportText(manifest, out, terminal),
        ...problemLines(opened, terminal.err, terminal.columns),
      ];
      process.stderr.write(`${lines.join("\n")}\n`);
    }
    return importFailed(opened, manifest.conversations.read) ? EXIT.failed : EXIT.ok;
  } finally {
    progress.done();
    await model?.close();
  }
}

/** @throws ProvisoError USAGE unless exactly one is named: an export is for something */
function onePurpose(named: readonly string[] | undefined): Purpose {
  const [first, ...others] = new Set(named);
  const purpose = PURPOSES.find((known) => known === first);
  if (purpose !== undefined && others.length === 0) return purpose;
  const wrong = [first, ...others].find((one) => !PURPOSES.some((known) => known === one));
  throw new ProvisoError(
    "USAGE",
    first === undefined
      ? "`--purpose` is missing: an export is for one purpose"
      : wrong === undefined
        ? "an export is for one purpose, and several are named"
        : `no purpose \`${wrong}\``,
    { hint: `purposes are ${PURPOSES.map((known) => `\`${known}\``).join(", ")}` },
  );
}
