/** Sentence -> **Finding** -> fact */
import type { Axis, AxisValues } from "../axis.ts";
import type { Sentence } from "../sentence.ts";

/** A fact without its place: the place is the sentence's. */
export interface Finding {
  readonly axis: Axis;
  readonly values: AxisValues;
  readonly confidence: number;
}

/** Reads one sentence on its axes. Nothing found: an empty list. */
export type Rule = (sentence: Sentence) => readonly Finding[];

/** Values that are not known are left out. */
export function finding(
  axis: Axis,
  values: Readonly<Record<string, AxisValues[string] | undefined>>,
  confidence: number,
): Finding {
  const known = Object.entries(values).filter(
    (entry): entry is [string, AxisValues[string]] => entry[1] !== undefined,
  );
  return { axis, values: Object.fromEntries(known), confidence };
}
