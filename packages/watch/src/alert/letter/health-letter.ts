/** A document that we cannot see -> Letter: since when, why, and that nothing may be said of it */
import { printDocument } from "@proviso/core/terms";
import { HEALTH_SIGNALS } from "../../health/signals.ts";
import { dayOf } from "../../page/day.ts";
import type { HealthAlertable } from "../alertable.ts";
import type { Letter } from "./letter.ts";
import { counted, minuteOf, plainLine } from "./plain.ts";

const LONGEST_TITLE = 160;

export function healthLetter(health: HealthAlertable, because: string): Letter {
  const { document, signal, reason, since, times, lastSeen } = health;
  const facts = [
    ["Document", printDocument(document)],
    ["Signal", `${signal}: ${HEALTH_SIGNALS[signal].words}`],
    ["Reason", reason],
    ["Since", `${minuteOf(since)}, ${counted(times, "look")}`],
    ["Last seen well", lastSeen === undefined ? "never" : minuteOf(lastSeen)],
    [
      "What it means",
      HEALTH_SIGNALS[signal].isBlind
        ? "we cannot see it: neither “changed” nor “unchanged” may be said of it"
        : "it was seen, and something about it asks for a look",
    ],
  ] as const;
  return {
    title: healthTitle(health),
    facts: facts.map(([label, value]) => [label, plainLine(value)]),
    sections: [],
    because: plainLine(because),
  };
}

export function healthTitle({ document, signal, since }: HealthAlertable): string {
  const said = HEALTH_SIGNALS[signal].isBlind ? "not visible" : "in doubt";
  return plainLine(`${printDocument(document)}: ${said} since ${dayOf(since)}`, LONGEST_TITLE);
}
