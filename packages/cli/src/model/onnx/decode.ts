/**
 * Judgements of words -> **marked spans**
 *
 * Labels begin with what they say of the place in a name: `B-` or `S-` for its first word, `I-` for
 * more, `E-` or `L-` for its last (BIO, BIOES, BILOU); without such a letter, words of one label that
 * stand side by side are one name.
 */
import type { MarkedSpan } from "../span-model.ts";

export interface JudgedWord {
  readonly start: number;
  readonly end: number;
  /** The model's label, as in its list. */
  readonly label: string;
  /** 0 to 1. */
  readonly score: number;
}

const OUTSIDE = "O";
const FORM = /^([BIELSU])[-_](.+)$/;

export function decodeSpans(words: readonly JudgedWord[]): readonly MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  let open: { label: string; start: number; end: number; scores: number[] } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { label, start, end, scores } = open;
    spans.push({ label, start, end, score: scores.reduce((sum, one) => sum + one, 0) / scores.length });
    open = undefined;
  };
  for (const { start, end, label: whole, score } of words) {
    const { place, label } = partsOf(whole);
    if (label === OUTSIDE) {
      close();
      continue;
    }
    if (place === "B" || place === "S" || place === "U" || open?.label !== label) close();
    open ??= { label, start, end, scores: [] };
    open.end = end;
    open.scores.push(score);
    if (place !== "B" && place !== "I" && place !== "") close();
  }
  close();
  return spans;
}

function partsOf(label: string): { readonly place: string; readonly label: string } {
  const parts = FORM.exec(label);
  return parts === null ? { place: "", label } : { place: parts[1] ?? "", label: parts[2] ?? "" };
}

/** The most likely label's place in the list, and how likely it is. */
export function bestOf(
  logits: ArrayLike<number>,
  from: number,
  count: number,
): { index: number; score: number } {
  let index = 0;
  for (let at = 1; at < count; at += 1) {
    if ((logits[from + at] ?? 0) > (logits[from + index] ?? 0)) index = at;
  }
  const most = logits[from + index] ?? 0;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += Math.exp((logits[from + at] ?? 0) - most);
  return { index, score: 1 / sum };
}
