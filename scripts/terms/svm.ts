/**
 * Rows with a yes or no -> the weights of **one head**
 *
 * Linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh and others, 2008).
 */
import type { Row } from "../../packages/core/src/terms/axes/model/linear.ts";
import { Random } from "../names/random.ts";

export interface SvmSettings {
  /** How dear an error is. */
  readonly cost: number;
  /** A yes costs more by (no / yes) to this power: 0 treats all rows alike, 1 both sides alike. */
  readonly balance: number;
  readonly epochs: number;
}

export interface Head {
  readonly weights: Float64Array;
  readonly bias: number;
}

const SEED = 11;
/** Projected gradients below this count as settled. */
const SETTLED = 0.1;

export function learnHead(
  rows: readonly Row[],
  isYes: (row: number) => boolean,
  features: number,
  { cost, balance, epochs }: SvmSettings,
): Head {
  const random = new Random(SEED);
  const weights = new Float64Array(features);
  let bias = 0;
  const sign = Float64Array.from(rows, (_, row) => (isYes(row) ? 1 : -1));
  const yes = sign.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0);
  const dearer = yes === 0 ? 1 : ((rows.length - yes) / yes) ** balance;
  const diagonal = Float64Array.from(rows, (_, row) => 0.5 / (cost * ((sign[row] ?? 0) > 0 ? dearer : 1)));
  const square = rows.map(
    (row, at) => 1 + row.values.reduce((sum, value) => sum + value * value, 0) + (diagonal[at] ?? 0),
  );
  const alpha = new Float64Array(rows.length);
  const order = Int32Array.from(rows, (_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    let worst = 0;
    for (let left = order.length - 1; left > 0; left -= 1) {
      const other = random.below(left + 1);
      const held = order[left] ?? 0;
      order[left] = order[other] ?? 0;
      order[other] = held;
    }
    for (const at of order) {
      const { features: columns, values } = rows[at] as Row;
      const y = sign[at] ?? 0;
      let sum = bias;
      for (let k = 0; k < columns.length; k += 1)
        sum += (weights[columns[k] as number] as number) * (values[k] as number);
      const old = alpha[at] ?? 0;
      const gradient = y * sum - 1 + (diagonal[at] ?? 0) * old;
      const projected = old === 0 ? Math.min(gradient, 0) : gradient;
      if (Math.abs(projected) > worst) worst = Math.abs(projected);
      if (projected === 0) continue;
      const next = Math.max(0, old - gradient / (square[at] ?? 1));
      alpha[at] = next;
      const step = (next - old) * y;
      bias += step;
      for (let k = 0; k < columns.length; k += 1) {
        const column = columns[k] as number;
        weights[column] = (weights[column] as number) + step * (values[k] as number);
      }
    }
    if (worst < SETTLED) break;
  }
  return { weights, bias };
}
