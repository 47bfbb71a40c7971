/** Laws of the recognizers of contact, finance and network. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find, Scanner } from "../src/redact/index.ts";
import { CONTACT } from "../src/redact/recognizers/contact/contact.ts";
import { FINANCIAL } from "../src/redact/recognizers/financial/financial.ts";
import { isLuhn } from "../src/redact/recognizers/financial/luhn.ts";
import { NETWORK } from "../src/redact/recognizers/network/network.ts";

const THRESHOLD = 0.5;
const scanner = new Scanner([...CONTACT, ...FINANCIAL, ...NETWORK]);

function foundIn(text: string): readonly (readonly [string, string])[] {
  return find(scanner, text, THRESHOLD).map(
    ({ type, start, end }) => [type, text.slice(start, end)] as const,
  );
}

/** One value of each kind, none of them anybody's. */
const SAMPLES: readonly (readonly [string, string])[] = [
  ["EMAIL", "jane.doe@example.org"],
  ["PHONE", "+44 20 7946 0958"],
  ["PHONE", "(415) 555-0132"],
  ["CARD", "4111 1111 1111 1111"],
  ["IBAN", "DE87 1234 5678 1234 5678 90"],
  ["CRYPTO_ADDRESS", "bc1qqpzry9x8gf2tvdw0s3jn54khce6mua7l3latgx"],
  ["IP", "203.0.113.77"],
  ["IP", "2001:db8:85a3::8a2e:370:7334"],
  ["MAC", "00:00:5e:00:53:2a"],
];

const separators = fc.constantFrom(
  " ",
  "\n",
  ", ",
  " \u2013 ",
  "\u201c",
  "\u00a0",
  "; ",
  "\t",
  "(",
  "\u3002",
);

describe.each(SAMPLES)("%s `%s`", (type, value) => {
  it("is found whole between any separators", () => {
    fc.assert(
      fc.property(separators, separators, (before, after) => {
        expect(foundIn(`see${before}${value}${after}end`)).toEqual([[type, value]]);
      }),
    );
  });

  it("is not found across a boundary between records", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: value.length - 1 }), (at) => {
        const text = `${value.slice(0, at)}\0${value.slice(at)}`;
        for (const [, part] of foundIn(text)) expect(part).not.toContain("\0");
      }),
    );
  });

  it("is not found inside a longer token", () => {
    expect(foundIn(`a${value}b`).filter(([, part]) => part === value)).toEqual([]);
  });
});

it("a wrong digit is no card, whichever it is", () => {
  const digits = Array.from("4111111111111111", Number);
  fc.assert(
    fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const wrong = digits.map((digit, index) => (index === at ? (digit + by) % 10 : digit));
      expect(isLuhn(wrong, 0, 16)).toBe(false);
    }),
  );
});

it("a wrong character is no IBAN and no address on a blockchain", () => {
  const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const replaced = (value: string, at: number, by: string) => value.slice(0, at) + by + value.slice(at + 1);
  const iban = "DE87123456781234567890";
  const address = "bc1qqpzry9x8gf2tvdw0s3jn54khce6mua7l3latgx";
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 21 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digit = (Number(iban[at]) + by) % 10;
      expect(foundIn(`IBAN ${replaced(iban, at, String(digit))}`).map(([type]) => type)).not.toContain(
        "IBAN",
      );
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 41 }), fc.constantFrom(...alphabet), (at, by) => {
      fc.pre(by !== address[at]);
      expect(foundIn(replaced(address, at, by))).toEqual([]);
    }),
  );
});

it("finds every IPv4 address beside the word", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(foundIn(`the IP ${address} was seen`)).toEqual([["IP", address]]);
    }),
  );
});

it("finds every IPv6 address beside the word", () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      expect(foundIn(`address ${address} was seen`)).toEqual([["IP", address]]);
    }),
    { numRuns: 500 },
  );
});

it("says nothing about text without digits, colons or at signs", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z ,.!?'"\n-]{0,200}$/), (text) => {
      expect(foundIn(text).filter(([type]) => type !== "BIC")).toEqual([]);
    }),
  );
});
