/** Sentences -> **statements** that articles make and the axes do not read */
import { durationsIn } from "../axes/rules/durations.ts";
import { sentencesOf } from "../axes/sentences.ts";
import { MONTHS } from "../change/data/months.ts";
import { datesIn } from "../change/dates.ts";
import type { Provision } from "../provisions/provision.ts";
import type { Statement } from "./claim.ts";
import { DEADLINE, IN_FORCE, KEPT_IF, SAID } from "./data/said-cues.ts";

export type TextKind = "article" | "terms";

const CUES = SAID.map(({ subject, values, all, none = [], isPressOnly = false }) => ({
  subject,
  values,
  isPressOnly,
  all: all.map(compiled),
  none: none.map(compiled),
}));
const KEPT = KEPT_IF.map(([value, pattern]) => [value, compiled(pattern)] as const);
const DUE = DEADLINE.map(compiled);
const FROM = compiled(IN_FORCE);
const KEEPS = /\b(kept|keeps?|retain(s|ed)?|retention|stor(es?|ed|age|ing)|holds?|held|sav(es?|ed))\b/u;
const NAMED_DAY =
  /(\p{L}{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?!\d)|(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(\p{L}{3,9})/giu;
/** Longer ones are no sentences; a pattern with several gaps would be slow on them. */
const LONGEST = 1_500;
export const SAID_CONFIDENCE = 0.7;

export function saidOf(text: string, provisions: readonly Provision[], kind: TextKind): readonly Statement[] {
  return sentencesOf(text, provisions).flatMap(({ start, end, text: low, said }) => {
    if (low.length > LONGEST) return [];
    const found: Pick<Statement, "subject" | "values">[] = [];
    for (const { subject, values, all, none, isPressOnly } of CUES) {
      if (isPressOnly && kind !== "article") continue;
      if (all.every((cue) => cue.test(low)) && !none.some((cue) => cue.test(low)))
        found.push({ subject, values });
    }
    found.push(...daysIn(low, said), ...keptIn(low));
    return found.map((one) => ({
      ...one,
      quote: text.slice(start, end),
      start,
      end,
      confidence: SAID_CONFIDENCE,
    }));
  });
}

function daysIn(low: string, said: string): readonly Pick<Statement, "subject" | "values">[] {
  const isDue = DUE.every((cue) => cue.test(low));
  if (!isDue && !FROM.test(low)) return [];
  const days = new Set(daysOf(said));
  return [...days].map((day) =>
    isDue
      ? { subject: "deadline", values: { day } }
      : { subject: "effective-date", values: { is: "day", day } },
  );
}

function daysOf(said: string): readonly string[] {
  const whole = datesIn(said);
  const days = whole.map(({ at }) => new Date(at).toISOString().slice(0, 10));
  for (const match of said.matchAll(NAMED_DAY)) {
    if (whole.some(({ start, end }) => match.index < end && start < match.index + match[0].length)) continue;
    const month = MONTHS.get((match[1] ?? match[4] ?? "").toLowerCase());
    const day = Number(match[2] ?? match[3]);
    if (month === undefined || day < 1 || day > 31) continue;
    days.push(`--${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  }
  return days;
}

/** On which choice of the user a sentence in small letters makes the keeping depend. */
export function keptIf(low: string): string | undefined {
  return low.length > LONGEST ? undefined : KEPT.find(([, cue]) => cue.test(low))?.[0];
}

/** Only with a condition: without one the axes read it. */
function keptIn(low: string): readonly Pick<Statement, "subject" | "values">[] {
  if (!KEEPS.test(low)) return [];
  const condition = keptIf(low);
  if (condition === undefined) return [];
  return durationsIn(low).map(({ period }) => ({ subject: "retention", values: { period, if: condition } }));
}

function compiled(pattern: string): RegExp {
  return new RegExp(pattern, "u");
}
