/** Alertables of a day or week -> **Digest** -> letter */
import { printDocument } from "@proviso/core/terms";
import { HEALTH_SIGNALS } from "../health/signals.ts";
import { dayOf } from "../page/day.ts";
import { type Alertable, type ChangeAlertable, type HealthAlertable, instantOf } from "./alertable.ts";
import { exposureSection, titleOf } from "./letter/change-letter.ts";
import { healthTitle } from "./letter/health-letter.ts";
import type { Letter, Section } from "./letter/letter.ts";
import { letterPage } from "./letter/letter-html.ts";
import { letterText } from "./letter/letter-text.ts";
import { counted, minuteOf, plainLine } from "./letter/plain.ts";

export interface Digest {
  /** Milliseconds since 1970, UTC; `to` is no part of it. */
  readonly from: number;
  readonly to: number;
  /** The weightiest first. */
  readonly changes: readonly ChangeAlertable[];
  /** Documents that we cannot see, the longest first. */
  readonly unseen: readonly HealthAlertable[];
  /** Were not seen for a time, and are by now. */
  readonly seenAgain: readonly HealthAlertable[];
}

const MOST_CHANGES = 100;
const DAY = 86_400_000;

/** A digest as it would be sent, of the changes first seen from `from` to before `to`. */
export function digestOf(
  alertables: readonly Alertable[],
  from: number,
  to: number,
  unsubscribe?: string,
): Digest & { readonly subject: string; readonly text: string; readonly html: string } {
  const within = alertables.filter(
    (one) => instantOf(one) < to && (one.kind === "health" || instantOf(one) >= from),
  );
  const digest = digestOfAll(within, from, to);
  const letter = digestLetter(digest, "A digest of what was seen");
  return {
    ...digest,
    subject: letter.title,
    text: letterText(letter, unsubscribe),
    html: letterPage(letter, unsubscribe),
  };
}

export function digestOfAll(
  alertables: readonly Alertable[],
  from: number,
  to: number,
  seenAgain: readonly HealthAlertable[] = [],
): Digest {
  const changes = alertables.filter((one) => one.kind === "change");
  const unseen = alertables.filter((one) => one.kind === "health");
  return {
    from,
    to,
    changes: changes.toSorted(
      (a, b) => b.change.impact.score - a.change.impact.score || instantOf(a) - instantOf(b),
    ),
    unseen: unseen.toSorted((a, b) => a.since - b.since),
    seenAgain: seenAgain.toSorted((a, b) => a.since - b.since),
  };
}

export function digestLetter({ from, to, changes, unseen, seenAgain }: Digest, because: string): Letter {
  const days = `${dayOf(from)} to ${dayOf(Math.max(from, to - DAY))}`;
  const found = changes.length === 0 ? "nothing changed" : counted(changes.length, "change");
  const blind = unseen.length === 0 ? "" : `, ${counted(unseen.length, "document")} not seen well`;
  const more = changes.length - MOST_CHANGES;
  const sections: Section[] = [
    ...(changes.length > 0 ? [] : [nothing(unseen.length)]),
    ...changes.slice(0, MOST_CHANGES).flatMap(ofChange),
    ...(more > 0 ? [{ heading: counted(more, "more change"), lines: [], quotes: [] }] : []),
    ...(unseen.length === 0 ? [] : [ofHealth("Documents that we cannot see, or do not see well", unseen)]),
    ...(seenAgain.length === 0 ? [] : [ofHealth("Were not seen well for a time, and are again", seenAgain)]),
  ];
  return {
    title: `Terms, ${days}: ${found}${blind}`,
    facts: [
      ["From", minuteOf(from)],
      ["To", minuteOf(to)],
      ["Changes", String(changes.length)],
      ["Not seen well", String(unseen.length)],
    ],
    sections,
    because: plainLine(because),
  };
}

function nothing(unseen: number): Section {
  const line =
    unseen === 0
      ? "No change was seen in the documents that this digest is about."
      : "No change was seen in the documents that could be seen. Of those listed below nothing can be said.";
  return { heading: "Nothing changed", lines: [line], quotes: [] };
}

function ofChange({ change, exposures }: ChangeAlertable): readonly Section[] {
  const { impact, direction, clocks, document } = change;
  const quotes = change.changes
    .slice(0, 3)
    .flatMap(({ before, after }) => [
      ...(before === undefined
        ? []
        : [{ label: `before, ${dayOf(change.before.at)}`, text: plainLine(before.quote) }]),
      ...(after === undefined
        ? []
        : [{ label: `after, ${dayOf(change.after.at)}`, text: plainLine(after.quote) }]),
    ]);
  const lines = [
    printDocument(document),
    `for you: ${direction}; impact ${impact.level} (${impact.score} of 100); first seen ${minuteOf(clocks.firstSeen)}`,
  ];
  const own = exposures.map(exposureSection);
  return [{ heading: titleOf(change), lines: lines.map((line) => plainLine(line)), quotes }, ...own];
}

function ofHealth(heading: string, documents: readonly HealthAlertable[]): Section {
  return {
    heading,
    lines: documents.map((one) =>
      plainLine(`${healthTitle(one)} (${HEALTH_SIGNALS[one.signal].words}: ${one.reason})`),
    ),
    quotes: [],
  };
}
