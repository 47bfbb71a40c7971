import { expect, test } from "vitest";
import { WordTable } from "./word-table.ts";

const encoder = new TextEncoder();
const table = new WordTable([
  [1, "straße Éclair  weg\n platz"],
  [2, "weg"],
]);

test.each([
  ["straße", 1],
  ["STRAßE", 1],
  ["éclair", 1],
  ["ÉCLAIR", 1],
  ["Weg", 3],
  ["platz", 1],
  ["plat", 0],
  ["", 0],
])("%s has the bits %i", (word, bits) => {
  const bytes = encoder.encode(`.${word}.`);
  expect(table.bitsOf(bytes, 1, bytes.length - 1)).toBe(bits);
});
