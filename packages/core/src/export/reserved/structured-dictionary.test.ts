import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDictionary } from "./structured-dictionary.ts";

const VECTORS = new URL("../../../../../../shared/data/vectors/structured-fields/", import.meta.url);
const FILES = ["dictionary", "param-dict", "examples"];

interface Vector {
  readonly name: string;
  readonly raw: readonly string[];
  readonly header_type: string;
  readonly expected?: readonly (readonly [string, readonly [unknown, unknown]])[];
  readonly must_fail?: boolean;
}

function vectorsOf(file: string): readonly Vector[] {
  const all = JSON.parse(readFileSync(new URL(`${file}.json`, VECTORS), "utf8")) as readonly Vector[];
  return all.filter(({ header_type }) => header_type === "dictionary");
}

/** The form in which the vectors give values; inner lists and bytes are not asked for here. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return "list";
  if (typeof value !== "object" || value === null) return value;
  const { __type: type, value: inner } = value as { __type: string; value: unknown };
  return type === "binary" ? "bytes" : `${type}:${String(inner)}`;
}

function printed(text: string): unknown {
  const parsed = parseDictionary(text);
  if (parsed === undefined) return undefined;
  return [...parsed].map(([key, item]) => {
    if (item === undefined) return [key, "list"];
    if (item.kind === "bytes") return [key, "bytes"];
    return [key, item.kind === "token" ? `token:${item.value}` : item.value];
  });
}

// The published vectors lie beside the checkout where there are any.
describe.skipIf(!existsSync(VECTORS))(
  "the published vectors (skipped where they are not beside the checkout)",
  () => {
    const all = existsSync(VECTORS) ? FILES.flatMap(vectorsOf) : [];
    it("are there", () => expect(all.length).toBeGreaterThan(40));
    it.each(all)("$name", ({ raw, expected, must_fail: mustFail }) => {
      const wanted = mustFail === true ? undefined : expected?.map(([key, [value]]) => [key, plain(value)]);
      expect(printed(raw.join(", "))).toEqual(wanted);
    });
  },
);

describe("values", () => {
  it.each([
    ["a", [["a", true]]],
    ["a=?0", [["a", false]]],
    ["a=?2", undefined],
    ["a=-12.5", [["a", -12.5]]],
    ["a=1.", undefined],
    ["a=1.2345", undefined],
    ["a=1234567890123456", undefined],
    ['a="x\\"y"', [["a", 'x"y']]],
    ['a="x', undefined],
    ['a="é"', undefined],
    ["a=:aGk=:", [["a", "bytes"]]],
    ["a=:a Gk=:", undefined],
    ["a=@1659578233", [["a", 1659578233]]],
    ["a=@1.5", undefined],
    ['a=%"f%c3%bc"', [["a", "fü"]]],
    ['a=%"f%c3"', undefined],
    [
      "a=n;x;y=2, b=(1 2);z",
      [
        ["a", "token:n"],
        ["b", "list"],
      ],
    ],
    ["a=(1", undefined],
    ["a=(1;b=2 c)", [["a", "list"]]],
    ["a=1, a=n", [["a", "token:n"]]],
    ["A=1", undefined],
    ["a=n,", undefined],
    ["", []],
  ])("%s", (text, wanted) => expect(printed(text)).toEqual(wanted));
});

it("never throws and never hangs, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void parseDictionary(text)));
});

it("reads long values", () => {
  expect(parseDictionary(`a="${"x".repeat(100_000)}", b=n`)?.get("b")).toEqual({ kind: "token", value: "n" });
});
