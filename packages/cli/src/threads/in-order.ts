/**
 * Pieces -> results, in the order of the pieces, several under way at once
 *
 * A result is given out as soon as it and those before it are there, even while the next piece has
 * yet to come: whoever waits at the other end of a pipe gets what is done.
 */
export async function* inOrder<In, Out>(
  pieces: AsyncIterable<In>,
  run: (piece: In) => Promise<Out>,
  ahead: number,
): AsyncGenerator<Out> {
  const iterator = pieces[Symbol.asyncIterator]();
  const waiting: Promise<Out>[] = [];
  let next: Promise<IteratorResult<In>> | undefined;
  let isDone = false;
  try {
    while (!isDone || waiting.length > 0) {
      const head = waiting[0];
      if (isDone || waiting.length > ahead) {
        if (head !== undefined) yield await head;
        waiting.shift();
        continue;
      }
      next ??= iterator.next();
      const isHead =
        head !== undefined && (await Promise.race([head.then(() => true), next.then(() => false)]));
      if (isHead) {
        yield await head;
        waiting.shift();
        continue;
      }
      const { done, value } = await next;
      next = undefined;
      if (done === true) isDone = true;
      else {
        const result = run(value);
        // Whoever takes it hears of a failure; until then it is no unhandled one.
        result.catch(() => undefined);
        waiting.push(result);
      }
    }
  } finally {
    next?.catch(() => undefined);
    await iterator.return?.();
  }
}
