/**
 * Text of programs and about programs -> **documents without names**
 *
 * Capitals are everywhere in code, in German and in messages of tools. The compiler's own messages in
 * ten languages and its declarations of the DOM (Apache-2.0) teach the tagger to leave them alone.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "./corpora.ts";
import type { Random } from "./random.ts";

const LANGUAGES = ["de", "fr", "es", "it", "pt-br", "pl", "tr", "cs", "ru"];

/** @param folder a `node_modules` with the package `typescript` */
export function readNegatives(folder: string, most: number, random: Random): Document[] {
  const library = join(folder, "typescript/lib");
  const documents: Document[] = [];
  for (const language of LANGUAGES) {
    const path = join(library, language, "diagnosticMessages.generated.json");
    if (!existsSync(path))
      throw new RangeError(`${path} is missing: install typescript beside the word lists`);
    const messages = Object.values(JSON.parse(readFileSync(path, "utf8")) as Record<string, string>);
    const share = language === "de" ? most : most / 4;
    for (let index = 0; index < share; index += 1) documents.push({ text: random.pick(messages), spans: [] });
  }
  const code = readFileSync(join(library, "lib.dom.d.ts"), "utf8").split("\n");
  for (let index = 0; index < most; index += 1) {
    const from = random.below(code.length - 5);
    documents.push({ text: code.slice(from, from + 5).join("\n"), spans: [] });
  }
  return documents;
}
