/** A **bar**: a figure on public data, what it must reach, and what it reached. */
export interface Bar {
  /** What is measured, on which data. */
  readonly name: string;
  /** The figures in words, with how many cases stand behind them. */
  readonly measured: string;
  readonly goal: string;
  /** Undefined where there was nothing to measure. */
  readonly isReached: boolean | undefined;
}

export interface Wanted {
  readonly precision?: number;
  readonly recall?: number;
}

export interface Measured {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly support: number;
}

/** Why there is no figure: the data is not here, or nothing claims to find the type. */
export type Missing = "no data" | "not claimed";

/** A bar of precision and recall. */
export function scoreBar(name: string, wanted: Wanted, measured: Measured | Missing): Bar {
  const goal = [
    wanted.precision === undefined ? undefined : `P >= ${wanted.precision.toFixed(2)}`,
    wanted.recall === undefined ? undefined : `R >= ${wanted.recall.toFixed(2)}`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
  if (typeof measured === "string") return { name, goal, measured, isReached: undefined };
  const { precision = 0, recall = 0, support } = measured;
  return {
    name,
    goal,
    measured: `P ${precision.toFixed(3)} R ${recall.toFixed(3)} of ${support}`,
    isReached:
      goal === "" ? undefined : precision >= (wanted.precision ?? 0) && recall >= (wanted.recall ?? 0),
  };
}

/** A bar of one share, at least or at most. */
export function shareBar(
  name: string,
  goal: { readonly atLeast: number } | { readonly atMost: number },
  hit: number,
  all: number,
): Bar {
  const share = all === 0 ? undefined : hit / all;
  const isLow = "atMost" in goal;
  const bound = isLow ? goal.atMost : goal.atLeast;
  return {
    name,
    goal: `${isLow ? "<=" : ">="} ${(bound * 100).toFixed(1)} %`,
    measured: share === undefined ? "nothing to measure" : `${(share * 100).toFixed(1)} % (${hit} of ${all})`,
    isReached: share === undefined ? undefined : isLow ? share <= bound : share >= bound,
  };
}

/** A line between the bars that measures nothing. */
export function noteBar(name: string): Bar {
  return { name, measured: "", goal: "", isReached: undefined };
}

/** The same as a table for a document. */
export function markdownBars(bars: readonly Bar[]): string {
  const rows = bars
    .filter((bar) => bar.measured !== "")
    .map((bar) => `| ${bar.name.trim()} | ${bar.measured} | ${bar.goal} | ${verdictOf(bar)} |\n`);
  return `| measure | figure | goal | |\n| --- | --- | --- | --- |\n${rows.join("")}`;
}

function verdictOf({ isReached }: Bar): string {
  return isReached === undefined ? "-" : isReached ? "ok" : "BELOW";
}

export function printBars(bars: readonly Bar[]): string {
  const measuring = bars.filter((bar) => bar.measured !== "");
  const width = (of: (bar: Bar) => string): number => Math.max(...measuring.map((bar) => of(bar).length));
  const names = width((bar) => bar.name);
  const measured = width((bar) => bar.measured);
  const goals = width((bar) => bar.goal);
  return bars
    .map((bar) => {
      if (bar.measured === "") return `${bar.name}\n`;
      const verdict = verdictOf(bar);
      return `${bar.name.padEnd(names)}  ${bar.measured.padEnd(measured)}  ${bar.goal.padEnd(goals)}  ${verdict}\n`;
    })
    .join("");
}
