/** The pool itself, with work that tells by which thread it was done, and can fail or end its thread. */
import { ProvisoError } from "@proviso/core";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { inOrder } from "./in-order.ts";
import { createPool, type Pool } from "./pool.ts";
import { owned } from "./work.ts";

interface Part {
  readonly bytes: Uint8Array;
  readonly fate?: "refuse" | "break" | "end";
}

interface Done {
  readonly bytes: Uint8Array;
  readonly thread: number;
}

/** As a file of ours would be, with its work written out: workers take no function. */
const WORK = `
  import { threadId } from "node:worker_threads";
  import { ProvisoError } from ${JSON.stringify(import.meta.resolve("@proviso/core"))};
  import { serve } from ${JSON.stringify(new URL("./serve.ts", import.meta.url).href)};
  const create = ({ add, refuse }) => {
    if (refuse) throw new ProvisoError("KEY_INVALID", "no such key", { hint: "another" });
    return ({ bytes, fate }) => {
      if (fate === "refuse") throw new ProvisoError("UNSUPPORTED", "too much", { place: { line: 3 } });
      if (fate === "break") throw new TypeError("broken");
      if (fate === "end") process.exit(7);
      return { bytes: bytes.map((byte) => byte + add), thread: threadId };
    };
  };
  serve(create, (done) => ({ value: done, moves: [done.bytes.buffer] }));
`;
const FILE = new URL(`data:text/javascript,${encodeURIComponent(WORK)}`);

const pools: Pool<Part, Done>[] = [];

function refused(): never {
  throw new Error("refused");
}

function pool(threads: number, refuse = false, check: () => void = () => undefined): Pool<Part, Done> {
  const made = createPool<{ add: number; refuse: boolean }, Part, Done>({
    threads,
    settings: { add: 1, refuse },
    create:
      ({ add }) =>
      ({ bytes }) => ({ bytes: bytes.map((byte) => byte + add), thread: 0 }),
    check,
    file: FILE,
    handOver: ({ bytes, ...rest }) => {
      const moved = owned(bytes);
      return { value: { ...rest, bytes: moved }, moves: [moved.buffer] };
    },
  });
  pools.push(made);
  return made;
}

afterEach(async () => {
  for (const one of pools.splice(0)) await one.close();
});

const part = (size: number, fate?: Part["fate"]): Part => ({
  bytes: Uint8Array.from({ length: size }, (_, index) => index & 0x7f),
  ...(fate === undefined ? {} : { fate }),
});

async function* stream(sizes: readonly number[]): AsyncGenerator<Part> {
  for (const size of sizes) yield part(size);
}

describe("a pool", () => {
  it("gives the same results in the same order, by any number of threads", async () => {
    const three = pool(3);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5_000), { maxLength: 30 }), async (sizes) => {
        const [here, there]: Uint8Array[][] = [[], []];
        const one = pool(1);
        for await (const { bytes } of inOrder(stream(sizes), (given) => one.run(given), one.ahead))
          here?.push(bytes);
        for await (const { bytes } of inOrder(stream(sizes), (given) => three.run(given), three.ahead))
          there?.push(bytes);
        expect(here?.map((bytes) => bytes.length)).toEqual(sizes);
        expect(there).toEqual(here);
      }),
      { numRuns: 20 },
    );
  });

  it("has only so much under way", async () => {
    const three = pool(3);
    let made = 0;
    let taken = 0;
    let most = 0;
    const counted = async function* (): AsyncGenerator<Part> {
      for (; made < 40; made += 1) {
        most = Math.max(most, made - taken);
        yield part(10);
      }
    };
    for await (const _ of inOrder(counted(), (given) => three.run(given), three.ahead)) {
      taken += 1;
      await new Promise((go) => setTimeout(go, 1));
    }
    expect(taken).toBe(40);
    // One more is being made while a result waits.
    expect(most).toBeLessThanOrEqual(three.ahead + 2);
  });

  it("starts no thread that it does not need", async () => {
    const three = pool(3);
    const one = await three.run(part(1));
    expect((await three.run(part(1))).thread).toBe(one.thread);
    const more = await Promise.all([1, 2, 3, 4, 5, 6].map((size) => three.run(part(size))));
    expect(new Set(more.map(({ thread }) => thread)).size).toBe(3);
  });

  it("moves what is whole in its buffer, and leaves alone what shares it", async () => {
    const two = pool(2);
    const whole = part(8);
    const shared = new Uint8Array(16).subarray(4, 8);
    await Promise.all([two.run(whole), two.run({ bytes: shared })]);
    expect([whole.bytes.length, shared.length]).toEqual([0, 4]);
  });
});

describe("what goes wrong in a thread", () => {
  it("is told with its code, and is no end of the others", async () => {
    const two = pool(2);
    const told = await two.run(part(1, "refuse")).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(ProvisoError);
    expect(told).toMatchObject({ code: "UNSUPPORTED", place: { line: 3 } });
    await expect(two.run(part(1, "break"))).rejects.toThrow("broken");
    await expect(two.run(part(2))).resolves.toMatchObject({ bytes: Uint8Array.of(1, 2) });
  });

  it("is nobody else's where it never got there", async () => {
    const two = pool(2);
    const never = { ...part(1), fate: (() => undefined) as unknown as "end" };
    await expect(two.run(never)).rejects.toThrow("could not be cloned");
    await expect(two.run(part(2))).resolves.toMatchObject({ bytes: Uint8Array.of(1, 2) });
  });

  it("is said before there is any, where it can be", () => {
    expect(() => pool(2, false, refused)).toThrow("refused");
  });

  it("while it makes ready is the answer to what it was given", async () => {
    await expect(pool(2, true).run(part(1))).rejects.toMatchObject({ code: "KEY_INVALID", hint: "another" });
  });

  it("ends what was given to it, and is given no more", async () => {
    const two = pool(2);
    const results = [two.run(part(1, "end")), two.run(part(1, "end")), two.run(part(1)), two.run(part(1))];
    for (const result of await Promise.allSettled(results)) expect(result.status).toBe("rejected");
    await expect(two.run(part(1))).rejects.toThrow("ended with code 7");
  });

  it("is told of once the results before it are", async () => {
    const two = pool(2);
    const parts = [part(1), part(2), part(3, "refuse"), part(4)];
    const seen: number[] = [];
    const all = (async () => {
      const given = (async function* () {
        yield* parts;
      })();
      for await (const { bytes } of inOrder(given, (one) => two.run(one), two.ahead)) seen.push(bytes.length);
    })();
    await expect(all).rejects.toMatchObject({ code: "UNSUPPORTED" });
    expect(seen).toEqual([1, 2]);
  });
});
