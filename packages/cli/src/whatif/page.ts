/**
 * Compared conversations -> **a report** of the side after the change, which opens with what changes
 */
import type { WhatIfTally } from "@proviso/core/whatif";
import { accountKnown } from "../commands/account-known.ts";
import type { Context } from "../commands/options.ts";
import { reportModel } from "../commands/report-model.ts";
import { writeAtomic } from "../output/atomic.ts";
import { Tally } from "../output/tally.ts";
import type { Decided, Opened } from "../pipeline/question.ts";
import { writeReport } from "../report/write-report.ts";
import { versionOf } from "../terminal/version.ts";
import type { Asked } from "./asked.ts";
import { pageModel } from "./page-model.ts";
import type { Compared, Run } from "./run.ts";

export interface PageParts {
  readonly run: Run;
  readonly asked: Asked;
  /** Filled while `compared` is read. */
  readonly tally: WhatIfTally;
  readonly compared: AsyncIterable<Compared>;
}

export async function writeWhatIfPage(
  file: string,
  { run, asked, tally, compared }: PageParts,
  context: Context,
): Promise<void> {
  async function* after(): AsyncGenerator<Decided> {
    for await (const one of compared) {
      const decided = one.decidedAfter();
      // What had not begun by then has no page.
      if (decided.facts.exists) yield decided;
    }
  }
  const { before, after: label } = asked;
  const opened: Opened = { ...run.opened, decisions: after };
  const model = reportModel(
    {
      question: asked.question,
      opened,
      tally: new Tally(),
      account: await accountKnown(asked.question.account),
      generator: `proviso ${versionOf()}`,
      redaction: undefined,
      title: "What changes for these chats?",
      whatIf: () =>
        pageModel(tally.result(), { before, after: label, due: [...asked.due], elsewhere: run.elsewhere() }),
    },
    context,
  );
  await writeAtomic(file, (write) => writeReport(model, write));
}
