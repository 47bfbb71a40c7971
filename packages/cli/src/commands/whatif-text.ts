/** A what-if for a person: what newly may be used first, when, why and what can be done; in one screen */
import { type Flow, type PurposeFlows, SEGMENTS, type WhatIf } from "@proviso/core/whatif";
import { askText } from "../terminal/fact-words.ts";
import { hang } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { reasonText } from "../terminal/reason-words.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count, counted, dateText, instantText } from "../terminal/words.ts";
import { type Imported, problemLines } from "./import-problems.ts";
import { endPaint, PURPOSE_WORDS } from "./scan-text.ts";
import type { WhatIfFrame } from "./whatif-json.ts";
import { actionWords, END_LABELS, KEEP_WORDS, knownText, leftWords, spreadText } from "./whatif-words.ts";

const ARROW = "→";
const REASONS_SHOWN = 3;
const ADVICE_SHOWN = 2;
const VALUES_SHOWN = 4;
const ONLY_COUNTED =
  "Counted over tables: since when, and what would turn it back, are not worked out there; " +
  "`proviso whatif` on the events of some conversations tells both.";

export function whatIfText(found: WhatIf, frame: WhatIfFrame, opened: Imported, terminal: Terminal): string {
  const { out, columns } = terminal;
  const lines = head(found, frame, terminal);
  const [first, ...others] = found.purposes;
  if (first !== undefined) lines.push("", ...purposeLines(first, found, terminal));
  const changed = others.filter((one) => one.changed > 0);
  if (changed.length > 0) lines.push("", out.bold("Other purposes"));
  for (const { purpose, flows } of changed) {
    const parts = flows
      .filter(isChange)
      .map((flow) => `${arrow(flow, terminal)} ${count(flow.conversations)}`);
    lines.push(...hang(`  ${purpose}: `, parts.join("; "), columns, 4));
  }
  lines.push(...keepLines(found, terminal));
  if (found.told === "counts" && found.changed > 0)
    lines.push("", ...hang("", out.dim(ONLY_COUNTED), columns));
  if (found.compared > 0 && found.changed === 0) lines.push("", out.bold("Nothing changes."));
  const problems = problemLines(opened, out, columns);
  if (problems.length > 0) lines.push("", ...problems);
  if (frame.list !== null) lines.push("", `${out.bold("List:")} ${printable(frame.list)}`);
  if (frame.html !== null)
    lines.push(...(frame.list === null ? [""] : []), `${out.bold("Report:")} ${printable(frame.html)}`);
  return `${lines.join("\n")}\n`;
}

function head(
  found: WhatIf,
  { before, after, due, elsewhere }: WhatIfFrame,
  { out, columns }: Terminal,
): string[] {
  const { compared, accounts } = found;
  const said = leftWords(found, elsewhere).map(
    ({ says, conversations }) => `${count(conversations)} ${says}`,
  );
  const about = accounts.exact ? "" : "about ";
  const text = [
    `${counted(compared, "conversation")} of ${about}${counted(accounts.count, "account")} compared`,
    ...said,
  ].join("; ");
  return [
    ...hang("", out.bold(`What changes: ${printable(before)} ${ARROW} ${printable(after)}`), columns),
    ...hang("", out.dim(text), columns),
    ...(due.length === 0 ? [] : hang("", out.dim(`binding from that day: ${due.join(", ")}`), columns)),
  ];
}

function isChange({ before, after }: Flow): boolean {
  return before !== after;
}

function arrow({ before, after }: Flow, { out }: Terminal): string {
  return `${END_LABELS[before]} ${ARROW} ${endPaint(after, out)(END_LABELS[after])}`;
}

function purposeLines(
  { purpose, changed, otherwise, flows }: PurposeFlows,
  found: WhatIf,
  terminal: Terminal,
): string[] {
  const { out, columns } = terminal;
  const lines = [`${out.bold(PURPOSE_WORDS[purpose])} ${out.dim(`(${purpose})`)}`];
  for (const flow of flows.filter(isChange)) lines.push(...flowLines(flow, found, terminal));
  const kept = flows.filter((flow) => !isChange(flow));
  const said = kept
    .map(({ after, conversations }) => `${count(conversations)} ${END_LABELS[after]}`)
    .join(", ");
  if (said !== "") {
    const others = otherwise === 0 ? "" : `; ${count(otherwise)} of them for another reason`;
    lines.push(
      ...hang(changed === 0 ? "  as before: " : "  the rest as before: ", `${said}${others}`, columns, 4),
    );
  }
  const reasons = kept.flatMap((flow) => flow.reasons);
  for (const one of reasons.slice(0, REASONS_SHOWN)) {
    const text = `${reasonText(one.before.reason)} ${ARROW} ${reasonText(one.after.reason)}`;
    lines.push(...hang(`    ${count(one.conversations)} `, out.dim(printable(text)), columns, 6));
  }
  return lines;
}

function flowLines(flow: Flow, { told }: WhatIf, terminal: Terminal): string[] {
  const { out, columns } = terminal;
  const items = flow.items > 0 ? `, ${counted(flow.items, "item")}` : "";
  const about = flow.accounts.exact ? "" : "about ";
  const who = flow.accounts.count > 1 ? ` of ${about}${counted(flow.accounts.count, "account")}` : "";
  const lines = [
    ...hang(
      `  ${arrow(flow, terminal)}: `,
      `${out.bold(counted(flow.conversations, "conversation"))}${who}${items}${told === "each" ? effectText(flow) : ""}`,
      columns,
      4,
    ),
  ];
  for (const one of flow.reasons.slice(0, REASONS_SHOWN)) {
    const text = `${reasonText(one.before.reason)} ${ARROW} ${reasonText(one.after.reason)}`;
    lines.push(...hang(`    ${count(one.conversations)} `, printable(text), columns, 6));
  }
  const more = flow.reasons.length - REASONS_SHOWN;
  if (more > 0) lines.push(`    and ${counted(more, "other way", "other ways")}`);
  const segments = SEGMENTS.flatMap((name) => {
    const values = flow.segments[name].slice(0, VALUES_SHOWN);
    if (values.every(({ value }) => value === undefined)) return [];
    return [
      values
        .map(({ value, conversations }) => `${printable(knownText(value))} ${count(conversations)}`)
        .join(", "),
    ];
  });
  if (segments.length > 0)
    lines.push(...hang(`    ${out.dim("by segment:")} `, segments.join(" · "), columns, 6));
  const asked = flow.unknowns.slice(0, ADVICE_SHOWN).map(({ value }) => askText(value));
  if (flow.after === "cannot-tell" && asked.length > 0) {
    lines.push(...hang(`    ${out.dim("would settle it:")} `, printable(asked.join(" ")), columns, 6));
  }
  const actions = actionWords(flow.actions).map(
    ({ says, conversations }) => `${says} (${count(conversations)})`,
  );
  if (actions.length > 0) {
    lines.push(...hang(`    ${out.dim("would turn it back:")} `, printable(actions.join("; ")), columns, 6));
  }
  for (const { value } of flow.advice.slice(0, ADVICE_SHOWN)) {
    lines.push(...hang(`    ${out.dim("advice:")} `, printable(value), columns, 6));
  }
  return lines;
}

function effectText({ conversations, undated, firstEffect, lastEffect }: Flow): string {
  if (firstEffect === undefined || lastEffect === undefined) return ", from no date that is known";
  const when =
    firstEffect === lastEffect
      ? `, since ${instantText(firstEffect)}`
      : `, since ${dateText(firstEffect)} to ${dateText(lastEffect)}`;
  return undated === 0 || undated === conversations
    ? when
    : `${when}; ${count(undated)} from no date that is known`;
}

function keepLines({ keeps }: WhatIf, { out, columns }: Terminal): string[] {
  if (keeps.length === 0) return [];
  const lines = ["", out.bold("How long copies are kept")];
  for (const { copy, kinds, days } of keeps) {
    const parts = kinds.map(({ value, conversations }) => `${KEEP_WORDS[value]}: ${count(conversations)}`);
    const moved = days === undefined ? "" : ` (${spreadText(days)})`;
    lines.push(...hang(`  ${out.bold(printable(copy))}: `, `${parts.join(", ")}${moved}`, columns, 4));
  }
  return lines;
}
