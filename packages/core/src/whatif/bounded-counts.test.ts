import { expect, it } from "vitest";
import { BoundedCounts } from "./bounded-counts.ts";

it("counts what finds no room together, and loses nothing", () => {
  const counts = new BoundedCounts<string>(2, "other");
  for (const value of ["a", "b", "c", "d", "b", "c"]) counts.add(value, value, 1);
  expect(counts.result()).toEqual([
    { value: "other", conversations: 3 },
    { value: "b", conversations: 2 },
    { value: "a", conversations: 1 },
  ]);
});
