/** What a policy's text could do to the SQL around it, in comments and in Spark's literals. */
import { expect, it } from "vitest";
import { comment, query } from "./print.ts";
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

it("a hint of a view stands where the view is part of a query, and only there", () => {
  const views = [
    { name: "small", says: ["Two rows."], hint: "NOT MATERIALIZED", select: "SELECT 1 AS one" },
    {
      name: "twice",
      says: ["Both."],
      select: "SELECT a.one FROM small AS a JOIN small AS b ON a.one = b.one",
    },
  ];
  expect(query(views, "twice")).toContain("small AS NOT MATERIALIZED (\nSELECT 1 AS one\n)");
  expect(query(views, "small")).toBe("-- Two rows.\nSELECT 1 AS one");
});
