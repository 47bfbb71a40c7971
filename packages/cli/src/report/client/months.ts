/**
 * Data -> **counts per span of months** -> chart over time
 */
import { answerAt, answersByShape, type Data, usesByShape } from "./data.ts";
import { monthOf, monthText } from "./dates.ts";
import { reasonText } from "./reasons.ts";
import { countReasons } from "./tally.ts";
import { ANSWERS, answerLabel } from "./words.ts";

export interface Series {
  readonly key: string;
  readonly label: string;
  /** Filter parameters that select it in the table. */
  readonly params: Readonly<Record<string, string>>;
}

export interface Span {
  /** Months since year 0, both included. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** By index of the series. */
  readonly counts: readonly number[];
}

export interface OverTime {
  readonly series: readonly Series[];
  readonly spans: readonly Span[];
  readonly undated: number;
}

// More reasons than this cannot be told apart by colour and pattern.
const REASONS = 6;
const SPANS = 48;

export function overTime(data: Data, purpose: string, by: "answer" | "reason"): OverTime {
  const { series, ofShape } = by === "answer" ? answerSeries(data, purpose) : reasonSeries(data, purpose);
  const perMonth = new Map<number, number[]>();
  let undated = 0;
  for (let row = 0; row < data.size; row += 1) {
    const created = data.created[row] ?? Number.NaN;
    if (Number.isNaN(created)) {
      undated += 1;
      continue;
    }
    const month = monthOf(created);
    const counts = perMonth.get(month) ?? series.map(() => 0);
    perMonth.set(month, counts);
    const index = ofShape[data.shape[row] ?? 0] ?? 0;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return { series, spans: spans(perMonth, series.length), undated };
}

function answerSeries(data: Data, purpose: string): { series: Series[]; ofShape: number[] } {
  const series = ANSWERS.map((answer) => ({ key: answer, label: answerLabel(answer), params: { answer } }));
  return {
    series,
    ofShape: [...answersByShape(data, purpose)].map((each) => ANSWERS.indexOf(answerAt(each))),
  };
}

function reasonSeries(data: Data, purpose: string): { series: Series[]; ofShape: number[] } {
  const all = countReasons(data, purpose).map(({ key }) => key);
  const shown = all.length > REASONS + 1 ? all.slice(0, REASONS) : all;
  const series: Series[] = shown.map((reason) => ({
    key: reason,
    label: reasonText(reason, data.tables.reasons),
    params: { reason },
  }));
  if (shown.length < all.length) {
    series.push({ key: "", label: `${all.length - shown.length} other reasons`, params: {} });
  }
  const ofShape = [...usesByShape(data, purpose)].map((use) => {
    const index = shown.indexOf(data.tables.uses[use]?.reason ?? "UNKNOWN_FACTS");
    return index < 0 ? series.length - 1 : index;
  });
  return { series, ofShape };
}

/** Months without a gap; so many months to a bar that the bars stay countable. */
function spans(perMonth: ReadonlyMap<number, readonly number[]>, width: number): Span[] {
  if (perMonth.size === 0) return [];
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const month of perMonth.keys()) {
    first = Math.min(first, month);
    last = Math.max(last, month);
  }
  const step = [1, 3, 12, 120].find((months) => (last - first) / months < SPANS) ?? last - first + 1;
  const found: Span[] = [];
  for (let from = Math.floor(first / step) * step; from <= last; from += step) {
    const counts = Array.from({ length: width }, () => 0);
    for (let month = from; month < from + step; month += 1) {
      perMonth.get(month)?.forEach((count, index) => {
        counts[index] = (counts[index] ?? 0) + count;
      });
    }
    found.push({ from, to: from + step - 1, label: spanLabel(from, step), counts });
  }
  return found;
}

function spanLabel(from: number, step: number): string {
  const year = Math.floor(from / 12);
  if (step === 1) return monthText(from);
  if (step === 3) return `${year} Q${Math.floor((from % 12) / 3) + 1}`;
  return step === 12 ? String(year) : `${year}–${Math.floor((from + step - 1) / 12)}`;
}
