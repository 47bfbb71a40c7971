/** PolicyDiff -> Markdown for the description of a pull request */
import type { Purpose } from "@proviso/core/events";
import type { PolicyDiff } from "@proviso/core/policy";
import { printable } from "../terminal/printable.ts";
import { frameOf, NOT_COMPARED, titleOf, verdictText } from "./diff-frame.ts";
import { sectionsOf, summaryText } from "./diff-words.ts";

/** Labels whose text is a condition or codes. */
const CODE = ["where", "among those where", "unless", "was", "now"];

export function diffMarkdown(found: PolicyDiff, purposes: readonly Purpose[] | undefined): string {
  const lines = [`## ${escaped(titleOf(found))}`, ""];
  for (const [label, text] of frameOf(found)) lines.push(`- **${label}** ${escaped(text)}`);
  const summary = summaryText(found);
  if (summary !== "") lines.push(`- ${escaped(summary)}`);
  for (const { title, statements } of sectionsOf(found)) {
    if (lines.at(-1) !== "") lines.push("");
    lines.push(`### ${title}`, "");
    for (const { head, details } of statements) {
      lines.push(`- ${escaped(head)}`);
      for (const [label, text] of details) {
        lines.push(`  - *${label}* ${CODE.includes(label) ? code(text) : escaped(text)}`);
      }
    }
  }
  if (lines.at(-1) !== "") lines.push("");
  lines.push(`**${escaped(verdictText(found, purposes))}** ${NOT_COMPARED}`);
  return `${lines.join("\n")}\n`;
}

/** A span with more backticks around it than are in it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const safe = printable(text);
  return longest > 0 ? `${fence} ${safe} ${fence}` : `${fence}${safe}${fence}`;
}

function escaped(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~@]/g, "\\$&");
}
