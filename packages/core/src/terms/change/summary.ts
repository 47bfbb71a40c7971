/** A change -> **summary** in plain words, from its facts alone */
import { type DocumentName, printDocument } from "../document.ts";
import { AXIS_LABELS } from "./data/phrases.ts";
import { phraseOf, phraseOfValues } from "./phrase.ts";
import type { AxisChange, TermsChange } from "./terms-change.ts";

const LONGEST_TITLE = 139;
const LONGEST_QUOTE = 240;
const SAME = "same";

export type Summed = Omit<TermsChange, "summary">;

/**
 * First line: a title in the present tense, shorter than 140 characters. Then a blank line, and what was and
 * what is, one line per change with its quote, the weightiest first. Days are in UTC.
 */
export function summaryOf(change: Summed): string {
  const lines = [titleOf(change), "", ...change.changes.map(lineOf)];
  if (change.changes.length === 0) lines.push(`${touched(change)}; nothing that is read on an axis differs.`);
  lines.push(...clockLines(change));
  if (change.notice !== undefined) {
    const { kept, reason } = change.notice;
    const said = { yes: "was kept", no: "was not kept", unknown: "could not be checked" }[kept];
    lines.push(`The promise of notice ${said}: ${reason}.`);
  }
  return lines.join("\n").trim();
}

/** As many of the changes as fit, then how many more there are. */
function titleOf(change: Summed): string {
  const name = nameOf(change.document);
  if (change.changes.length === 0) return cut(`${name}: ${touched(change)}; nothing on an axis`);
  const phrases = [...new Set(change.changes.map(phraseOf))];
  for (let count = Math.min(3, phrases.length); count > 0; count -= 1) {
    const more = phrases.length - count;
    const said = phrases.slice(0, count).join(", ");
    const title = more === 0 ? `${name} ${said}` : `${name} ${said}, and ${more} more`;
    if (title.length <= LONGEST_TITLE) return title;
  }
  return cut(`${name} ${phrases[0] ?? ""}`);
}

function nameOf({ service, type }: DocumentName): string {
  return service.length <= 40 ? service : printDocument({ service: service.slice(0, 39), type });
}

/** "The text changed in 3 provisions". */
function touched({ provisions }: Summed): string {
  const count = Object.entries(provisions)
    .filter(([fate]) => fate !== SAME)
    .reduce((sum, [, number]) => sum + number, 0);
  if (count === 0) return "the text differs in no provision";
  return `the text changed in ${count} ${count === 1 ? "provision" : "provisions"}`;
}

function lineOf(change: AxisChange): string {
  const label = AXIS_LABELS[change.axis];
  const before = change.before === undefined ? "" : `was ${phraseOfValues(change.before.values)}`;
  const after = change.after === undefined ? "" : `is ${phraseOfValues(change.after.values)}`;
  const said = { added: `new, ${after}`, removed: `gone, ${before}`, changed: `${before}; ${after}` }[
    change.kind
  ];
  const quote = (change.after ?? change.before)?.quote ?? "";
  return `- ${label}: ${said} (${change.direction}: ${change.why}). “${cutTo(oneLine(quote), LONGEST_QUOTE)}”`;
}

function clockLines({ clocks, changes }: Summed): readonly string[] {
  const lines = [`First seen on ${dayOf(clocks.firstSeen)}.`];
  if (clocks.stated !== undefined) lines.push(`The text states ${dayOf(clocks.stated.at)}.`);
  if (clocks.inForce?.is === "day") lines.push(`In force on ${dayOf(clocks.inForce.at)}.`);
  if (clocks.inForce?.is === "per-account") {
    const latest =
      clocks.inForce.latest === undefined ? "" : `, on ${dayOf(clocks.inForce.latest)} at the latest`;
    lines.push(`In force per account, by what the user does${latest}.`);
  }
  if (clocks.isSilent && changes.length > 0) lines.push("The text moved while its date did not.");
  return lines;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function cut(text: string): string {
  return cutTo(text, LONGEST_TITLE);
}

function cutTo(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
