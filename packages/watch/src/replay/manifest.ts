/** `manifest.json` beside dated versions -> **Manifest**: which document a file is a version of. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { ProvisoError } from "@proviso/core";
import type { DocumentName } from "@proviso/core/terms";
import { z } from "zod";

const Entry = z.object({
  file: z.string().min(1),
  service: z.string().min(1),
  documentType: z.string().min(1),
  recordKind: z.string().optional(),
  recordClass: z.string().optional(),
  source: z.object({ repo: z.string() }).optional(),
});
const Shape = z.object({ entries: z.array(Entry) });

export interface Listed {
  readonly document: DocumentName;
  readonly isUpgrade: boolean;
}

/** By the absolute path of the file. */
export type Manifest = ReadonlyMap<string, Listed>;

/**
 * Of the folder itself or the one above it; undefined if neither has one. Editions of a document that
 * come from several sources are kept apart: the source's name stands for the region.
 * @throws INPUT_MALFORMED naming the field that is wrong.
 */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const root = [resolve(folder), dirname(resolve(folder))].find((one) =>
    existsSync(join(one, "manifest.json")),
  );
  if (root === undefined) return undefined;
  const file = join(root, "manifest.json");
  const entries = parsed(file, await readFile(file, "utf8"));
  const sources = new Map<string, Set<string>>();
  for (const entry of entries) {
    const known = sources.get(nameOf(entry)) ?? new Set();
    sources.set(nameOf(entry), known.add(entry.source?.repo ?? ""));
  }
  return new Map(
    entries.map((entry): [string, Listed] => {
      const path = resolve(root, entry.file);
      if (relative(root, path).split(sep)[0] === "..") {
        throw new ProvisoError("INPUT_MALFORMED", `\`${entry.file}\` is outside of the folder`, {
          place: { file, field: "entries.file" },
        });
      }
      const isShared = (sources.get(nameOf(entry))?.size ?? 0) > 1;
      const region = isShared ? entry.source?.repo.split("/").at(-1) : undefined;
      const document = {
        service: entry.service,
        type: entry.documentType,
        ...(region !== undefined && { region }),
      };
      return [path, { document, isUpgrade: (entry.recordKind ?? entry.recordClass) === "technical-upgrade" }];
    }),
  );
}

function nameOf(entry: z.infer<typeof Entry>): string {
  return `${entry.service}/${entry.documentType}`;
}

function parsed(file: string, text: string): readonly z.infer<typeof Entry>[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ProvisoError("INPUT_MALFORMED", "the manifest is not JSON", { place: { file }, cause });
  }
  const shape = Shape.safeParse(value);
  if (shape.success) return shape.data.entries;
  const issue = shape.error.issues[0];
  throw new ProvisoError("INPUT_MALFORMED", issue?.message.toLowerCase() ?? "the manifest is not one", {
    place: { file, field: issue?.path.join(".") },
    hint: "`entries` is a list of `{ file, service, documentType }`",
  });
}
