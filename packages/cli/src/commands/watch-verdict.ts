/**
 * `proviso watch verdict`: what an article claims, held against the archived texts
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  Archive,
  gatherNews,
  judgeArticle,
  openFetchRun,
  parseNewsSettings,
  printVerdict,
  printVerdictJson,
  readDeclarations,
  serviceNames,
} from "@proviso/watch";
import { inputError } from "../input/fs-error.ts";
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
  readonly news?: string;
  readonly allowPrivate?: readonly string[];
}

/** Without a file: days after which an item of news weighs half, and items that are kept. */
const NEWS = { feeds: [], services: {}, halfLifeDays: 7, mostItems: 5000 };

/** Exit code 1 where a claim is contradicted. */
export async function watchVerdict(
  { terminal, now }: Context,
  article: string,
  options: VerdictOptions,
): Promise<number> {
  const { service, feed = [], allowPrivate = [], at, news } = options;
  const given = news === undefined ? NEWS : await readNews(news);
  const feeds = [...given.feeds, ...feed];
  const archive = await Archive.open(options.archive, { write: false });
  const { declarations } = await readDeclarations(join(archive.folder, "declarations"));
  // What was imported is declared nowhere.
  const held = (await archive.documents()).map((document) => ({ document }));
  const names = serviceNames([...held, ...declarations], given);
  const run = openFetchRun({ allowPrivate });
  try {
    return await untilInterrupted(async (signal) => {
      const notes: string[] = [];
      if (feeds.length > 0) {
        const settings = { ...given, feeds, services: names };
        const { failures } = await gatherNews({ folder: archive.folder, settings, run, signal });
        notes.push(...failures.map((one) => `no news from ${one.feed}: ${one.reason}`));
      }
      const source = /^https?:\/\//.test(article) ? { url: article } : { file: article };
      const judged = await judgeArticle(
        archive,
        { ...source, service, at, names, halfLifeDays: given.halfLifeDays },
        { run, signal, now },
      );
      await print(terminal.json ? printVerdictJson(judged) : printVerdict(judged));
      if (!terminal.json) for (const note of notes) await print(`${terminal.out.dim(printable(note))}\n`);
      return judged.verdict.claims.some(({ verdict }) => verdict === "contradicted") ? EXIT.failed : EXIT.ok;
    });
  } finally {
    await run.close();
  }
}

async function readNews(file: string): Promise<ReturnType<typeof parseNewsSettings>> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw inputError(error, file);
  });
  return parseNewsSettings(text, file);
}
