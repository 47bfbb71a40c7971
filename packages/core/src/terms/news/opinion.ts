/**
 * What an assistant says of a text -> facts that the text **bears out**, or why they are withheld
 *
 * An assistant may be wrong, and the text may try to instruct it. So nothing is taken on its word: the quote
 * must stand in the text, axis and values must be of the closed sets, and a number, day or name must be read
 * in the quote by our own rules.
 */
import { AXES, type Axis, type AxisFact, type AxisValues } from "../axes/axis.ts";
import { durationsIn } from "../axes/rules/durations.ts";
import { AXIS_VALUES, type ValueSet } from "../axes/values.ts";
import { datesIn } from "../change/dates.ts";
import { lengthOf } from "../change/period-order.ts";
import type { Provision } from "../provisions/provision.ts";
import { relate } from "./relate.ts";

export type WithheldReason =
  | "quote-not-in-text"
  | "quote-too-short"
  | "unknown-axis"
  | "unknown-value"
  | "value-not-in-quote";

export interface SaidFact {
  readonly axis: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly quote: string;
}

export type Weighed = { readonly fact: AxisFact } | { readonly withheld: WithheldReason };

const FEWEST_WORDS = 4;
const LONGEST_QUOTE = 2_000;
/** Lower than that of any rule: it is an opinion. */
const CONFIDENCE = 0.5;

export function weighFact(text: string, provisions: readonly Provision[], said: SaidFact): Weighed {
  const axis = AXES.find((one) => one === said.axis);
  if (axis === undefined) return { withheld: "unknown-axis" };
  const place = placeOf(text, said.quote);
  if (typeof place === "string") return { withheld: place };
  const values: Record<string, AxisValues[string]> = {};
  for (const [field, value] of Object.entries(said.values)) {
    const wrong = faultOf(axis, field, value, said.quote);
    if (wrong !== undefined) return { withheld: wrong };
    values[field] = value as AxisValues[string];
  }
  if (Object.keys(values).length === 0) return { withheld: "unknown-value" };
  const { start, end } = place;
  const provision = provisions.find((one) => one.start <= start && start < one.end);
  if (provision === undefined) return { withheld: "quote-not-in-text" };
  const quote = text.slice(start, end);
  return {
    fact: {
      axis,
      values,
      quote,
      start,
      end,
      provision: provision.id,
      confidence: CONFIDENCE,
      basis: "assistant",
    },
  };
}

/** Where a quote stands letter by letter, or why it is none. */
export function placeOf(
  text: string,
  quote: string,
): { readonly start: number; readonly end: number } | "quote-not-in-text" | "quote-too-short" {
  const literal = quote.trim();
  if ((literal.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < FEWEST_WORDS) return "quote-too-short";
  const start = literal.length > LONGEST_QUOTE ? -1 : text.indexOf(literal);
  return start < 0 ? "quote-not-in-text" : { start, end: start + literal.length };
}

function faultOf(axis: Axis, field: string, value: unknown, quote: string): WithheldReason | undefined {
  const sets: Readonly<Record<string, ValueSet>> = AXIS_VALUES[axis];
  const set = Object.hasOwn(sets, field) ? sets[field] : undefined;
  if (set === undefined) return "unknown-value";
  switch (set.of) {
    case "flag":
      return typeof value === "boolean" ? undefined : "unknown-value";
    case "number":
      if (typeof value !== "number" || !Number.isFinite(value)) return "unknown-value";
      return new RegExp(`(?<!\\d)${Math.trunc(value)}(?!\\d)`, "u").test(quote)
        ? undefined
        : "value-not-in-quote";
    case "words":
      return typeof value === "string" && set.words.includes(value) ? undefined : "unknown-value";
    case "period":
      if (typeof value !== "string") return "unknown-value";
      if (set.words.includes(value)) return undefined;
      if (lengthOf(value) === undefined) return "unknown-value";
      return durationsIn(quote.toLowerCase()).some(({ period }) => period === value)
        ? undefined
        : "value-not-in-quote";
    case "day":
      if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return "unknown-value";
      return datesIn(quote).some(({ at }) => new Date(at).toISOString().slice(0, 10) === value)
        ? undefined
        : "value-not-in-quote";
    case "regions":
      return typeof value === "string" &&
        /^[A-Z]{2,3}(?:-[A-Z]{2})?(?:,[A-Z]{2,3}(?:-[A-Z]{2})?){0,30}$/u.test(value)
        ? undefined
        : "unknown-value";
    case "text":
      if (typeof value !== "string" || value.trim() === "") return "unknown-value";
      return quote.toLowerCase().includes(value.trim().toLowerCase()) ? undefined : "value-not-in-quote";
  }
}

/** Facts of the rules in whose own sentence the assistant reads something that cannot be true beside them. */
export function disagreements(opinion: AxisFact, rules: readonly AxisFact[]): readonly AxisFact[] {
  return rules.filter((rule) => {
    const isSamePlace = rule.start < opinion.end && opinion.start < rule.end;
    if (!isSamePlace || rule.axis !== opinion.axis) return false;
    const [one, other] = [
      { subject: opinion.axis, values: opinion.values },
      { subject: rule.axis, values: rule.values },
    ];
    return relate(one, other)?.is === "contradicts";
  });
}

/** Does a rule say the same of the same sentence? */
export function isAgreed(opinion: AxisFact, rules: readonly AxisFact[]): boolean {
  return rules.some(
    ({ axis, values, start, end }) =>
      axis === opinion.axis &&
      start < opinion.end &&
      opinion.start < end &&
      Object.entries(opinion.values).every(([field, value]) => values[field] === value),
  );
}
