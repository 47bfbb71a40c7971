/**
 * One purpose's answer -> what was decided, by which rule, on what text, and what can be done
 */
import { endOf, type Prepared, type RuleTrace, type UseAnswer } from "@proviso/core/decision";
import type { Reading } from "@proviso/core/policy";
import { hang } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { reasonText } from "../terminal/reason-words.ts";
import type { Paint, Terminal } from "../terminal/terminal.ts";
import { counted } from "../terminal/words.ts";
import { citationLines, citedBy, policyOf } from "./citations.ts";
import { END_WORDS, endPaint } from "./scan-text.ts";

export function useLines(
  use: UseAnswer,
  traces: readonly RuleTrace[],
  prepared: Prepared,
  terminal: Terminal,
): readonly string[] {
  const { out, columns } = terminal;
  const end = endOf(use);
  const verdict = endPaint(end, out)(out.bold(END_WORDS[end]));
  const reason = `${printable(reasonText(use.reason))} ${out.dim(`(${printable(use.reason)})`)}`;
  const lines = [...hang(`${out.bold(use.purpose)}: ${verdict}, `, reason, columns, 2)];
  if (use.rule !== undefined) {
    const policy = use.policy === undefined ? "" : ` of ${use.policy.id}@${use.policy.version}`;
    lines.push(...hang("  ", printable(`decided by rule \`${use.rule}\`${policy}`), columns));
  }
  const cited = citedBy(policyOf(prepared, use.policy), use.cite);
  if (cited.length > 0) lines.push("  It rests on:");
  for (const one of cited) lines.push(...citationLines(one, "    ", terminal));
  lines.push(...readingLines(use, "  ", terminal));
  if (use.obligations.length > 0) {
    lines.push(...hang("  Whoever uses it must: ", printable(use.obligations.join(", ")), columns, 4));
  }
  if (use.advice.length > 0) lines.push("  What you can do:");
  for (const advice of use.advice) lines.push(...hang("    - ", printable(advice), columns));
  lines.push(...traceLines(traces, terminal));
  return lines;
}

/** How an interpretation reads the text, and how else it may be read. */
export function readingLines(
  grounds: {
    readonly basis: string;
    readonly reading: string | undefined;
    readonly competing: readonly Reading[];
  },
  indent: string,
  { columns }: Pick<Terminal, "columns">,
): readonly string[] {
  const lines: string[] = [];
  if (grounds.basis === "interpretation") {
    const reading = grounds.reading ?? "the text does not say so in as many words";
    lines.push(...hang(`${indent}By interpretation: `, printable(reading), columns, indent.length + 2));
  }
  for (const { effect, reading } of grounds.competing) {
    const leads = effect === undefined ? "" : ` (would ${effect})`;
    lines.push(...hang(`${indent}Another reading${leads}: `, printable(reading), columns, indent.length + 2));
  }
  return lines;
}

const MARKS: Readonly<Record<RuleTrace["outcome"], string>> = {
  decided: "=",
  possible: "?",
  passed: "-",
  "not-reached": " ",
};

const OUTCOMES: Readonly<Record<RuleTrace["outcome"], string>> = {
  decided: "decides",
  possible: "may decide",
  passed: "does not apply",
  "not-reached": "not reached",
};

function traceLines(traces: readonly RuleTrace[], terminal: Terminal): readonly string[] {
  const byPolicy = Map.groupBy(traces, ({ policy }) => `${policy.id}@${policy.version}`);
  return [...byPolicy].flatMap(([policy, rules]) => {
    const reached = rules.filter(({ outcome }) => outcome !== "not-reached");
    if (reached.length === 0) return [];
    const whose = byPolicy.size > 1 ? ` if ${policy} governs` : "";
    const lines = [...hang("  ", `Rules in order${whose}:`, terminal.columns, 4)];
    for (const trace of reached) lines.push(...traceLine(trace, terminal));
    const later = rules.length - reached.length;
    if (later > 0) lines.push(terminal.out.dim(`      and ${counted(later, "later rule")}, not reached`));
    return lines;
  });
}

function traceLine(trace: RuleTrace, { out, columns }: Terminal): readonly string[] {
  const name = outcomePaint(trace.outcome, out)(printable(trace.rule));
  const effect = trace.outcome === "passed" ? "" : ` ${trace.effect}`;
  const grounds = trace.grounds.map(({ text, value }) => `${text} is ${value}`).join("; ");
  const why = grounds === "" ? "" : `: ${printable(grounds)}`;
  return hang(`    ${MARKS[trace.outcome]} `, `${name} ${OUTCOMES[trace.outcome]}${effect}${why}`, columns);
}

function outcomePaint(outcome: RuleTrace["outcome"], paint: Paint): (text: string) => string {
  if (outcome === "decided") return paint.bold;
  return outcome === "possible" ? paint.yellow : paint.dim;
}
