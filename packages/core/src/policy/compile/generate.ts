/** The one place where text becomes code. */
import type { Constants } from "./closure.ts";
import { HELPERS, type Helpers } from "./helpers.ts";

/** Runs generated text over helpers `h` and constants `k`, or falls back where the host forbids it. */
export function generate<T>(body: string, constants: Constants, fallback: () => T): T {
  let make: (h: Helpers, k: Constants) => T;
  try {
    // The text comes from closure.ts alone, where policy text enters only as JSON literals.
    make = new Function("h", "k", `"use strict";${body}`) as typeof make;
  } catch (error) {
    if (error instanceof EvalError) return fallback();
    throw error;
  }
  return make(HELPERS, constants);
}
