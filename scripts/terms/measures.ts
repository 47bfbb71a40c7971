/** What was said beside what is true -> **F1**. */
export function f1(truth: readonly boolean[], said: readonly boolean[]): number {
  let [both, yes, claimed] = [0, 0, 0];
  truth.forEach((is, at) => {
    if (is) yes += 1;
    if (said[at] === true) claimed += 1;
    if (is && said[at] === true) both += 1;
  });
  return yes + claimed === 0 ? 0 : (2 * both) / (yes + claimed);
}

export function macroF1<T>(classes: readonly T[], truth: readonly T[], said: readonly T[]): number {
  return mean(
    classes.map((one) =>
      f1(
        truth.map((value) => value === one),
        said.map((value) => value === one),
      ),
    ),
  );
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The score from which "yes" gives the best F1; halfway between two scores, so that it holds for others too. */
export function bestThreshold(scores: readonly number[], truth: readonly boolean[]): number {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const yes = truth.filter(Boolean).length;
  let [both, best, threshold] = [0, -1, 0];
  order.forEach((at, rank) => {
    if (truth[at] === true) both += 1;
    const value = (2 * both) / (yes + rank + 1);
    if (value > best) {
      best = value;
      threshold = ((scores[at] ?? 0) + (scores[order[rank + 1] ?? at] ?? 0)) / 2;
    }
  });
  return threshold;
}

/** How fast the likelihood rises at the threshold: least logarithmic loss, one number, by halving intervals. */
export function bestSlope(distances: readonly number[], truth: readonly boolean[]): number {
  const rise = (slope: number): number =>
    distances.reduce((sum, distance, at) => {
      const p = 1 / (1 + Math.exp(-slope * distance));
      return sum + ((truth[at] === true ? 1 : 0) - p) * distance;
    }, 0);
  let [low, high] = [0.1, 30];
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (rise(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
