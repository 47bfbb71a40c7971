/** The months that moved dates are written with are those that the recognizer reads. */
import { expect, test } from "vitest";
import { monthOf } from "../../recognizers/account/months.ts";
import { MONTHS } from "./months.ts";

test.each(MONTHS.map((months) => [months.join(" "), months] as const))("%s", (_, months) => {
  expect(months.map(monthOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
