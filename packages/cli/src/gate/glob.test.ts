import { describe, expect, it } from "vitest";
import { globTest } from "./glob.ts";

describe("a glob", () => {
  it.each([
    ["dist", "dist/a.txt", true],
    ["dist", "packages/x/dist", true],
    ["dist", "distant/a.txt", false],
    ["*.min.js", "web/app.min.js", true],
    ["*.min.js", "web/app.min.jsx", false],
    ["a?c", "abc", true],
    ["a?c", "a/c", false],
    ["src/*.ts", "src/a.ts", true],
    ["src/*.ts", "src/sub/a.ts", false],
    ["src/**/*.ts", "src/a.ts", true],
    ["src/**/*.ts", "src/x/y/a.ts", true],
    ["src/**", "src/x/y", true],
    ["src/", "lib/src/a", true],
    ["/src", "lib/src/a", false],
    ["/src", "src/a", true],
    ["data/x", "data/x/deep/a.txt", true],
    ["a+(b).txt", "a+(b).txt", true],
  ])("%s and %s: %s", (glob, path, wanted) => expect(globTest(glob)(path)).toBe(wanted));

  it("takes no longer for stars in a row", () => {
    const test = globTest(`${"*".repeat(40)}x`);
    expect(test("a".repeat(5000))).toBe(false);
  });
});
