/**
 * `proviso scan`: what may be used of these exports, at a glance, and a report to open
 */
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import type { NameModel } from "../model/name-model.ts";
import { unknownLabelsText } from "../model/unknown-labels.ts";
import { writeAtomic } from "../output/atomic.ts";
import { refuseOwnInput } from "../output/own-input.ts";
import type { RedactionTally } from "../output/redaction-tally.ts";
import { print } from "../output/stdout.ts";
import { Tally } from "../output/tally.ts";
import { openQuestion } from "../pipeline/open.ts";
import type { Opened, Question } from "../pipeline/question.ts";
import { EXIT } from "../terminal/print-error.ts";
import { type Progress, startProgress } from "../terminal/progress.ts";
import { versionOf } from "../terminal/version.ts";
import { pathsOrOffer } from "./default-folder.ts";
import { importFailed } from "./import-problems.ts";
import type { Context, ScanOptions } from "./options.ts";
import { questionOf, readBy } from "./question.ts";
import { scanJson } from "./scan-json.ts";
import { scanText } from "./scan-text.ts";

export interface Scanned {
  readonly question: Question;
  readonly opened: Opened;
  readonly tally: Tally;
  /** Absolute path of the report; undefined when none was asked for. */
  readonly report: string | undefined;
  /** What redaction would replace; undefined where nobody asked. */
  readonly redaction: RedactionTally | undefined;
}

export async function scan(
  context: Context,
  given: readonly string[],
  options: ScanOptions,
): Promise<number> {
  const { terminal } = context;
  const paths = await pathsOrOffer(given, terminal);
  const { redaction, model } = await redactionTally(options);
  const content = redaction !== undefined;
  const question = questionOf(paths, options, context, content ? { content } : {});
  if (options.report !== false) refuseOwnInput(options.report, readBy(question));
  let total: number | undefined;
  const progress = startProgress(terminal, "reading", () => total);
  try {
    const opened = await openQuestion(question, { onProgress: (bytes) => progress.update(bytes) });
    total = opened.totalBytes;
    const scanned = await decideAndReport(context, { question, opened, redaction }, options.report, progress);
    process.stderr.write(unknownLabelsText(model, terminal));
    await print(terminal.json ? scanJson(scanned) : scanText(scanned, terminal));
    return importFailed(opened, scanned.tally.conversations) ? EXIT.failed : EXIT.ok;
  } finally {
    progress.done();
    await model?.close();
  }
}

async function decideAndReport(
  context: Context,
  { question, opened, redaction }: Pick<Scanned, "question" | "opened" | "redaction">,
  file: string | false,
  progress: Progress,
): Promise<Scanned> {
  const tally = new Tally();
  if (file === false) {
    for await (const decided of opened.decisions()) {
      tally.add(decided);
      await redaction?.add(decided.conversation);
    }
  } else {
    const { accountKnown } = await import("./account-known.ts");
    const { reportModel } = await import("./report-model.ts");
    const { writeReport } = await import("../report/write-report.ts");
    const account = await accountKnown(question.account);
    const generator = `proviso ${versionOf()}`;
    const model = reportModel({ question, opened, tally, account, generator, redaction }, context);
    await writeAtomic(file, (write) => writeReport(model, write));
  }
  progress.done();
  return { question, opened, tally, redaction, report: file === false ? undefined : resolve(file) };
}

interface Redaction {
  readonly redaction: RedactionTally | undefined;
  readonly model: NameModel | undefined;
}

/** Recognizers and names are loaded only by who asks for them. */
async function redactionTally({ redact, profile }: ScanOptions): Promise<Redaction> {
  if (redact !== true) return { redaction: undefined, model: undefined };
  const { chooseProfile } = await import("../profile/choose.ts");
  const { RedactionTally: Redactions } = await import("../output/redaction-tally.ts");
  const { openNameModel } = await import("../model/open-name-model.ts");
  const chosen = await chooseProfile(profile);
  const model = await openNameModel(chosen.profile, profile);
  // Nothing that is written is kept, so any key will do.
  return { redaction: new Redactions(chosen.profile, randomBytes(32), model), model };
}
