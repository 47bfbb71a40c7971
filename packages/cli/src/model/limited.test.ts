import { expect, it } from "vitest";
import { limited } from "./limited.ts";

it("runs so many at once, all of them, in order, failures included", async () => {
  const gate = limited(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const run = (index: number): Promise<number> =>
    gate(async () => {
      started.push(index);
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (index === 1) throw new Error("one fails");
      return index;
    });
  const results = await Promise.allSettled(Array.from({ length: 6 }, (_, index) => run(index)));
  expect(most).toBe(2);
  expect(started).toEqual([0, 1, 2, 3, 4, 5]);
  expect(results.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
});
