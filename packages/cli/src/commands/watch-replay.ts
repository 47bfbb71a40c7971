/**
 * `proviso watch replay`: what would have been told of a whole history, and what silenced
 */
import { printDocument } from "@proviso/core/terms";
import { languageOf, type ReplayFigures, recordLine, replayed } from "@proviso/watch";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { startStepProgress } from "../terminal/step-progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count, counted } from "../terminal/words.ts";
import { historyOf } from "../watch/history-of.ts";
import type { Context } from "./options.ts";

const DOCUMENTS_SHOWN = 15;

export async function watchReplay(
  { terminal }: Context,
  paths: readonly string[],
  { list }: { readonly list?: string },
): Promise<number> {
  const progress = startStepProgress<"judging">(terminal, { judging: "judging" });
  let records = 0;
  async function* history(): ReturnType<typeof historyOf> {
    for (const path of paths) {
      for await (const record of historyOf(path)) {
        records += 1;
        progress.update("judging", records, records);
        yield record;
      }
    }
  }
  try {
    const figures =
      list === undefined
        ? await replayed(history(), { languageOf })
        : await writeAtomic(list, (write) =>
            replayed(history(), { languageOf, onJudged: (one) => write(`${recordLine(one)}\n`) }),
          );
    progress.done();
    await print(terminal.json ? `${JSON.stringify(figures)}\n` : figuresText(figures, terminal));
    return EXIT.ok;
  } finally {
    progress.done();
  }
}

function figuresText(figures: ReplayFigures, { out }: Terminal): string {
  const { records, standings, classes, documents, quietShare } = figures;
  const lines = [
    `${counted(records, "record")} of ${counted(documents.length, "document")}`,
    `${out.bold(count(standings.change))} told (${count(classes.first)} first records, ${count(classes.return)} returns), ${out.bold(count(standings.quiet))} silenced, ${out.bold(count(standings.health))} to health`,
    `${out.bold((quietShare * 100).toFixed(1))} % of the later records are quiet`,
    "",
    ...Object.entries(classes).map(([name, number]) => `  ${name.padEnd(12)} ${count(number).padStart(7)}`),
    "",
    "noisiest documents (records: told, silenced, health)",
  ];
  const noisiest = [...documents].sort((a, b) => b.standings.quiet - a.standings.quiet);
  for (const one of noisiest.slice(0, DOCUMENTS_SHOWN)) {
    const { change, quiet, health } = one.standings;
    lines.push(
      `  ${count(one.records).padStart(6)}: ${count(change)}, ${count(quiet)}, ${count(health)}  ${printable(printDocument(one.document))}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
