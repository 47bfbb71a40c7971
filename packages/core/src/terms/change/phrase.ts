/** A fact -> **phrase** in plain words; says nothing that is not among its values */
import type { AxisValues } from "../axes/axis.ts";
import { AXIS_LABELS, TITLES, VALUE_WORDS } from "./data/phrases.ts";
import { fits } from "./direction.ts";
import type { AxisChange } from "./terms-change.ts";

const UNITS: Readonly<Record<string, string>> = { Y: "year", M: "month", W: "week", D: "day", H: "hour" };
const PERIOD = /^P(?=[\dT])(?:\d{1,6}[YMWD]){0,4}(?:T\d{1,6}H)?$/u;
const LONGEST_VALUE = 60;

/** Third person, present tense: "permits training on conversations unless users opt out". */
export function phraseOf(change: AxisChange): string {
  const values = (change.after ?? change.before)?.values ?? {};
  for (const { axis, kind, where, text } of TITLES) {
    if (axis !== change.axis || kind !== change.kind || !fits(values, whereOf(where))) continue;
    const phrase = filled(text, values);
    if (phrase !== undefined) return phrase;
  }
  const verb = { added: "adds a statement on", removed: "drops a statement on", changed: "changes" }[
    change.kind
  ];
  return `${verb} ${AXIS_LABELS[change.axis]}`;
}

/** `conversations, may be used, unless users opt out`. */
export function phraseOfValues(values: AxisValues): string {
  return Object.entries(values)
    .map(
      ([field, value]) =>
        `${field.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)}: ${wordsOf(field, value)}`,
    )
    .join(", ");
}

/** Undefined if a value it names is not there. */
function filled(text: string, values: AxisValues): string | undefined {
  let isWhole = true;
  const phrase = text.replace(/\{(\w+)\}/gu, (_, field: string) => {
    const value = values[field];
    if (value === undefined) isWhole = false;
    return value === undefined ? "" : wordsOf(field, value);
  });
  return isWhole ? phrase : undefined;
}

function wordsOf(field: string, value: AxisValues[string]): string {
  const known = VALUE_WORDS[`${field}=${value}`];
  if (known !== undefined) return known;
  const text = String(value);
  if (PERIOD.test(text)) return periodInWords(text);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return text;
  const plain = text.replaceAll("-", " ");
  return plain.length <= LONGEST_VALUE ? plain : `${plain.slice(0, LONGEST_VALUE - 1)}…`;
}

/** `P1Y6M`: `1 year 6 months`. */
function periodInWords(period: string): string {
  const parts = Array.from(period.matchAll(/(\d{1,6})([YMWDH])/gu), ([, count, unit]) => {
    const name = UNITS[unit ?? ""] ?? "";
    return `${count} ${name}${count === "1" ? "" : "s"}`;
  });
  return parts.join(" ");
}

function whereOf(where: string | undefined): AxisValues | undefined {
  if (where === undefined) return undefined;
  const at = where.indexOf("=");
  return { [where.slice(0, at)]: where.slice(at + 1) };
}
