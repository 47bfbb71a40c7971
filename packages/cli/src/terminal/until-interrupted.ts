/**
 * Ctrl-C -> a signal for work that ends in good order, and then says how to go on
 *
 * In place of the usual end at once; a second Ctrl-C is that again.
 */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const aborter = new AbortController();
  const usual = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const);
  const restore = (): void => {
    for (const [signal, listeners] of usual) {
      process.removeListener(signal, stop);
      for (const one of listeners) if (!process.listeners(signal).includes(one)) process.on(signal, one);
    }
  };
  const stop = (): void => {
    restore();
    aborter.abort();
  };
  for (const [signal, listeners] of usual) {
    for (const one of listeners) process.removeListener(signal, one);
    process.on(signal, stop);
  }
  try {
    return await work(aborter.signal);
  } finally {
    restore();
  }
}
