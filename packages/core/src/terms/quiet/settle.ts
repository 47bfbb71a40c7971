/**
 * State, now -> **settled** -> change: what was held back as passing, and stays
 *
 * To be asked at each look that finds nothing new; otherwise a return that was held, or a page that is in
 * another language for good, would never be told.
 */
import { dayOf, spanOf } from "./figures.ts";
import { type Judgement, SETTLED, stoodFor } from "./judge.ts";
import type { GoodText, QuietState } from "./state.ts";

/** Undefined if nothing is held, or not for long enough. `at`: now, milliseconds since 1970, UTC. */
export function settled(state: QuietState, at: number): Judgement | undefined {
  const { good, held, failing } = state;
  if (failing !== undefined) {
    if (failing.class !== "language-flip" || at - failing.since < SETTLED) return undefined;
    const reason = `the text has been in another language since ${dayOf(failing.since)}, for ${spanOf(at - failing.since)}`;
    return told(state, failing.text, at, "change", reason);
  }
  if (good === undefined || held === undefined || at - held.since < SETTLED) return undefined;
  return told({ ...state, toldReturn: at }, good, at, "return", stoodFor(held.since, at));
}

function told(
  state: QuietState,
  text: GoodText,
  at: number,
  of: "change" | "return",
  reason: string,
): Judgement {
  return {
    judged: { version: text.id, at, class: of, standing: "change", reason, against: state.told?.id },
    state: {
      ...state,
      good: text,
      failing: undefined,
      held: undefined,
      told: { id: text.id, content: text.content },
      texts: state.texts.map((one) =>
        one.content === text.content ? { ...one, toldFailure: undefined } : one,
      ),
    },
  };
}
