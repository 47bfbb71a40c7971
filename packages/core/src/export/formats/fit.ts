/**
 * Turns x Shape -> the turns that a format has a place for
 *
 * What does not fit stands at the ends: a question that nobody answered, an answer to nothing. It is left
 * off and counted, never bent into something nobody said.
 */
import { addCount, type Counts } from "../counts.ts";
import { EXPORT_REASONS } from "../selection.ts";
import type { Turn } from "../turn.ts";

export interface Shape {
  /** The format has a role for tools; otherwise they speak, labelled, in the user's turn. */
  readonly tools: boolean;
  /** `first`: before all others, wherever they were said. `in-place`: where they were said. */
  readonly system: "first" | "in-place";
  /** Begins with the user. */
  readonly question: boolean;
  /** Ends with the assistant. */
  readonly answer: boolean;
}

export interface Fitted {
  readonly turns: readonly Turn[];
  /** Which of the given turns they are. */
  readonly places: readonly number[];
  /** Reason -> turns left off. */
  readonly left: ReadonlyMap<string, number>;
}

/** The reason code where no row can be made of them. */
export function fit(turns: readonly Turn[], shape: Shape): Fitted | string {
  const left: Counts = new Map();
  const isSystem = ({ role }: Turn): boolean => role === "system";
  const isAsking = ({ role }: Turn): boolean => role === "user" || (role === "tool" && !shape.tools);
  let start = 0;
  let end = turns.length;
  if (shape.question) start = turns.findIndex(isAsking);
  if (shape.answer) end = turns.findLastIndex(({ role }) => role === "assistant") + 1;
  if (start < 0) return EXPORT_REASONS.noQuestion;
  if (end <= start) return shape.answer ? EXPORT_REASONS.noAnswer : EXPORT_REASONS.nothingLeft;
  const places: number[] = [];
  const kept = turns.filter((turn, index) => {
    // System messages that move to the front are no question and no answer.
    const isKept =
      (index >= start && index < end) || (isSystem(turn) && (shape.system === "first" || index < start));
    if (isKept) places.push(index);
    else addCount(left, index < start ? EXPORT_REASONS.noQuestion : EXPORT_REASONS.noAnswer);
    return isKept;
  });
  return kept.every(isSystem) ? EXPORT_REASONS.nothingLeft : { turns: kept, places, left };
}
