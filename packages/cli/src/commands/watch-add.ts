/**
 * `proviso watch add`: declarations -> the archive's folder of declarations
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { printDocument } from "@proviso/core/terms";
import {
  Archive,
  type Declaration,
  parseDeclaration,
  readDeclarationFile,
  readDeclarations,
} from "@proviso/watch";
import { stringify } from "yaml";
import { inputError } from "../input/fs-error.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { packsFolder } from "../packs/find.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { counted } from "../terminal/words.ts";
import type { Context } from "./options.ts";
import type { WatchAddOptions } from "./watch-options.ts";

interface Added {
  /** Name within the folder of declarations. */
  readonly name: string;
  readonly text: string;
  readonly declarations: readonly Declaration[];
  readonly notes: readonly ProvisoError[];
}

export async function watchAdd(
  { terminal }: Context,
  files: readonly string[],
  options: WatchAddOptions,
): Promise<number> {
  const added = [...(await fromFiles(files)), ...fromUrl(options), ...(await fromPacks(options))];
  if (added.length === 0) {
    throw new ProvisoError("USAGE", "nothing to add", { hint: "name a file, `--url` or `--packs`" });
  }
  await (await Archive.open(options.archive, { write: true })).close();
  const folder = join(options.archive, "declarations");
  await refuseTwice(added, folder, options);
  await mkdir(folder, { recursive: true });
  for (const { name, text } of added) {
    await writeAtomic(join(folder, name), async (write) => await write(text));
  }
  const documents = added.flatMap(({ declarations }) => declarations.map(({ document }) => document));
  const notes = added.flatMap((one) => one.notes.map(({ message }) => message));
  const text = terminal.json
    ? `${JSON.stringify({ archive: options.archive, documents, notes })}\n`
    : [
        ...documents.map((document) => `+ ${printable(printDocument(document))}`),
        ...notes.map((note) => terminal.out.dim(`note: ${printable(note)}`)),
        `${counted(documents.length, "document")} to watch; next: proviso watch run --archive ${printable(options.archive)}\n`,
      ].join("\n");
  await print(text);
  return EXIT.ok;
}

async function fromFiles(files: readonly string[]): Promise<readonly Added[]> {
  const added: Added[] = [];
  for (const file of files) {
    const text = await readFile(file, "utf8").catch((error: unknown) => {
      throw inputError(error, file);
    });
    const { declarations, notes } = await readDeclarationFile(file);
    added.push({ name: basename(file), text, declarations, notes });
    const history = file.replace(/\.json$/, ".history.json");
    if (history !== file && existsSync(history)) {
      const past = await readFile(history, "utf8");
      added.push({ name: basename(history), text: past, declarations: [], notes: [] });
    }
  }
  return added;
}

function fromUrl(options: WatchAddOptions): readonly Added[] {
  const { url, service, type, region, select, remove } = options;
  if (url === undefined) return [];
  if (service === undefined || type === undefined) {
    throw new ProvisoError("USAGE", "`--url` needs `--service` and `--type`", {
      hint: 'as in: --service Example --type "Terms of Service"',
    });
  }
  const one = { service, type, region, url, select, remove };
  const text = stringify(Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)));
  const name = `${[service, type, region]
    .filter(Boolean)
    .join("-")
    .replace(/[^\p{L}\p{N}.]+/gu, "-")}.yaml`;
  return [{ name, text, ...parseDeclaration(text, name) }];
}

async function fromPacks({ packs, policies }: WatchAddOptions): Promise<readonly Added[]> {
  if (packs !== true) return [];
  const added: Added[] = [];
  for (const folder of policies ?? [packsFolder()]) {
    for (const vendor of (await readdir(folder)).toSorted()) {
      const file = join(folder, vendor, "terms.yaml");
      if (!existsSync(file)) continue;
      const text = await readFile(file, "utf8");
      added.push({ name: `${vendor}.yaml`, text, ...(await readDeclarationFile(file)) });
    }
  }
  return added;
}

async function refuseTwice(
  added: readonly Added[],
  folder: string,
  { force }: WatchAddOptions,
): Promise<void> {
  const names = new Set(added.map(({ name }) => name));
  const there = (existsSync(folder) ? await readdir(folder) : []).filter((name) => names.has(name));
  if (there.length > 0 && force !== true) {
    throw new ProvisoError("USAGE", `\`${there[0]}\` is declared already`, {
      place: { file: join(folder, there[0] ?? "") },
      hint: "`--force` replaces it",
    });
  }
  const kept = await readDeclarations(folder, names);
  const others = new Set(kept.declarations.map(({ document }) => printDocument(document)));
  for (const { declarations, name } of added) {
    for (const { document } of declarations) {
      const printed = printDocument(document);
      if (others.has(printed)) {
        throw new ProvisoError("USAGE", `\`${printed}\` is declared already, in another file`, {
          place: { file: name },
          hint: `take it out of one of them in ${folder}`,
        });
      }
      others.add(printed);
    }
  }
}
