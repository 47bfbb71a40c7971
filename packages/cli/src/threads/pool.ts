/**
 * Parts -> results, by worker threads or in the program itself
 *
 * `inOrder` keeps the order and the bound; a thread that is not needed is never started.
 */
import { Member } from "./member.ts";
import type { Handed, HandOver, Work } from "./work.ts";

export interface Pool<In, Out> {
  /** So many more than one can be under way at once; 0 where each is done before the next one is made. */
  readonly ahead: number;
  /** What was handed over with its buffers may not be used afterwards. */
  run(input: In): Promise<Out>;
  close(): Promise<void>;
}

export interface PoolParts<Settings, In, Out> {
  readonly threads: number;
  readonly settings: Settings;
  /** With one thread, the program does the work itself. */
  readonly create: (settings: Settings) => Work<In, Out>;
  /** With more, says at once what is wrong with the settings, as `create` would. */
  readonly check: (settings: Settings) => void;
  /** What the threads run: a file that calls `serve` with the same `create`. */
  readonly file: URL;
  readonly handOver?: HandOver<In>;
}

/** A thread that is done finds its next part waiting. */
const PARTS_PER_THREAD = 2;

/** @throws whatever `create` and `check` throw */
export function createPool<Settings, In, Out>(parts: PoolParts<Settings, In, Out>): Pool<In, Out> {
  const { threads, settings, create, check, file, handOver = copied } = parts;
  if (threads <= 1) {
    const work = create(settings);
    return {
      ahead: 0,
      run: async (input) => work(input),
      close: async () => undefined,
    };
  }
  check(settings);
  const members: Member<In, Out>[] = [];
  return {
    ahead: threads * PARTS_PER_THREAD,
    run: async (input) => await memberFor().run(handOver(input)),
    async close() {
      await Promise.all(members.map((member) => member.close()));
    },
  };

  function memberFor(): Member<In, Out> {
    const [first, ...others] = members;
    const least = others.reduce(
      (best, one) => (best === undefined || one.load < best.load ? one : best),
      first,
    );
    if (least !== undefined && (least.load === 0 || members.length === threads)) return least;
    const started = new Member<In, Out>(file, settings);
    members.push(started);
    return started;
  }
}

function copied<T>(value: T): Handed<T> {
  return { value, moves: [] };
}
