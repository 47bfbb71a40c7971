/**
 * Entries of a timeline that cannot all be true
 *
 * A date stands for the span it may mean: a whole day, or one instant. Two entries contradict each
 * other when no instants within their spans fit. A grant and a refusal whose spans overlap are
 * refused too: their order decides everything, and the file does not give it.
 */
import { type Contradiction, contradiction } from "./contradiction.ts";
import { deletedAccount, firstSeen } from "./contradiction-bounds.ts";
import { isBefore, spanOf } from "./span.ts";
import type { Span } from "./time.ts";
import type { Timeline, TimelineChoice } from "./timeline.ts";

/** In the order of the checks, then of the file. Takes dates that have been checked one by one. */
export function contradictions(timeline: Timeline): readonly Contradiction[] {
  return [
    ...missingBounds(timeline),
    ...firstSeen(timeline),
    ...deletedAccount(timeline),
    ...choices(timeline.choices ?? []),
    ...states(timeline),
    ...deletions(timeline),
    ...pairs(timeline),
  ];
}

/** What cannot be expressed without a sign-up, or is full of nothing. */
function missingBounds(timeline: Timeline): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const invalid = (path: Contradiction["path"], message: string, hint: string): void => {
    found.push({ code: "TIMELINE_INVALID", path, message, hint });
  };
  if (timeline.minor === true && timeline.signedUp === undefined) {
    invalid(
      ["minor"],
      "`minor: true` needs the sign-up it was recorded with",
      "add `signedUp` with its date",
    );
  }
  for (const [index, section] of (timeline.complete ?? []).entries()) {
    if ((section === "plan" || section === "region") && timeline[section] === undefined) {
      invalid(
        ["complete", index],
        `\`${section}\` is not written`,
        `add \`${section}\`, or take it off this list`,
      );
    }
  }
  return found;
}

function choices(list: readonly TimelineChoice[]): readonly Contradiction[] {
  const found: Contradiction[] = [];
  for (const [index, one] of list.entries()) {
    const span = spanOf(one.at);
    const earlier = list.slice(0, index).find((other) => {
      if (other.purpose !== one.purpose || other.choice === one.choice) return false;
      const otherSpan = spanOf(other.at);
      return !isBefore(span, otherSpan) && !isBefore(otherSpan, span);
    });
    if (earlier === undefined) continue;
    const atOnce = span.first === span.last && spanOf(earlier.at).first === spanOf(earlier.at).last;
    found.push(
      atOnce
        ? contradiction(
            ["choices", index, "at"],
            `\`${one.purpose}\` is granted and refused at the same instant`,
          )
        : contradiction(
            ["choices", index, "at"],
            `\`${one.purpose}\` is granted and refused on one day, and nothing says in which order`,
            "write the times, such as `2025-10-08T12:00:00Z`",
          ),
    );
  }
  return found;
}

/** Two plans, regions or credentials from the same moment. */
function states(timeline: Timeline): readonly Contradiction[] {
  const lists = { plan: timeline.plan, region: timeline.region, credentials: timeline.credentials };
  return Object.entries(lists).flatMap(([section, list]) => {
    if (list === undefined || typeof list === "string") return [];
    const seen = new Map<number, string>();
    return list.flatMap(({ from }, index) => {
      const { first } = spanOf(from);
      const earlier = seen.get(first);
      seen.set(first, from);
      return earlier === undefined
        ? []
        : [contradiction([section, index, "from"], `two entries of \`${section}\` begin at \`${from}\``)];
    });
  });
}

function deletions(timeline: Timeline): readonly Contradiction[] {
  const seen = new Map<string | undefined, Span>();
  return (timeline.deletions ?? []).flatMap((one, index) => {
    const key = "conversation" in one ? one.conversation : undefined;
    const what = key === undefined ? "the account" : `conversation \`${key}\``;
    const span = spanOf(one.at);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, span);
    if (earlier === undefined || (earlier.first === span.first && earlier.last === span.last)) return [];
    return [contradiction(["deletions", index, "at"], `${what} is deleted twice, at different times`)];
  });
}

/** Ends that come before their beginnings. */
function pairs(timeline: Timeline): readonly Contradiction[] {
  const { objections = [], holds = [], flags = [], organisation } = timeline;
  const all: readonly (readonly [Contradiction["path"], string | undefined, string | undefined, string])[] = [
    ...objections.map(
      (one, index) => [["objections", index, "withdrawn"], one.at, one.withdrawn, "filed"] as const,
    ),
    ...holds.map((one, index) => [["holds", index, "released"], one.placed, one.released, "placed"] as const),
    ...flags.map((one, index) => [["flags", index, "cleared"], one.at, one.cleared, "flagged"] as const),
    [["organisation", "terminated"], organisation?.since, organisation?.terminated, "in force"],
  ];
  return all.flatMap(([path, begun, ended, word]) => {
    if (begun === undefined || ended === undefined || !isBefore(spanOf(ended), spanOf(begun))) return [];
    return [
      contradiction(path, `${String(path.at(-1))} at \`${ended}\`, before it was ${word} at \`${begun}\``),
    ];
  });
}
