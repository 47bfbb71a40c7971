/**
 * Steps of a long run -> one line on stderr that is redrawn in place and taken away at the end
 *
 * As progress.ts, for work that is counted in parts and not in bytes.
 */
import type { ProgressStream } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

const REDRAW_MS = 100;
const CLEAR_LINE = "\r\u001b[K";

export interface StepProgress<Step extends string> {
  update(step: Step, done: number, all: number): void;
  /** Takes the line away; MUST be called before anything else is printed. May be called twice. */
  done(): void;
}

export function startStepProgress<Step extends string>(
  terminal: Terminal,
  words: Readonly<Record<Step, string>>,
  stream: ProgressStream = process.stderr,
  now: () => number = () => performance.now(),
): StepProgress<Step> {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let drawn: Step | undefined;
  let isDone = false;
  return {
    update(step, done, all) {
      const time = now();
      if (!terminal.watched || isDone || (step === drawn && time - drawnAt < REDRAW_MS)) return;
      drawnAt = time;
      drawn = step;
      const share = all > 0 ? `${String(Math.floor((100 * Math.min(done, all)) / all)).padStart(3)} %` : "";
      stream.write(`\r${terminal.err.dim(`${words[step]} ${share}`)}\u001b[K`);
    },
    done() {
      if (drawn !== undefined && !isDone) stream.write(CLEAR_LINE);
      isDone = true;
    },
  };
}
