/**
 * Files -> the same files, each of which opens the next one while it is being read
 *
 * A folder may hold thousands of small files, and opening one takes as long as reading it. Memory:
 * the first chunk of one file more.
 */
import type { SourceFile } from "../source.ts";

interface Opened {
  readonly chunks: AsyncIterator<Uint8Array>;
  readonly first: Promise<IteratorResult<Uint8Array>>;
}

/** The files MUST be opened in their order, each once it was read or left; and the whole list any number of times. */
export function openAhead(files: readonly SourceFile[]): readonly SourceFile[] {
  const opened = new Map<number, Opened>();
  const start = (index: number): Opened | undefined => {
    const chunks = files[index]?.open()[Symbol.asyncIterator]();
    if (chunks === undefined) return undefined;
    const first = chunks.next();
    // A file that cannot be read is an error when its turn comes, not before.
    first.catch(() => undefined);
    return { chunks, first };
  };
  async function* read(index: number): AsyncGenerator<Uint8Array> {
    const own = opened.get(index) ?? start(index);
    opened.delete(index);
    if (own === undefined) return;
    const next = start(index + 1);
    let isWhole = false;
    try {
      for (let step = await own.first; step.done !== true; step = await own.chunks.next()) yield step.value;
      isWhole = true;
      if (next !== undefined) opened.set(index + 1, next);
    } finally {
      await own.chunks.return?.();
      // Whoever leaves in the middle goes no further.
      if (!isWhole && next !== undefined) await close(next);
    }
  }
  return files.map(({ path, size }, index) => ({ path, size, open: () => read(index) }));
}

async function close({ chunks, first }: Opened): Promise<void> {
  await first.catch(() => undefined);
  await chunks.return?.();
}
