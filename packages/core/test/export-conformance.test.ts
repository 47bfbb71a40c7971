/** The cases of conformance/export: reserved pages, and the formats' rows. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FORMATS, fit, type Turn } from "../src/export/index.ts";
import { withoutReserved } from "../src/export/reserved/without-reserved.ts";

function casesOf<T>(folder: string): readonly (T & { readonly name: string })[] {
  const url = new URL(`../../../conformance/export/${folder}/cases.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, "utf8")) as { cases: readonly (T & { name: string })[] }).cases;
}

interface Reservation {
  readonly fetched: boolean;
  readonly text: string;
  readonly kept: string;
  readonly signals: Readonly<Record<string, number>>;
}

describe("reserved pages", () => {
  it.each(casesOf<Reservation>("reservations"))("$name", ({ fetched, text, kept, signals }) => {
    const unreserved = withoutReserved(text, fetched);
    expect({ kept: unreserved.text, signals: Object.fromEntries(unreserved.signals) }).toEqual({
      kept,
      signals,
    });
  });
});

interface Rows {
  readonly turns: readonly (readonly [Turn["role"], string, string?])[];
  readonly rows: Readonly<Record<string, unknown>>;
  readonly left?: Readonly<Record<string, number>>;
}

const ROWS = casesOf<Rows>("formats").flatMap((one) =>
  Object.entries(one.rows).map(([format, row]) => ({ ...one, format, row })),
);

describe("rows", () => {
  it.each(ROWS)("$format: $name", ({ format: name, turns, row, left = {} }) => {
    const format = FORMATS.find((one) => one.name === name);
    if (format === undefined) throw new Error(`no format ${name}`);
    const fitted = fit(
      turns.map(([role, text, tool]) => ({ role, text, name: tool })),
      format.shape,
    );
    if (typeof fitted === "string") {
      expect(fitted).toBe(row);
    } else {
      expect(format.row(fitted.turns)).toEqual(row);
      expect(Object.fromEntries(fitted.left)).toEqual(left);
    }
  });
});
