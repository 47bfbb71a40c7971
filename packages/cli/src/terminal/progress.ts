/**
 * Bytes read -> one line on stderr that is redrawn in place and taken away at the end
 *
 * Nothing where nobody watches. At most ten redraws a second: drawing must not slow the reading.
 */
import { width } from "./layout.ts";
import type { Terminal } from "./terminal.ts";
import { bytesText, durationText } from "./words.ts";

const REDRAW_MS = 100;
const BAR_CELLS = 24;
/** In a narrow window the time left is worth more than a long bar. */
const NARROW_BAR_CELLS = 8;
const NARROW_COLUMNS = 80;
/** The rate of the first moments says nothing. */
const RATE_AFTER_MS = 500;
const CLEAR_LINE = "\r\u001b[K";

export interface Progress {
  /** `bytes` read so far in all. */
  update(bytes: number): void;
  /** Takes the line away; MUST be called before anything else is printed. May be called twice. */
  done(): void;
}

export interface ProgressStream {
  write(text: string): unknown;
}

/**
 * @param total bytes, where known
 * @param now milliseconds of a clock that never goes back
 */
export function startProgress(
  terminal: Terminal,
  what: string,
  total: () => number | undefined,
  stream: ProgressStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  if (!terminal.watched) return { update: () => undefined, done: () => undefined };
  // What comes before the first byte, such as loading policies, is not reading.
  let start: number | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  let isDone = false;
  return {
    update(bytes) {
      const time = now();
      start ??= time;
      if (isDone || time - drawnAt < REDRAW_MS) return;
      drawnAt = time;
      isDrawn = true;
      stream.write(`\r${lineOf(terminal, what, bytes, total(), time - start)}\u001b[K`);
    },
    done() {
      if (isDrawn && !isDone) stream.write(CLEAR_LINE);
      isDone = true;
    },
  };
}

/** The parts that fit, the most telling first. */
function lineOf(
  terminal: Terminal,
  what: string,
  bytes: number,
  total: number | undefined,
  ms: number,
): string {
  const rate = ms < RATE_AFTER_MS ? undefined : (bytes / ms) * 1000;
  const isKnown = total !== undefined && total > 0;
  const share = isKnown ? Math.min(bytes / total, 1) : 0;
  const left = rate === undefined || !isKnown || rate === 0 ? undefined : (total - bytes) / rate;
  const parts = [
    isKnown ? `${String(Math.floor(share * 100)).padStart(3)} %` : bytesText(bytes),
    isKnown ? bar(share, terminal.columns < NARROW_COLUMNS ? NARROW_BAR_CELLS : BAR_CELLS) : undefined,
    isKnown ? `${bytesText(bytes)} of ${bytesText(total)}` : undefined,
    rate === undefined ? undefined : `${bytesText(rate)}/s`,
    left === undefined || left < 0 ? undefined : `${durationText(left)} left`,
  ].filter((part) => part !== undefined);
  let line = what;
  for (const part of parts) {
    // One cell is left free: some terminals break a line that fills the last one.
    if (width(line) + 1 + width(part) > terminal.columns - 1) continue;
    line = `${line} ${part}`;
  }
  return terminal.err.dim(line);
}

function bar(share: number, cells: number): string {
  const full = Math.round(share * cells);
  return `${"━".repeat(full)}${"─".repeat(cells - full)}`;
}
