/**
 * An explanation for a person: the answers with their grounds, then the facts, then the clocks
 */
import type { Explanation } from "@proviso/core/decision";
import type { Decided } from "../pipeline/question.ts";
import { askText, valueText } from "../terminal/fact-words.ts";
import { hang, padEnd, truncate } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { counted, instantText } from "../terminal/words.ts";
import { clockLines, keepLines } from "./explain-clocks.ts";
import { useLines } from "./explain-use.ts";

export interface Told {
  readonly decided: Decided;
  readonly explanation: Explanation;
  /** Whether the account's timeline was given: where answers would be written. */
  readonly hasTimeline: boolean;
}

const NAME_CELLS = 26;
const EVENTS_SHOWN = 3;

export function explanationText(told: Told, terminal: Terminal): string {
  const { decided, explanation } = told;
  const lines: string[] = [...head(told, terminal)];
  for (const use of explanation.decision.uses) {
    lines.push("", ...useLines(use, explanation.rules[use.purpose] ?? [], decided.prepared, terminal));
  }
  lines.push(...factLines(told, terminal), ...unknownLines(told, terminal));
  if (explanation.decision.clocks.length > 0) {
    lines.push("", terminal.out.bold("How long each copy is kept"));
    for (const keep of explanation.decision.keep) lines.push(...keepLines(keep, terminal));
    lines.push("", terminal.out.bold("By these clocks"));
    for (const clock of explanation.decision.clocks)
      lines.push(...clockLines(clock, decided.prepared, terminal));
  }
  if (explanation.decision.runs.length > 0) {
    const runs = explanation.decision.runs.join(", ");
    lines.push(
      "",
      ...hang("", `Already taken into: ${printable(runs)}. No later event undoes this.`, terminal.columns),
    );
  }
  return `${lines.join("\n")}\n`;
}

function head({ decided, explanation }: Told, { out, columns }: Terminal): readonly string[] {
  const { conversation, product } = decided;
  const { decision } = explanation;
  const title = printable(conversation.title ?? "(no title)");
  const item = conversation.items.find((one) => one.id === decision.item);
  const about = [
    `conversation ${conversation.id}`,
    conversation.createdAt === undefined ? undefined : `begun ${instantText(conversation.createdAt)}`,
    counted(conversation.items.length, "item"),
    conversation.surface,
    conversation.mode,
  ];
  const policies = decision.policies.map(({ id, version }) => `${id}@${version}`).join(" or ");
  const when = instantText(decision.at);
  const lines = [
    out.bold(truncate(title, columns)),
    ...hang("  ", printable(about.filter((part) => part !== undefined).join(", ")), columns),
  ];
  if (decision.item !== undefined) {
    const by = item === undefined ? "" : `, ${item.role} (${item.source})`;
    const at = item?.at === undefined ? "" : `, ${instantText(item.at)}`;
    lines.push(...hang("  ", printable(`its item ${decision.item}${by}${at}`), columns));
  }
  lines.push(
    ...hang(
      "  ",
      printable(`as of ${when}, by ${policies === "" ? `no policy of ${product}` : policies}`),
      columns,
    ),
  );
  return lines;
}

function factLines({ decided, explanation }: Told, { out, columns }: Terminal): readonly string[] {
  const known = explanation.facts.filter(({ value }) => value !== undefined);
  // Events from the export bear the conversation's own id, which the heading has said.
  const short = (event: string): string => printable(event.replaceAll(decided.conversation.id, "…"));
  if (known.length === 0) return [];
  const lines = ["", out.bold("What is known")];
  for (const { name, value, events } of known) {
    const shown = events.slice(0, EVENTS_SHOWN).map(short).join(", ");
    const more = events.length > EVENTS_SHOWN ? ` and ${events.length - EVENTS_SHOWN} more` : "";
    const because = events.length === 0 ? "" : ` ${out.dim(`from ${shown}${more}`)}`;
    lines.push(
      ...hang(
        `  ${padEnd(name, NAME_CELLS)} `,
        `${valueText(name, value)}${because}`,
        columns,
        NAME_CELLS + 3,
      ),
    );
  }
  return lines;
}

/** Facts without a value, and what answers hang on beyond facts, each with its question. */
function unknownLines({ explanation, hasTimeline }: Told, { out, columns }: Terminal): readonly string[] {
  const names = new Set([
    ...explanation.decision.uses.flatMap(({ unknowns }) => unknowns),
    ...explanation.decision.clocks.flatMap(({ unknowns }) => unknowns),
    ...explanation.facts.flatMap(({ name, value }) => (value === undefined ? [name] : [])),
  ]);
  if (names.size === 0) return [];
  const deciding = new Set(explanation.decision.uses.flatMap(({ unknowns }) => unknowns));
  const lines = ["", out.bold("What is not known, and the question that would settle it")];
  for (const name of names) {
    const weight = deciding.has(name) ? out.yellow(" (the answer hangs on it)") : "";
    lines.push(
      ...hang(
        `  ${padEnd(printable(name), NAME_CELLS)} `,
        `${printable(askText(name))}${weight}`,
        columns,
        NAME_CELLS + 3,
      ),
    );
  }
  const how = hasTimeline
    ? "Write the answers into the timeline that you gave."
    : "`proviso init` asks and writes them down; then add --account account.yaml.";
  lines.push(...hang("  ", how, columns));
  return lines;
}
