/** A trained model -> small integers, as the bundle ships them. */
import type { Weights } from "../../packages/core/src/redact/names/tagger.ts";
import type { Model } from "./crf.ts";

/** Weights beyond this are cut: few are, and the rest gains in precision. */
const LARGEST = 3;

export function packed({ weights, transitions }: Model): Weights {
  const unit = LARGEST / 127;
  const values = Int8Array.from(weights, (value) => Math.max(-127, Math.min(127, Math.round(value / unit))));
  return { values, unit, transitions };
}
