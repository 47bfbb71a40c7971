/** What pseudonyms look like, kind by kind, and that they can be nobody's. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hmac } from "../../../wasm/hmac.ts";
import { VALIDATORS } from "../../custom/validators.ts";
import { RECOGNIZERS } from "../../recognizers/all.ts";
import { find } from "../../scan/find.ts";
import { Scanner } from "../../scan/scanner.ts";
import { FICTIONAL_RANGES } from "./fictional-phones.ts";
import { Pseudonyms } from "./pseudonyms.ts";

const prf = hmac(new Uint8Array(32).fill(9));
const pseudonyms = new Pseudonyms(prf, "scope");
const make = (type: string, value: string): string => pseudonyms.make(type, value) ?? "none";

const INVENTED = "[A-Z][a-z]{5,}";

test.each([
  ["PERSON", "Vera Beispiel", `^${INVENTED} ${INVENTED}$`],
  ["PERSON", "VERA BEISPIEL", "^[A-Z]{6,} [A-Z]{6,}$"],
  ["PERSON", "vera beispiel", "^[a-z]{6,} [a-z]{6,}$"],
  ["PERSON", "Dr. Vera van der Beispiel jr.", `^Dr\\. ${INVENTED} van der ${INVENTED} jr\\.$`],
  ["PERSON", "V. Beispiel", `^[A-Z]\\. ${INVENTED}$`],
  ["PERSON", "Vera-Maria O’Muster", `^${INVENTED}-${INVENTED} ${INVENTED}$`],
  ["PERSON", "Vera’s", `^${INVENTED}’s$`],
  ["PERSON", "王伟", `^${INVENTED}$`],
  ["PERSON", "De La", `^${INVENTED} ${INVENTED}$`],
  ["ORGANISATION", "Muster Werke GmbH", `^${INVENTED} ${INVENTED} GmbH$`],
  ["LOCATION", "Musterstadt am See", `^${INVENTED} am ${INVENTED}$`],
  [
    "ADDRESS",
    "12a Muster Street, Apt 4\nSpringfield, IL 62704",
    `^[1-9]\\da ${INVENTED} Street, Apt [1-9]\n${INVENTED}, XX 00000$`,
  ],
  ["ADDRESS", "Musterstraße 7, 10115 Berlin", `^${INVENTED}straße [1-9], 00000 ${INVENTED}$`],
  ["POSTCODE", "SW1A 1AA", "^XX0X 0XX$"],
  ["EMAIL", "vera.beispiel@example.de", "^[a-z]{6,}\\.[a-z]{6,}\\d{3}@example\\.(com|net|org)$"],
  ["USERNAME", "@vera_b", "^@[a-z]{6,}\\d{4}$"],
  ["PHONE", "+1 (212) 867-5309", "^\\+1 \\([2-9]\\d\\d\\) 555-01\\d\\d$"],
  ["PHONE", "212.867.5309", "^[2-9]\\d\\d\\.555\\.01\\d\\d$"],
  ["PHONE", "1-212-867-5309 x77", "^1-[2-9]\\d\\d-555-01\\d\\d x00$"],
  ["PHONE", "+44 20 8366 1177", "^\\+44 (20 7946 0|28 9649 6|29 2018 0)\\d\\d\\d$"],
  ["PHONE", "+44 7911 123456", "^\\+44 7700 900\\d{3}$"],
  ["PHONE", "+49 (0)30 90091234", "^\\+49 \\(0\\)\\d{2} \\d{8}$"],
  ["PHONE", "+34 612 345 678", "^\\+34 000 \\d{3} \\d{3}$"],
  ["PHONE", "0151 23456789", "^000\\d \\d{8}$"],
  ["CARD", "4111 1111 1111 1111", "^41\\d\\d( \\d{4}){3}$"],
  ["IBAN", "DE89 3704 0044 0532 0130 00", "^DE00( \\d{4}){4} \\d\\d$"],
  ["UK_NINO", "AB 12 34 56 C", "^QQ \\d\\d \\d\\d \\d\\d [A-Z]$"],
  ["IP", "10.20.30.40", "^(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}$"],
  ["IP", "fe80::1", "^2001:db8(:[0-9a-f]{4}){6}$"],
  ["MAC", "00-1A-2B-3C-4D-5E", "^02(-[0-9A-F]{2}){5}$"],
  ["MAC", "001a.2b3c.4d5e", "^02[0-9a-f]{2}(\\.[0-9a-f]{4}){2}$"],
  ["PASSPORT", "912803456", "^[1-9]\\d{8}$"],
  ["IT_FISCAL_CODE", "RSSMRA85T10A562S", "^[A-Z]{6}\\d\\d[A-Z]\\d\\d[A-Z]\\d{3}[A-Z]$"],
  ["CARD_CODE", "123", "^none$"],
  ["PASSWORD", "not-a-password", "^none$"],
  ["EMPLOYEE_ID", "EMP-1234567", "^[A-Z]{3}-\\d{7}$"],
  ["PROJECT", "Bluebird Two", "^none$"],
])("%s %j keeps its form", (type, value, form) => {
  expect(make(type, value)).toMatch(new RegExp(form, "u"));
});

describe("a name", () => {
  const last = (name: string): string | undefined => make("PERSON", name).split(" ").at(-1);

  test("keeps its parts together", () => {
    const [first, family] = make("PERSON", "Vera Beispiel").split(" ");
    expect(make("PERSON", "Beispiel")).toBe(family);
    expect(make("PERSON", "Vera")).toBe(first);
    expect(make("PERSON", "V. Beispiel")).toBe(`${first?.charAt(0)}. ${family}`);
    expect(make("PERSON", "Frau Beispiel")).toBe(`Frau ${family}`);
    expect(make("PERSON", "BEISPIEL")).toBe(family?.toUpperCase());
    expect(last("Max Beispiel")).toBe(family);
    expect(last("Vera Muster")).not.toBe(family);
  });

  test("is told from others", () => {
    const letters = (number: number): string =>
      [...String(number)].map((digit) => "abcdefghij".charAt(Number(digit))).join("");
    const names = Array.from({ length: 2000 }, (_, index) => `V${letters(index)} B${letters(index * 7)}`);
    expect(new Set(names.map((name) => make("PERSON", name))).size).toBeGreaterThan(1900);
  });
});

describe("what belongs to nobody", () => {
  const number = (size: number) =>
    fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: size, maxLength: size });

  test("a card's number fails Luhn", () => {
    fc.assert(
      fc.property(number(16), (value) => {
        const units = make("CARD", `4${value.slice(1)}`);
        expect(units).toMatch(/^4\d{15}$/);
        expect(VALIDATORS["luhn"]?.(units)).toBe(false);
      }),
    );
  });

  test("an account's number fails mod 97", () => {
    fc.assert(
      fc.property(number(18), (value) => {
        expect(VALIDATORS["iban"]?.(make("IBAN", `DE89${value}`))).toBe(false);
      }),
    );
  });

  test("a telephone number is in a range that never rings, or begins with 000", () => {
    const country = fc.constantFrom("1", "44", "49", "33", "61", "46", "353", "39", "48", "55", "91");
    fc.assert(
      fc.property(country, number(10), (code, national) => {
        const made = make("PHONE", `+${code} ${national}`).slice(code.length + 2);
        expect(made).toHaveLength(national.length);
        const isFictional =
          (code === "1" && /^\d{3}55501\d\d$/.test(made)) ||
          FICTIONAL_RANGES.some((range) => range.country === code && made.startsWith(range.prefix));
        expect(isFictional || made.startsWith("000")).toBe(true);
      }),
    );
  });

  const scanner = new Scanner(RECOGNIZERS);
  test.each(["US_SSN", "UK_NHS", "DE_TAX_ID", "NL_BSN", "BR_CPF", "IN_AADHAAR", "PL_PESEL", "AU_TFN"])(
    "our recognizer finds no %s in a pseudonym",
    (type) => {
      fc.assert(
        fc.property(number(type === "US_SSN" || type === "NL_BSN" || type === "AU_TFN" ? 9 : 11), (value) => {
          const made = pseudonyms.make(type, value);
          if (made === undefined) return;
          expect(find(scanner, made).map((one) => one.type)).not.toContain(type);
        }),
        { numRuns: 50 },
      );
    },
  );
});

describe("dates", () => {
  const move = (value: string, subject = "someone"): string =>
    pseudonyms.makeDate(value, subject, "month-first") ?? "none";

  test("move 200 years and some days, all of a subject by the same", () => {
    const days = (text: string): number => Date.parse(text) / 86_400_000;
    const distance = days("2001-09-30") - days("1987-05-12");
    expect(days(move("2001-09-30")) - days(move("1987-05-12"))).toBeLessThanOrEqual(distance + 1);
    expect(days(move("2001-09-30")) - days(move("1987-05-12"))).toBeGreaterThanOrEqual(distance - 1);
    expect(move("1987-05-12")).toMatch(/^178[2-7]-/);
    expect(move("1987-05-12", "another")).not.toBe(move("1987-05-12"));
  });

  test("in every form they are the same day", () => {
    const [year = "", month = "", day = ""] = move("1987-05-12").split("-");
    expect(move("12.05.1987")).toBe(`${day}.${month}.${year}`);
    expect(move("05/12/1987")).toBe(`${month}/${day}/${year}`);
    expect(move("19870512")).toBe(`${year}${month}${day}`);
    expect(move("1987/05/12")).toBe(`${year}/${month}/${day}`);
    expect(move("5/12/1987")).toBe(`${Number(month)}/${Number(day)}/${year}`);
    expect(move("May 12, 1987")).toMatch(new RegExp(`^[A-Z][a-z]+ ${Number(day)}, ${year}$`));
    expect(move("12 de maio de 1987")).toMatch(new RegExp(`^${Number(day)} de [a-zç]+ de ${year}$`));
    expect(move("12. Mai 1987")).toMatch(new RegExp(`^${Number(day)}\\. [A-Zä-ü][a-zä-ü]+ ${year}$`));
  });

  test.each(["12/05/87", "1987", "31.02.1987", "someday", "12 Foo 1987"])("%s does not move", (value) => {
    expect(move(value)).toBe("none");
  });

  test("without a subject nothing moves", () => {
    expect(pseudonyms.makeDate("1987-05-12", undefined, "day-first")).toBeUndefined();
  });
});
