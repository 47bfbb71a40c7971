import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProvisoError } from "../../errors.ts";
import { parseInstant } from "../instant.ts";
import { fastDate } from "./fast-date.ts";
import { fastNumber } from "./fast-number.ts";
import { project } from "./project.ts";
import type { ByType, Shape } from "./shape.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesIn = (text: string): number => encode(text).length;

/** The meaning of `project`: JSON.parse, then picking. Sizes are of JSON.stringify's spelling. */
function pick(value: unknown, shape: Shape): unknown {
  if (typeof shape === "string" || "prefix" in shape) return pickText(value, shape);
  if (typeof value === "string") return pickText(value, shape.string ?? "value");
  if (Array.isArray(value)) {
    const element = shape.array;
    return element === undefined ? undefined : value.map((one) => pick(one, element));
  }
  return typeof value === "object" && value !== null ? pickObject(value, shape) : value;
}

function pickText(value: unknown, shape: Exclude<Shape, ByType>): unknown {
  const encoded = JSON.stringify(value);
  const bytes = value === null ? 0 : bytesIn(encoded) - (typeof value === "string" ? 2 : 0);
  if (shape === "skip") return undefined;
  if (shape === "measure") return bytes;
  if (shape === "text")
    return { bytes, text: value === null ? "" : typeof value === "string" ? value : encoded };
  if (shape === "value" || shape === "date" || typeof value !== "string") return value;
  return value.slice(0, shape.prefix);
}

function pickObject(value: object, { object, map }: ByType): unknown {
  if (object !== undefined) {
    const kept = Object.entries(value).filter(
      ([key]) => Object.hasOwn(object, key) && object[key] !== "skip",
    );
    return Object.fromEntries(kept.map(([key, one]) => [key, pick(one, object[key] ?? "skip")]));
  }
  if (map === undefined) return undefined;
  return new Map(Object.entries(value).map(([key, one]) => [key, pick(one, map)]));
}

const KEYS = ["a", "b", "ab", "é", 'q"', "", "long-key-name", "__proto__", "\\"];
const anyKey = fc.constantFrom(...KEYS);
const string = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 90 }),
  fc.constantFrom('"', "\\", '\\"', "\u{feff}x", "\\".repeat(41), `${"x".repeat(39)}"`),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(-0));

const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(string, number, fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 4 }),
    // Own property, as JSON.parse makes it, also for `__proto__`.
    fc.array(fc.tuple(anyKey, tie("value")), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

const textShape = fc.oneof(
  fc.constantFrom<Exclude<Shape, object>>("value", "skip", "measure", "text"),
  fc.record({ prefix: fc.integer({ min: 0, max: 20 }) }),
);
const { shape: anyShape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    textShape,
    fc.record(
      {
        string: textShape,
        object: fc.dictionary(
          anyKey.filter((name) => name !== "__proto__"),
          tie("shape"),
          { maxKeys: 4 },
        ),
        array: tie("shape"),
      },
      { requiredKeys: [] },
    ),
    fc.record({ map: tie("shape") }),
  ),
}));

function failure(text: string, wanted: Shape): unknown {
  try {
    return project(encode(text), wanted);
  } catch (error) {
    if (error instanceof ProvisoError) return [error.code, error.place.offset];
    throw error;
  }
}

describe("project", () => {
  it("means JSON.parse and picking, for any JSON, shape and spacing", () => {
    fc.assert(
      fc.property(json, anyShape, fc.constantFrom(undefined, 1, "\t"), (value, wanted, space) => {
        // Spacing inside a measured value counts, so measures are compared on compact text only.
        const text = JSON.stringify(value, undefined, space);
        const parsed: unknown = JSON.parse(text);
        if (space === undefined) expect(project(encode(text), wanted)).toEqual(pick(parsed, wanted));
        else expect(() => project(encode(text), wanted)).not.toThrow();
        expect(project(encode(text), "value")).toEqual(parsed);
      }),
      { numRuns: 3000 },
    );
  });

  it("keeps negative zero and long numbers as JSON.parse does", () => {
    const texts = [
      "-0",
      "0",
      "1e3",
      "1.5",
      "1740477738.659417",
      "1740477738.6594172",
      "9007199254740993",
      "0.1",
    ];
    for (const text of texts) expect(project(encode(text), "value")).toBe(JSON.parse(text));
  });

  it("reports what the shape does not name, once per time met", () => {
    const seen: string[] = [];
    const wanted: Shape = {
      object: {
        a: { array: { object: { b: "skip" } } },
        m: { map: { object: {} } },
        open: { object: { x: "value" }, rest: "skip" },
        n: { object: {} },
      },
    };
    const text =
      '{"new":1,"a":[{"b":1,"c":2},{"c":"\\u0041"}],"m":{"k":{"d":1}},"open":{"y":1},"n":[1],"n\\u0065w":2}';
    expect(project(encode(text), wanted, (path) => seen.push(path))).toEqual({
      a: [{}, {}],
      m: new Map([["k", {}]]),
      open: {},
    });
    expect(seen).toEqual(["new", "a[].c", "a[].c", "m{}.d", "n (array)", "new"]);
  });

  it("finds a field whose key is written with escapes", () => {
    expect(project(encode('{"\\u0061b":1}'), { object: { ab: "value" } })).toEqual({ ab: 1 });
  });

  const whole: Shape = { object: { a: "value", s: "skip", m: { map: "measure" }, l: { array: "value" } } };
  it.each([
    ["", 0],
    ["{", 1],
    ['{"a"', 4],
    ['{"a":', 5],
    ['{"a":1', 6],
    ['{"a":1,', 7],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ["{a:1}", 1],
    ['{"a":tru}', 5],
    ['{"a":01}', 5],
    ['{"a":1.}', 5],
    ['{"a":+1}', 5],
    ['{"a":"\\x"}', 5],
    ['{"a":"line\nbreak"}', 5],
    ['{"a":"no end}', 5],
    ['{"s":"no end}', 5],
    ['{"s":[1,{"x":2]', 5],
    ['{"m":{"k":1 "j":2}}', 12],
    ['{"l":[1 2]}', 8],
    ['{"l":[1,]}', 8],
    ['{"a":1} x', 8],
    ['{"a":1}{"a":2}', 7],
  ])("refuses `%s` at byte %i", (text, offset) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(failure(text, whole)).toEqual(["INPUT_MALFORMED", offset]);
  });

  it("does not overflow the stack on many escaped quotes", () => {
    const text = JSON.stringify({ s: `${"x".repeat(60)}"`.repeat(300_000) });
    expect(project(encode(text), { object: { s: "measure" } })).toEqual({ s: text.length - 8 });
  });

  it("does not overflow the stack on deep nesting", () => {
    const deep = "[".repeat(500_000) + "]".repeat(500_000);
    expect(project(encode(`{"s":${deep}}`), { object: { s: "skip" } })).toEqual({});
    expect(project(encode(`{"s":${deep}}`), { object: { s: "measure" } })).toEqual({ s: deep.length });
  });
});

describe("short cuts", () => {
  it("read numbers as JSON.parse does, or leave them", () => {
    const text = fc.oneof(
      number.map((value) => JSON.stringify(value)),
      fc.tuple(fc.bigInt(0n, 10n ** 18n), fc.nat({ max: 17 })).map(([digits, point]) => {
        const padded = digits.toString().padStart(point + 1, "0");
        return point === 0 ? padded : `${padded.slice(0, -point)}.${padded.slice(-point)}`;
      }),
      fc.string({ unit: fc.constantFrom("0", "1", "9", ".", "-", "e"), minLength: 1, maxLength: 6 }),
    );
    fc.assert(
      fc.property(text, (digits) => {
        const bytes = encode(`[${digits}]`);
        const read = fastNumber(bytes, 1, bytes.length - 1);
        if (read !== undefined) expect(read).toBe(JSON.parse(digits));
      }),
      { numRuns: 5000 },
    );
    expect(fastNumber(encode("1740477738.659417"), 0, 17)).toBe(1740477738.659417);
  });

  it("read dates as parseInstant does, or leave them", () => {
    const two = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, "0"));
    const wild = fc
      .tuple(fc.constantFrom("2024", "2000", "1999", "2100", "0001", "2026"), two, two, two, two, two)
      .map(([y, mo, d, h, mi, s]) => `${y}-${mo}-${d}T${h}:${mi}:${s}`);
    const real = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2400-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 19));
    const fraction = fc.constantFrom(
      "",
      ".",
      ".1",
      ".123",
      ".123456",
      ".999999999",
      ".1234567890123",
      ".12x",
    );
    const zone = fc.constantFrom("Z", "+00:00", "", "+01:00", "-00:00", "+0000", "z", "+00:0x");
    let fast = 0;
    fc.assert(
      fc.property(fc.oneof(wild, real), fraction, zone, (date, part, end) => {
        const text = `${date}${part}${end}`;
        const read = fastDate(encode(text), 0, text.length);
        if (Number.isNaN(read)) return;
        fast += 1;
        expect(read).toBe(parseInstant(text));
      }),
      { numRuns: 5000 },
    );
    expect(fast).toBeGreaterThan(200);
  });
});
