/**
 * `proviso watch verdict`: what an article claims, held against the archived texts
 */
import { join } from "node:path";
import {
  Archive,
  gatherNews,
  judgeArticle,
  openFetchRun,
  printVerdict,
  printVerdictJson,
  readDeclarations,
  serviceNames,
} from "@proviso/watch";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { untilInterrupted } from "../terminal/until-interrupted.ts";
import type { Context } from "./options.ts";
import type { ArchiveOptions } from "./watch-options.ts";

interface VerdictOptions extends ArchiveOptions {
  readonly service?: string;
  /** Epoch milliseconds. */
  readonly at?: number;
  readonly feed?: readonly string[];
  readonly allowPrivate?: readonly string[];
}

/** Days after which an item of news weighs half, and items that are kept: as the settings of news have them. */
const NEWS = { halfLifeDays: 7, mostItems: 5000 };

/** Exit code 1 where a claim is contradicted. */
export async function watchVerdict(
  { terminal, now }: Context,
  article: string,
  options: VerdictOptions,
): Promise<number> {
  const { service, feed: feeds = [], allowPrivate = [], at } = options;
  const archive = await Archive.open(options.archive, { write: false });
  const { declarations } = await readDeclarations(join(archive.folder, "declarations"));
  // What was imported is declared nowhere.
  const held = (await archive.documents()).map((document) => ({ document }));
  const names = serviceNames([...held, ...declarations]);
  const run = openFetchRun({ allowPrivate });
  try {
    return await untilInterrupted(async (signal) => {
      const notes: string[] = [];
      if (feeds.length > 0) {
        const settings = { feeds, services: names, ...NEWS };
        const { failures } = await gatherNews({ folder: archive.folder, settings, run, signal });
        notes.push(...failures.map(({ feed, reason }) => `no news from ${feed}: ${reason}`));
      }
      const source = /^https?:\/\//.test(article) ? { url: article } : { file: article };
      const judged = await judgeArticle(archive, { ...source, service, at, names }, { run, signal, now });
      await print(terminal.json ? printVerdictJson(judged) : printVerdict(judged));
      if (!terminal.json) for (const note of notes) await print(`${terminal.out.dim(printable(note))}\n`);
      return judged.verdict.claims.some(({ verdict }) => verdict === "contradicted") ? EXIT.failed : EXIT.ok;
    });
  } finally {
    await run.close();
  }
}
