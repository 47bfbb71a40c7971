import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandLine } from "./command-line.ts";

describe("commandLine", () => {
  it.each([
    [["scan", "data-2026.zip"], "proviso scan data-2026.zip"],
    [["scan", "my export", "--at", "now"], "proviso scan 'my export' --at now"],
    [["scan", "~", "a=~/b"], "proviso scan '~' 'a=~/b'"],
    [["scan", "it's", "$HOME", ""], "proviso scan 'it'\\''s' '$HOME' ''"],
  ])("%j", (argv, line) => expect(commandLine(argv)).toBe(line));

  it.skipIf(process.platform === "win32")("gives a shell the same words", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme-ascii" }), { maxLength: 4 }), (words) => {
        const script = `proviso() { printf '%s\\0' "$@"; }; ${commandLine(words)}`;
        const seen = execFileSync("sh", ["-c", words.length === 0 ? ":" : script], { encoding: "utf8" });
        expect(seen.split("\0").slice(0, -1)).toEqual(words);
      }),
      { numRuns: 30 },
    );
  });
});
