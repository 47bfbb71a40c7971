/** Dates of birth that are moved: whole or not at all, and the same on every later pass. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInProfile, parseProfile, Redactor } from "../src/redact/index.ts";

const key = new Uint8Array(32).fill(5);
const pseudonymous = new Redactor({ profile: builtInProfile("pseudonymous"), key });
const strict = withoutNames(0.3);
const usual = withoutNames(0.5);

/** Names are a guess, and may take `DOB` for one. */
function withoutNames(threshold: number): Redactor {
  const profile = parseProfile(
    `version: 1
profile: p
extends: pseudonymous
threshold: ${threshold}
names: off
entities:
  date: { operator: pseudonym, dates: day-first }
`,
    "p.yaml",
  );
  return new Redactor({ profile, key });
}

function redact(text: string, redactor = pseudonymous, subject: string | undefined = "someone"): string {
  const [written = ""] = redactor.document([text], subject === undefined ? {} : { subject }).texts;
  return written;
}

/** How a birth is told, with `@` for the date, and how dates are written there: day, month, year. */
const LANGUAGES: readonly (readonly [sentence: string, forms: readonly string[], months: string])[] = [
  [
    "She was born on @ in Ohio, as they say.",
    ["D M Y", "Dth of M, Y", "M D, Y", "M Dth, Y", "D-M-Y", "N/D/Y", "Y-N-D", "D.N.Y", "M. D, Y", "D N Y"],
    "January February March April May June July August September October November December",
  ],
  ["DOB: @.", ["D-M-Y", "N/D/Y", "YND", "NDY", "D M, Y"], "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"],
  [
    "Er ist geb. am @ und wohnt hier.",
    ["D. M Y", "D.N.Y", "D. N. Y", "D M Y", "DNY"],
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  ],
  [
    "Elle est née le @ dans le nord.",
    ["D M Y", "Der M Y", "D/N/Y", "D M, Y"],
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  ],
  [
    "Fecha de nacimiento: @; vive lejos.",
    ["D de M de Y", "D de M del Y", "D/N/Y", "Y/N/D", "D M Y"],
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  ],
  [
    "Nasci no dia @ e vivo longe.",
    ["D de M de Y", "Dº de M de Y", "D-N-Y", "D M Y"],
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  ],
  [
    "È nata il @ e abita lontano.",
    ["D M Y", "Dº M Y", "D/N/Y"],
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  ],
  [
    "Mijn geboortedatum is @ en ik woon hier.",
    ["D M Y", "D-N-Y", "D mrt Y"],
    "januari februari maart april mei juni juli augustus september oktober november december",
  ],
  ["Birthday: @", ["Y年N月D日"], "1 2 3 4 5 6 7 8 9 10 11 12"],
];

const born = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  form: fc.nat(),
  day: fc.integer({ min: 1, max: 31 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 1850, max: 2099 }),
  padded: fc.boolean(),
});
type Born = typeof born extends fc.Arbitrary<infer T> ? T : never;

function writtenOut({ language, form, day, month, year, padded }: Born): { date: string; text: string } {
  const [sentence, forms, months] = language;
  const chosen = forms[form % forms.length] ?? "";
  const isCompact = /^[YDN]{3}$/.test(chosen);
  const two = (number: number): string => String(number).padStart(padded || isCompact ? 2 : 1, "0");
  const parts: Readonly<Record<string, string>> = {
    D: two(day),
    N: two(month),
    M: months.split(" ")[month - 1] ?? "",
    Y: String(year),
  };
  const date = chosen.replace(/[DNMY]/g, (part) => parts[part] ?? part);
  return { date, text: sentence.replace("@", date) };
}

describe("a date of birth", () => {
  it.each([
    ["born on 12 March 1987", /^born on \d{1,2} [A-Z][a-z]+ 178\d$/],
    ["born May 12th, 1987", /^born [A-Z][a-z]+ \d{1,2}(st|nd|rd|th), 178\d$/],
    ["geb. am 12. Mai 1987 in Ulm", /^geb\. am \d{1,2}\. [A-ZÄ-Ü][a-zä-ü]+ 178\d in/],
    ["né le 1er mai 1980 là", /^né le (1er|\d{1,2}) [a-zà-ü]+ 177\d là$/],
    ["born on 12.05.1987, left 03.04.2010", /^born on \d\d\.\d\d\.178\d, left 03\.04\.2010$/],
    ["DOB 12051987", /^DOB \d{4}178\d$/],
    ["DOB 1987年5月12日", /^DOB 178\d年\d{1,2}月\d{1,2}日$/],
    ["born 12.05.87", /^born \[DATE_OF_BIRTH\]$/],
    ["born on 12 March", /^born on \[DATE_OF_BIRTH\]$/],
    ["born 12.05.2060", /^born \[DATE_OF_BIRTH\]$/],
    ["born 31.02.1987", /^born \[DATE_OF_BIRTH\]$/],
  ])("%s is moved whole, or not written", (text, wanted) => {
    expect(redact(text)).toMatch(wanted);
  });

  it("is not taken for a pseudonym of another kind", () => {
    const from = Date.UTC(1950, 0, 1);
    for (let day = 0; day < 4000; day += 1) {
      const date = new Date(from + day * 86_400_000).toISOString().slice(0, 10);
      expect(redact(`born on ${date}`, usual)).not.toContain(date);
    }
  });

  it("of somebody long dead is left, with every profile", () => {
    for (const text of ["born on 27 January 1756", "geb. 27.01.1756, verh. 04.08.1982", "DOB 17560127"])
      for (const redactor of [pseudonymous, strict, new Redactor({ profile: builtInProfile("default") })])
        expect(redact(text, redactor)).toBe(text);
  });

  it("is in no language and form left, broken or moved twice", () => {
    fc.assert(
      fc.property(born, fc.constantFrom(usual, strict), (one, redactor) => {
        const { date, text } = writtenOut(one);
        const once = redact(text, redactor);
        const [before = "", after = ""] = text.split(date);
        expect([once.slice(0, before.length), once.slice(-after.length || once.length)]).toEqual([
          before,
          after,
        ]);
        const written = once.slice(before.length, once.length - after.length);
        expect(written).not.toBe(date);
        // All of it is ours: a tag, or a date in which the year is one of ours.
        expect(written).toMatch(/^\[DATE_OF_BIRTH\]$|1[67]\d\d|18[0-4]\d/);
        expect(written).not.toMatch(/\].|.\[/);
        expect(redact(once, redactor)).toBe(once);
        expect(redact(once, redactor, undefined)).toBe(once);
        const named = redact(text);
        expect(redact(named)).toBe(named);
      }),
      { numRuns: 3000 },
    );
  });

  it("keeps the language of its month", () => {
    expect(redact("née le 12 mai 1987")).toMatch(
      /le \d{1,2} (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) 1/,
    );
  });
});
