import { expect, test } from "vitest";
import { BoundedCache } from "./bounded-cache.ts";

test("keeps what was asked for lately, and never more than twice its size", () => {
  const cache = new BoundedCache<number>(10);
  cache.set("kept", 1);
  for (let count = 0; count < 1000; count += 1) {
    cache.set(`other ${count}`, count);
    expect(cache.get("kept")).toBe(1);
  }
  const left = Array.from({ length: 1000 }, (_, count) => cache.get(`other ${count}`)).filter(
    (value) => value !== undefined,
  );
  expect(left.length).toBeLessThanOrEqual(20);
  expect(cache.get("other 999")).toBe(999);
});
