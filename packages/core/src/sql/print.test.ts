/** What a policy's text could do to the SQL around it, in comments and in Spark's literals. */
import { expect, it } from "vitest";
import { comment } from "./print.ts";
import { spark } from "./spark.ts";

const VARIABLE = ["$", "{env:HOME}"].join("");

it("a comment ends with its line and takes nothing in", () => {
  expect(comment(["a\r\n; DROP TABLE x", "b\\", VARIABLE])).toBe(
    "-- a ; DROP TABLE x\n-- b\\ \n-- $ {env:HOME}\n",
  );
});

it("a literal of Spark holds no variable that Spark would put something in the place of", () => {
  expect(spark.text(VARIABLE)).toBe(String.raw`'\u0024{env:HOME}'`);
  expect(spark.text(`a\\${VARIABLE}' $1`)).toBe(String.raw`'a\\\u0024{env:HOME}\' $1'`);
});
