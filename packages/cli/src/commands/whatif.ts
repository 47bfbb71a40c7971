/**
 * `proviso whatif`: what a change of policy, or a day, does to these conversations
 */
import { resolve } from "node:path";
import { ProvisoError } from "@proviso/core";
import { WhatIfTally } from "@proviso/core/whatif";
import { writeAtomic } from "../output/atomic.ts";
import { refuseOwnInput } from "../output/own-input.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { startProgress } from "../terminal/progress.ts";
import { type Asked, askedOf } from "../whatif/asked.ts";
import { type Compared, openRun, type Run } from "../whatif/run.ts";
import { importFailed } from "./import-problems.ts";
import type { Context, WhatIfOptions } from "./options.ts";
import { questionOf, readBy } from "./question.ts";
import { whatIfFails } from "./whatif-fails.ts";
import { listLine, whatIfJson } from "./whatif-json.ts";
import { whatIfText } from "./whatif-text.ts";

/** Of the list behind each number: on the page more than a program is told without `--list`. */
const LISTED = 100;
const LISTED_ON_PAGE = 1000;

export async function whatIf(
  context: Context,
  paths: readonly string[],
  options: WhatIfOptions,
): Promise<number> {
  const { terminal, now } = context;
  if (options.lake !== undefined) {
    return await (await import("./whatif-lake.ts")).whatIfLake(context, paths, options);
  }
  refuseLakeOptions(options);
  if (paths.length === 0) {
    throw new ProvisoError("USAGE", "missing required argument `path`", {
      hint: "name an export, or tables with `--lake`",
    });
  }
  const asked = await askedOf(
    options,
    questionOf(paths, options, context, { items: options.items ?? false }),
    now,
  );
  const files = [options.list, options.html].filter((file) => file !== undefined);
  for (const file of files) refuseOwnInput(file, readBy(asked.question));
  if (
    options.list !== undefined &&
    options.html !== undefined &&
    resolve(options.list) === resolve(options.html)
  ) {
    throw new ProvisoError("USAGE", "`--list` and `--html` name one file", { hint: "name two" });
  }
  let total: number | undefined;
  const progress = startProgress(terminal, "comparing", () => total);
  try {
    const run = await openRun(asked, { onProgress: (bytes) => progress.update(bytes) });
    total = run.opened.totalBytes;
    const tally = new WhatIfTally(options.html === undefined ? LISTED : LISTED_ON_PAGE);
    await consume(run, asked, tally, context, options);
    progress.done();
    const found = tally.result();
    const frame = {
      before: asked.before,
      after: asked.after,
      due: [...asked.due],
      elsewhere: run.elsewhere(),
      list: options.list === undefined ? null : resolve(options.list),
      html: options.html === undefined ? null : resolve(options.html),
    };
    await print(terminal.json ? whatIfJson(found, frame) : whatIfText(found, frame, run.opened, terminal));
    const met = found.compared + found.onlyAfter + found.onlyBefore + found.neither + run.elsewhere();
    return importFailed(run.opened, met) || whatIfFails(found, options.failOn) ? EXIT.failed : EXIT.ok;
  } finally {
    progress.done();
  }
}

/** Files are whole or not there: they are put in place when the last conversation has been compared. */
async function consume(
  run: Run,
  asked: Asked,
  tally: WhatIfTally,
  context: Context,
  { list, html }: WhatIfOptions,
): Promise<void> {
  const toList = async (write: ((text: string) => Promise<void>) | undefined): Promise<void> => {
    async function* counted(): AsyncGenerator<Compared> {
      for await (const compared of run.compared()) {
        tally.add(compared.comparison);
        const line = write === undefined ? undefined : listLine(compared);
        if (line !== undefined) await write?.(line);
        yield compared;
      }
    }
    if (html === undefined) {
      for await (const _ of counted());
      return;
    }
    const { writeWhatIfPage } = await import("../whatif/page.ts");
    await writeWhatIfPage(html, { run, asked, tally, compared: counted() }, context);
  };
  if (list === undefined) await toList(undefined);
  else await writeAtomic(list, (write) => toList(write));
}

function refuseLakeOptions(options: WhatIfOptions): void {
  const option = (["memory", "threads", "buckets", "work"] as const).find(
    (name) => options[name] !== undefined,
  );
  if (option === undefined) return;
  throw new ProvisoError("USAGE", `\`--${option}\` has no meaning without \`--lake\``, {
    hint: "leave it out",
  });
}
