/** A policy for a person: what it governs and since when, then its rules and clocks, each with its grounds. */
import { type Citation, type ClockRule, type Policy, printExpr, type Rule } from "@proviso/core/policy";
import { hang } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { reasonText } from "../terminal/reason-words.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { periodText } from "../terminal/words.ts";
import { citationLines, citedBy } from "./citations.ts";
import { effectiveText } from "./effective-words.ts";
import { BOUND_WORDS } from "./explain-clocks.ts";
import { readingLines } from "./explain-use.ts";

export function policyText(policy: Policy, terminal: Terminal): string {
  const { out, columns } = terminal;
  const say = (label: string, text: string, indent = 2): readonly string[] =>
    hang(`${" ".repeat(indent)}${label} `, printable(text), columns, indent + 2);
  const lines = [
    out.bold(printable(`${policy.id}@${policy.version}`)),
    ...hang("  ", printable(policy.title), columns),
    ...say("product:", policy.product),
    ...say("binds:", effectiveText(policy)),
  ];
  if (policy.supersedes !== undefined) lines.push(...say("follows:", policy.supersedes));
  if (policy.target !== undefined) lines.push(...say("governs accounts where", printExpr(policy.target)));
  lines.push(...say("purposes:", policy.purposes.join(", ")));
  const definitions = Object.entries(policy.define);
  if (definitions.length > 0) lines.push("", out.bold("In what follows"));
  for (const [name, body] of definitions) lines.push(...say(`${name} means`, printExpr(body)));
  lines.push("", out.bold("Rules, the first that applies decides"));
  policy.rules.forEach((rule, index) => {
    lines.push(...ruleLines(rule, index + 1, policy, terminal));
  });
  if (policy.clocks.length > 0) lines.push("", out.bold("How long each copy is kept"));
  for (const clock of policy.clocks) lines.push(...clockLines(clock, policy, terminal));
  if (policy.holds.length > 0) lines.push("", out.bold("Legal holds known by name"));
  for (const hold of policy.holds) {
    lines.push(...hang("  - ", printable(`${hold.hold}: ${JSON.stringify(hold.scope)}`), columns));
    lines.push(...citations(hold.cite, policy, terminal));
  }
  return `${lines.join("\n")}\n`;
}

function ruleLines(rule: Rule, number: number, policy: Policy, terminal: Terminal): readonly string[] {
  const { out, columns } = terminal;
  const effect = rule.effect === "permit" ? out.red("permit") : out.green("deny");
  const scope = rule.scope === "item" ? ", single items only" : "";
  const lines = [
    ...hang(
      `  ${String(number).padStart(2)}. `,
      `${out.bold(rule.id)}: ${effect} ${rule.purposes.join(", ")}${scope}`,
      columns,
    ),
  ];
  const say = (label: string, text: string): void => {
    lines.push(...hang(`      ${label} `, printable(text), columns, 8));
  };
  say("because", `${reasonText(rule.reason)} (${rule.reason})`);
  say("when", rule.when === undefined ? "always" : printExpr(rule.when));
  if (rule.covers !== undefined) say("covers items where", printExpr(rule.covers));
  if (rule.obligations.length > 0) say("with the duty to", rule.obligations.join(", "));
  lines.push(...readingLines(rule, "      ", terminal), ...citations(rule.cite, policy, terminal));
  for (const advice of rule.advice) say("advice:", advice);
  return lines;
}

function clockLines(clock: ClockRule, policy: Policy, terminal: Terminal): readonly string[] {
  const { out, columns } = terminal;
  const period =
    clock.period === undefined
      ? ""
      : ` ${clock.period.kind === "literal" ? periodText(String(clock.period.value)) : printExpr(clock.period)}`;
  const from = clock.from === undefined ? "" : ` from ${printExpr(clock.from)}`;
  const form = clock.form === undefined ? "" : `, ${clock.form}`;
  const lines = [
    ...hang(
      `  ${out.bold(clock.copy)}: `,
      printable(`${BOUND_WORDS[clock.bound]}${period}${from}${form}`),
      columns,
      6,
    ),
  ];
  if (clock.when !== undefined)
    lines.push(...hang("      when ", printable(printExpr(clock.when)), columns, 8));
  if (clock.note !== undefined) lines.push(...hang("      ", printable(clock.note), columns));
  lines.push(...readingLines(clock, "      ", terminal), ...citations(clock.cite, policy, terminal));
  return lines;
}

function citations(cite: readonly Citation[], policy: Policy, terminal: Terminal): readonly string[] {
  return citedBy(policy, cite).flatMap((one) => citationLines(one, "      ", terminal));
}
