/** One word, one meaning: no term of the glossary comes twice, nor as another term's other name. */
import type { Document } from "./document.ts";
import type { Problem } from "./problem.ts";

const TERM_LEVEL = 3;
const OTHER_NAMES = /^Also called: (.*?)\.?$/;

export function checkGlossary(document: Document): readonly Problem[] {
  const { file, headings, lines } = document;
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const note = (name: string, line: number): void => {
    const key = name.toLowerCase();
    const before = seen.get(key);
    if (before === undefined) seen.set(key, line);
    else problems.push({ file, line, message: `\`${name}\` is a term already, in line ${before}` });
  };
  const terms = headings.filter(({ level }) => level === TERM_LEVEL);
  if (terms.length === 0) problems.push({ file, line: 1, message: "the glossary has no terms" });
  // `use / exposure` names two.
  for (const { text, line } of terms) for (const name of text.split(" / ")) note(name, line);
  for (const [index, line] of lines.entries()) {
    const names = OTHER_NAMES.exec(line)?.[1] ?? "";
    for (const name of names.split(/,\s*/).filter((one) => one !== "")) note(name, index + 1);
  }
  return problems;
}
