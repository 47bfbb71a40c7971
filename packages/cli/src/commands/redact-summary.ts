/** What was redacted -> stderr: words for a person, one JSON object for a program */
import type { Filtered } from "../redact/filter.ts";
import type { Target } from "../redact/targets.ts";
import { hang } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { bytesText, count, counted } from "../terminal/words.ts";

export function redactSummary(
  done: readonly Filtered[],
  targets: readonly Target[],
  terminal: Terminal,
): string {
  return terminal.json ? json(done, targets) : `${words(done, terminal).join("\n")}\n`;
}

function json(done: readonly Filtered[], targets: readonly Target[]): string {
  const inputs = done.map(({ name, format, lines, bytes, counts, flags, replaced }, index) => ({
    name,
    out: targets[index] ?? null,
    format,
    lines,
    bytes,
    redacted: Object.fromEntries(sorted(counts)),
    flags: Object.fromEntries(sorted(flags)),
    replacedPieces: replaced,
  }));
  return `${JSON.stringify({ inputs })}\n`;
}

function words(done: readonly Filtered[], { err, columns }: Terminal): readonly string[] {
  const sum = (of: (one: Filtered) => number): number => done.reduce((all, one) => all + of(one), 0);
  const counts = merged(done.map((one) => one.counts));
  const flags = merged(done.map((one) => one.flags));
  const replaced = sum((one) => one.replaced);
  const found = [...counts.values()].reduce((all, times) => all + times, 0);
  const formats = [...new Set(done.map((one) => one.format))].join(" and ");
  const lines = [
    `${counted(
      sum((one) => one.lines),
      "line",
    )} of ${formats}, ${bytesText(sum((one) => one.bytes))}: ${counted(found, "finding")} redacted`,
  ];
  if (counts.size > 0) lines.push(...hang("  ", listed(counts), columns));
  if (flags.size > 0) {
    lines.push(...hang(err.yellow("special categories: "), `${listed(flags)}; their text is kept`, columns));
  }
  if (replaced > 0)
    lines.push(err.yellow(`bytes that are not UTF-8 were replaced in ${counted(replaced, "piece")}`));
  return lines;
}

function listed(counts: ReadonlyMap<string, number>): string {
  return sorted(counts)
    .map(([type, times]) => `${printable(type)} ${count(times)}`)
    .join(", ");
}

function merged(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const [type, times] of all.flatMap((one) => [...one])) sum.set(type, (sum.get(type) ?? 0) + times);
  return sum;
}

function sorted(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([one, times], [other, often]) => often - times || (one < other ? -1 : 1));
}
