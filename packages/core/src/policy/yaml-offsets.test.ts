import { describe, expect, test } from "vitest";
import { isMap, parseDocument, type Scalar } from "yaml";
import { offsetsIn } from "./yaml-offsets.ts";

/** The scalar at `a` of a YAML text, whose `@` marks the place that `needle` must be found at. */
describe("offsetsIn", () => {
  test.each([
    ["plain", "a: x && @y\n", "y"],
    ["plain over lines", "a: x\n   &&\n   @y == z\n", "y"],
    ["single quotes", "a: 'it''s && @y'\n", "y"],
    ["double quotes with escapes", 'a: "\\"q\\" \\u00e9 && @y"\n', "y"],
    ["double quotes over lines", 'a: "x &&\n\n  @y"\n', "y"],
    ["a line end escaped", 'a: "x \\\n  && @y"\n', "y"],
    ["literal block", "a: |\n  x\n    && z\n  @y\n", "y"],
    ["folded block", "a: >-\n  x\n  && z\n\n  @y\n", "y"],
    ["block with blank first lines", "a: |\n\n\n  @y\n", "y"],
    ["block with an indentation given", "a: |2-\n    x\n  @y\n", "y"],
    ["a block behind a comment", "a: >- # why\n  x && @y\n", "y"],
    [
      "characters of two units",
      "a: '💬é' && @y\n".replace("'💬é' &&", '"💬é &&').replace("@y\n", '@y"\n'),
      "y",
    ],
  ])("%s", (_what, marked, needle) => {
    const at = marked.indexOf("@");
    const text = marked.replace("@", "");
    const root = parseDocument(text, { schema: "failsafe" }).contents;
    const scalar = (isMap(root) ? root.get("a", true) : undefined) as unknown as Scalar<string>;
    expect(offsetsIn(scalar, text)(scalar.value.indexOf(needle))).toBe(at);
  });
});
