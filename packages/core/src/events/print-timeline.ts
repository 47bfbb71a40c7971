/**
 * **Timeline** -> text of `account.yaml`, with comments that help whoever goes on writing
 *
 * `parseTimeline(printTimeline(x))` equals `x`.
 */
import { Document, isMap, isScalar, isSeq, type Node } from "yaml";
import { isFull, isWritten, SECTION_NAMES, type Section, type Timeline } from "./timeline.ts";

const KEYS: readonly (keyof Timeline)[] = [
  "account",
  "product",
  "signedUp",
  "minor",
  ...SECTION_NAMES,
  "complete",
];

const HEAD = [
  "What the exports do not say: write it down here, as far as you know it.",
  "A line left out means: not known. An empty list means: none, and that is certain.",
  "A day alone is taken on the careful side: a yes counts from its end, a no from its start.",
];

/** What a section holds, above it in the file. */
const ABOVE: Readonly<Partial<Record<keyof Timeline, string>>> = {
  plan: "{ from: 2025-01-05, plan: … }",
  region: "US, UK, CH, EEA-DE (with the country), or another two-letter country",
  credentials: "login | api-key | cloud | anonymous: what signed the requests, by when it began",
  choices: "every switch of the setting, the first answer included",
  objections: "{ at: …, basis: GDPR-21, withdrawn: … }",
  deletions: "{ conversation: <id>, at: … }, or { account: true, at: … }",
  feedback: "{ conversation: <id>, at: …, kind: rating | bug-report | survey | transcript-share }",
  complete: "these sections are full; what a section not named here does not list is unknown",
};

/** One line for each section that is missing, so that it can be filled in. */
const MISSING: Readonly<Record<Section, string>> = {
  region: "region: EEA-DE",
  plan: "plan: [{ from: 2025-01-05, plan: … }]",
  credentials: "credentials: []",
  terms: "terms: [{ document: …, acknowledged: 2025-10-08 }]",
  notices: "notices: [{ shown: 2025-10-08, notice: …, dialog: pass }]",
  choices: "choices: [{ at: 2025-10-08, purpose: train-general, choice: refused }]",
  objections: "objections: []",
  moves: "moves: []",
  deletions: "deletions: []",
  feedback: "feedback: []",
  flags: "flags: []",
  holds: "holds: []",
  organisation: "organisation: { retention: 90d }",
};

/** Further notes of the caller's, such as where a setting is found, stand above their section. */
export function printTimeline(
  timeline: Timeline,
  notes: Readonly<Partial<Record<keyof Timeline, string>>> = {},
): string {
  const written = KEYS.filter((key) => timeline[key] !== undefined);
  const document = new Document(Object.fromEntries(written.map((key) => [key, timeline[key]])));
  document.commentBefore = comment(HEAD);
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key)) continue;
      const name = key.value as keyof Timeline;
      const lines = [notes[name], isFilled(value) || name === "complete" ? ABOVE[name] : undefined];
      const above = lines.filter((line) => line !== undefined);
      if (above.length > 0 && name !== written[0]) key.commentBefore = comment(above);
      flow(value as Node | null);
    }
  }
  const unknown = SECTION_NAMES.filter((name) => !isWritten(timeline, name) && !isFull(timeline, name));
  if (unknown.length > 0) {
    document.comment = comment([
      timeline.complete === undefined
        ? "Not known so far:"
        : "Not known so far; a section that you fill in whole belongs into `complete` as well:",
      ...unknown.map((section) => MISSING[section]),
    ]);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function isFilled(value: unknown): boolean {
  return isSeq(value) && value.items.length > 0;
}

function comment(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split("\n"))
    .map((line) => ` ${line}`)
    .join("\n");
}

/** One entry per line. */
function flow(value: Node | null): void {
  if (isMap(value)) value.flow = true;
  if (!isSeq(value)) return;
  value.flow = value.items.every((item) => isScalar(item));
  for (const item of value.items) if (isMap(item)) item.flow = true;
}
