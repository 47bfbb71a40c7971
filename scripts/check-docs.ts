/**
 * Holds the docs against the code: `npm run docs:check`
 *
 * Arrows of docs/flow.md, links, commands, code blocks, the glossary, words, generated parts. Prints
 * `file:line: message` for each problem; exit code 1 if there is one.
 */
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { checkArrows } from "./docs/arrows.ts";
import { checkCodeBlocks } from "./docs/code-blocks.ts";
import { checkCommands } from "./docs/commands.ts";
import { type Document, readDocument } from "./docs/document.ts";
import { checkGenerated } from "./docs/generated-files.ts";
import { checkGlossary } from "./docs/glossary.ts";
import { checkLinks } from "./docs/links.ts";
import { type Problem, printProblem } from "./docs/problem.ts";
import { checkWords } from "./docs/words.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PASSED_OVER = new Set(["node_modules", ".git", "dist", "demo", "coverage"]);

function markdownFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith(".md") ? [relative(ROOT, path).split(sep).join("/")] : [];
  });
}

const documents = markdownFiles(ROOT)
  .toSorted()
  .map((file) => readDocument(ROOT, file));

const problems: Problem[] = [
  ...withDocument("docs/flow.md", (document) => checkArrows(document, ROOT)),
  ...checkLinks(documents, ROOT),
  ...checkCommands(documents, ROOT),
  ...checkCodeBlocks(documents, ROOT),
  ...withDocument("docs/glossary.md", checkGlossary),
  ...checkWords(documents),
  ...checkGenerated(ROOT),
];

for (const problem of problems) console.error(printProblem(problem));
console.log(`${documents.length} documents, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function withDocument(file: string, check: (document: Document) => readonly Problem[]): readonly Problem[] {
  const document = documents.find((one) => one.file === file);
  return document === undefined ? [{ file, line: 1, message: "there is no such file" }] : check(document);
}
