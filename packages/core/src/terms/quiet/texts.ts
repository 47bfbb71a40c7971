/** Texts seen before, and **the one seen now**: the last at the end, no more than are remembered. */
import { MAX_TEXTS, type QuietState, type SeenText } from "./state.ts";

export function remembered(
  state: QuietState,
  now: { readonly content: string; readonly at: number },
  told: Partial<Pick<SeenText, "toldReturn" | "toldFailure">>,
): QuietState {
  const before = state.texts.find(({ content }) => content === now.content);
  const others = state.texts.filter(({ content }) => content !== now.content);
  const kept = others.length < MAX_TEXTS ? others : others.slice(others.length - MAX_TEXTS + 1);
  return { ...state, texts: [...kept, { ...before, ...told, content: now.content, lastSeen: now.at }] };
}
