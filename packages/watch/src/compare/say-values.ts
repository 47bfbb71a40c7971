/** Values of a fact -> words: `conversations: 5 years if training is allowed; from collection` */
import type { Axis, AxisValues } from "@proviso/core/terms";
import { FIELD_PHRASES, VALUE_PHRASES } from "./data/phrases.ts";

const UNITS: Readonly<Record<string, string>> = { Y: "year", M: "month", W: "week", D: "day", H: "hour" };
const PERIOD = /^P(?=[\dT])(?:\d{1,6}[YMWD]){0,4}(?:T\d{1,6}H)?$/;

/** All of the values, also those of fields that have no phrase. */
export function sayValues(axis: Axis, values: AxisValues): string {
  const phrases = FIELD_PHRASES[axis];
  const said = phrases.flatMap(([field, phrase, without = []]) => {
    const value = values[field];
    return value === undefined ? without : [phrase.replace("{}", () => sayValue(field, value))];
  });
  const others = Object.keys(values).filter((field) => !phrases.some(([known]) => known === field));
  const rest = others.map((field) => `; ${field}: ${sayValue(field, values[field] ?? "")}`);
  const text = [...said, ...rest].reduce(
    (all, one) => (one.startsWith(";") ? `${all}${one}` : `${all} ${one}`),
    "",
  );
  return text.replace(/^[; ]+/, "").replace(/:$/, "");
}

function sayValue(field: string, value: AxisValues[string]): string {
  const known = VALUE_PHRASES[`${field}=${value}`];
  if (known !== undefined) return known;
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value);
  if (PERIOD.test(text)) return sayPeriod(text);
  // Words of a closed set have hyphens for spaces; a day, a name and words of a quote stand as they are.
  return /^[a-z]+(?:-[a-z]+)+$/.test(text) ? text.replaceAll("-", " ") : text.replaceAll(",", ", ");
}

function sayPeriod(period: string): string {
  return Array.from(period.matchAll(/(\d{1,6})([YMWDH])/g), ([, count, unit = ""]) => {
    return `${Number(count)} ${UNITS[unit] ?? ""}${Number(count) === 1 ? "" : "s"}`;
  }).join(" ");
}
