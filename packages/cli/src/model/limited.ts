/** Runs at most so many at once; the others wait in order. */
export type Limited = <Result>(run: () => Promise<Result>) => Promise<Result>;

export function limited(most: number): Limited {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (run) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      // Whoever comes next takes the place over.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
