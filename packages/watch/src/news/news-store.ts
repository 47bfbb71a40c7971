/** `state/news.jsonl` of an archive: one item per line, oldest first; may be made anew from the feeds */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { NewsItem } from "@proviso/core/terms";
import { z } from "zod";
import { writeFault } from "../archive/durable-file.ts";

const ITEM = z.object({
  url: z.string(),
  title: z.string(),
  summary: z.string(),
  at: z.number(),
  publisher: z.string(),
  alsoBy: z.array(z.string()),
  services: z.array(z.string()),
});

/** Empty where there is none. Lines that are no items are left out. */
export async function readNews(folder: string): Promise<readonly NewsItem[]> {
  const text = await readFile(fileOf(folder), "utf8").catch(() => "");
  return text.split("\n").flatMap((line): readonly NewsItem[] => {
    try {
      return [ITEM.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

/** All or nothing. @throws ProvisoError DISK_FULL, PERMISSION */
export async function writeNews(folder: string, items: readonly NewsItem[]): Promise<void> {
  const file = fileOf(folder);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, items.map((item) => `${JSON.stringify(item)}\n`).join(""));
    await rename(`${file}.new`, file);
  } catch (error) {
    throw writeFault(error, file);
  }
}

function fileOf(folder: string): string {
  return join(folder, "state", "news.jsonl");
}
