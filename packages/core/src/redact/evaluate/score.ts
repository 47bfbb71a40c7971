/** Counts -> precision, recall and their means. Undefined where there was nothing to measure. */
export interface Score {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
  /** Recall counts twice: what stays in a text does more harm than what is masked for nothing. */
  readonly f2: number | undefined;
}

/**
 * @param goldHit how many of `gold` were found
 * @param foundHit how many of `found` were right
 */
export function scoreOf(goldHit: number, gold: number, foundHit: number, found: number): Score {
  const precision = found === 0 ? undefined : foundHit / found;
  const recall = gold === 0 ? undefined : goldHit / gold;
  return { precision, recall, f1: mean(precision, recall, 1), f2: mean(precision, recall, 2) };
}

function mean(precision: number | undefined, recall: number | undefined, weight: number): number | undefined {
  if (recall === undefined) return undefined;
  const right = precision ?? 0;
  const square = weight * weight;
  const below = square * right + recall;
  return below === 0 ? 0 : ((1 + square) * right * recall) / below;
}
