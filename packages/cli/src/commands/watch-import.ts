/**
 * `proviso watch import`, `export`: histories of terms from and to the layout of the Open Terms Archive
 */
import { judge } from "@proviso/core/terms";
import { Archive, exportHistory, type ImportCounts, importHistory, importSnapshots } from "@proviso/watch";
import { print } from "../output/stdout.ts";
import { writeError } from "../output/write-error.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { startStepProgress } from "../terminal/step-progress.ts";
import { counted } from "../terminal/words.ts";
import { historyOf, pagesOf, sourceName } from "../watch/history-of.ts";
import type { Context } from "./options.ts";
import type { ArchiveOptions } from "./watch-options.ts";

interface ImportOptions extends ArchiveOptions {
  readonly service?: readonly string[];
  readonly snapshots?: boolean;
}

export async function watchImport(
  { terminal }: Context,
  paths: readonly string[],
  { archive: folder, service, snapshots = false }: ImportOptions,
): Promise<number> {
  const progress = startStepProgress<"reading">(terminal, { reading: "reading records" });
  const archive = await Archive.open(folder, { write: true });
  const all: Record<keyof ImportCounts, number> = { records: 0, imported: 0, known: 0 };
  try {
    for (const path of paths) {
      const onRecord = ({ records }: ImportCounts): void => progress.update("reading", records, records);
      const clock = Date.now;
      const done = snapshots
        ? await importSnapshots(archive, pagesOf(path, service), { clock, onRecord })
        : await importHistory(archive, historyOf(path, service), {
            judge,
            recipe: await sourceName(path),
            clock,
            onRecord,
          });
      for (const name of ["records", "imported", "known"] as const) all[name] += done[name];
    }
  } catch (error) {
    throw writeError(error, folder);
  } finally {
    progress.done();
    await archive.close();
  }
  const what = snapshots ? "page" : "version";
  const text = `${counted(all.imported, what)} taken in, ${counted(all.known, what)} known already\n`;
  await print(terminal.json ? `${JSON.stringify({ archive: folder, ...all })}\n` : text);
  return EXIT.ok;
}

interface ExportOptions extends ArchiveOptions {
  readonly snapshots?: boolean;
}

export async function watchExport(
  { terminal }: Context,
  folder: string,
  options: ExportOptions,
): Promise<number> {
  const archive = await Archive.open(options.archive, { write: false });
  const hasSnapshots = options.snapshots ?? false;
  const counts = await exportHistory(archive, folder, { hasSnapshots });
  const pages = hasSnapshots ? ` and ${counted(counts.snapshots, "page")}` : "";
  const text = `${counted(counts.versions, "version")}${pages} -> ${printable(folder)}\n`;
  await print(terminal.json ? `${JSON.stringify({ folder, ...counts })}\n` : text);
  return EXIT.ok;
}
