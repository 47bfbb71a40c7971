/** Paired timing: both run in turn in the same process, the ratio is the median over the rounds. */
export interface Pair {
  readonly name: string;
  readonly yardstick: string;
  /** Operations per second, best round. */
  readonly ours: number;
  readonly theirs: number;
  /** Median over rounds of ours / theirs. */
  readonly ratio: number;
}

/** `run(n)` performs n operations and returns a number that depends on them, so none is dropped. */
export function pair(
  name: string,
  ours: { run: (n: number) => number; n: number },
  yardstick: string,
  theirs: { run: (n: number) => number; n: number },
  rounds = 9,
): Pair {
  ours.run(ours.n);
  theirs.run(theirs.n);
  const rates = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    rates.ours.push(rateOf(ours));
    rates.theirs.push(rateOf(theirs));
  }
  const ratios = rates.ours.map((rate, index) => rate / (rates.theirs[index] ?? rate)).sort((a, b) => a - b);
  return {
    name,
    yardstick,
    ours: Math.max(...rates.ours),
    theirs: Math.max(...rates.theirs),
    ratio: ratios[Math.floor(ratios.length / 2)] ?? Number.NaN,
  };
}

let sink = 0;

function rateOf(job: { run: (n: number) => number; n: number }): number {
  const start = performance.now();
  sink += job.run(job.n);
  return (job.n / (performance.now() - start)) * 1000;
}

/** Keeps the results reachable. */
export function sunk(): number {
  return sink;
}

export function printPair(one: Pair, bar: number): void {
  const verdict = one.ratio >= bar ? "ok" : "BELOW";
  const rate = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 0 });
  console.log(
    `${one.name}: ${one.ratio.toFixed(2)}x ${one.yardstick} (bar ${bar}x, ${verdict}); ${rate(one.ours)}/s against ${rate(one.theirs)}/s`,
  );
}
