/** Letter -> plain text */
import type { Letter } from "./letter.ts";

export function letterText(letter: Letter, unsubscribe?: string): string {
  const { title, facts, sections, because } = letter;
  const lines = [title, "", ...facts.map(([label, value]) => `${label}: ${value}`)];
  for (const { heading, lines: said, quotes } of sections) {
    lines.push("", heading, ...said.map((line) => `  ${line}`));
    for (const { label, text } of quotes) lines.push(`  ${label}: “${text}”`);
  }
  lines.push("", because);
  if (unsubscribe !== undefined) lines.push(`Unsubscribe: ${unsubscribe}`);
  return `${lines.join("\n")}\n`;
}
