/**
 * Folder of declarations -> **Declarations**: all that is watched
 *
 * One bad file stops the reading with its place: a document that is left out in silence would look as if
 * it had not changed.
 */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { printDocument } from "@proviso/core/terms";
import { keyOf } from "../archive/document-states.ts";
import type { Declaration } from "./declaration.ts";
import { parseDeclaration } from "./parse-declaration.ts";

export interface Declarations {
  readonly declarations: readonly Declaration[];
  /** What was read and will not be done, with its place. */
  readonly notes: readonly ProvisoError[];
}

const HISTORY = ".history.json";

/**
 * @param except names of files that are left out
 * @throws ProvisoError INPUT_MALFORMED, INPUT_EMPTY; also for a document that two files declare
 */
export async function readDeclarations(
  folder: string,
  except: ReadonlySet<string> = new Set(),
): Promise<Declarations> {
  const names = existsSync(folder) ? (await readdir(folder)).toSorted() : [];
  const declarations: Declaration[] = [];
  const notes: ProvisoError[] = [];
  const files = new Map<string, string>();
  for (const name of names.filter(
    (one) => /\.(ya?ml|json)$/.test(one) && !one.endsWith(HISTORY) && !except.has(one),
  )) {
    const file = join(folder, name);
    const read = await readDeclarationFile(file);
    notes.push(...read.notes);
    for (const declaration of read.declarations) {
      const key = keyOf(declaration.document);
      const other = files.get(key);
      if (other !== undefined) {
        throw new ProvisoError(
          "INPUT_MALFORMED",
          `\`${printDocument(declaration.document)}\` is declared twice`,
          {
            place: { file },
            hint: `\`${other}\` declares it too; take one out, or name a \`region\``,
          },
        );
      }
      files.set(key, file);
      declarations.push(declaration);
    }
  }
  return { declarations, notes };
}

/** With the dated history that lies beside a service file. @throws ProvisoError */
export async function readDeclarationFile(file: string): Promise<Declarations> {
  const beside = file.replace(/\.json$/, HISTORY);
  const history =
    beside !== file && existsSync(beside)
      ? { text: await readFile(beside, "utf8"), file: beside }
      : undefined;
  return parseDeclaration(await readFile(file, "utf8"), file, history);
}
