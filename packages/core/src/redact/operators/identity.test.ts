/** One value, however it is written, has one hash, one pseudonym and one number. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedValue } from "../../../test/generate-redact-value.ts";
import { builtInProfile } from "../profile/built-in.ts";
import { Redactor } from "../redact.ts";
import { decodedOf, encodedLike } from "./encoded-value.ts";
import { identityOf } from "./identity.ts";
import { ENCRYPT, HASH, MASK, NUMBERED, type Operator, PSEUDONYM } from "./operator.ts";
import { createReplacer } from "./replacer.ts";

const key = new Uint8Array(32).fill(11);
const profileOf = (operator: Operator) => ({ ...builtInProfile("default"), default: operator, entities: {} });

const ENCODINGS: readonly (readonly [string, (value: string) => string])[] = [
  ["percent", (value) => percent(value, /[^A-Za-z0-9._-]/gu)],
  ["percent, all of it", (value) => percent(value, /./gsu)],
  ["percent, twice", (value) => percent(percent(value, /[^A-Za-z0-9._-]/gu), /%/g)],
  ["entities", (value) => value.replace(/[^A-Za-z0-9. -]/gu, (char) => `&#${char.codePointAt(0)};`)],
  [
    "hexadecimal entities",
    (value) => value.replace(/[^ ]/gu, (char) => `&#x${char.codePointAt(0)?.toString(16)};`),
  ],
];

function percent(value: string, which: RegExp): string {
  return value.replace(which, (char) =>
    [...new TextEncoder().encode(char)]
      .map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`)
      .join(""),
  );
}

describe.each(ENCODINGS)("%s", (_, encode) => {
  const isTag = (text: string | undefined): boolean => text?.startsWith("[") === true;

  test("is undone, and a pseudonym is written in it again", () => {
    fc.assert(
      fc.property(typedValue, ({ value }) => {
        if (/[\0%&\\]/.test(value) || !value.isWellFormed()) return;
        expect(decodedOf(encode(value))).toBe(value);
        expect(decodedOf(encodedLike(encode(value), "x & y+z@example.org"))).toBe("x & y+z@example.org");
      }),
    );
  });

  test.each([HASH, PSEUDONYM, NUMBERED])("changes nothing for %j", (operator) => {
    const replacer = createReplacer(profileOf(operator), { key, scope: "s", subject: "someone" });
    fc.assert(
      fc.property(typedValue, ({ type, value }) => {
        if (/[\0%&\\]/.test(value) || !value.isWellFormed()) return;
        const document = replacer.newDocument();
        const written = replacer.replace(type, value, document);
        const encoded = replacer.replace(type, encode(value), document);
        expect(encoded === undefined ? undefined : decodedOf(encoded)).toBe(written);
        if (encoded === undefined || isTag(encoded)) return;
        expect(replacer.replace(type, encoded, document)).toBeUndefined();
      }),
    );
  });
});

test.each([
  [
    "write to a@example.org or ?to=a%40example.org or a&#64;example.org or A@EXAMPLE.org or a\\u0040example.org",
    5,
  ],
  ["call +1 415-200-1234 or (415) 200-1234 or 1.415.200.1234 or tel=%2B14152001234", 4],
])("%s", (text, times) => {
  for (const [operator, form] of [
    [NUMBERED, /\[(?:EMAIL|PHONE)_\d+\]/g],
    [HASH, /\[(?:EMAIL|PHONE):[0-9a-f]+\]/g],
  ] as const) {
    const redactor = new Redactor({ profile: profileOf(operator), key });
    const [once = ""] = redactor.document([text]).texts;
    expect([once, once.match(form)?.length]).toEqual([once, times]);
    expect(new Set(once.match(form)).size).toBe(1);
  }
  const redactor = new Redactor({ profile: builtInProfile("pseudonymous"), key });
  const { texts } = redactor.document([text]);
  const plain = decodedOf(texts[0] ?? "").toLowerCase();
  const found = plain.match(/[a-z.]+\d{3}@example\.(?:com|net|org)|\d{3}\W*555\W*01\d\d/g) ?? [];
  expect([plain, found.length]).toEqual([plain, times]);
  expect(new Set(found.map((one) => one.replace(/[^a-z0-9@]/g, ""))).size).toBe(1);
  expect(redactor.document(texts).texts).toEqual(texts);
});

test.each([
  ["+1 415-200-1234", "(415) 200-1234"],
  ["1 415 200 1234", "+14152001234"],
  ["415-200-1234 ext. 7", "+1 415 200 1234 x7"],
  ["+44 (0)20 7946 0018", "0044 20 7946 0018"],
  ["tel:+4915112345678", "+49 151 12345678"],
])("%s is %s", (one, other) => expect(identityOf("PHONE", one)).toBe(identityOf("PHONE", other)));

test.each([
  ["415-200-1234 x7", "415-200-1234"],
  ["020 7946 0018", "+1 020 7946 0018"],
  ["+39 (0)6 1234567", "+39 6 1234567"],
])("%s is not %s", (one, other) => expect(identityOf("PHONE", one)).not.toBe(identityOf("PHONE", other)));

test("what is masked stays readable in its encoding, and what is encrypted comes back as it stood", () => {
  const value = "jo%40example.org";
  const masker = createReplacer(profileOf(MASK), { scope: "s" });
  expect(masker.replace("EMAIL", value, masker.newDocument())).toBe("**%40*******.***");
  const encrypter = createReplacer(profileOf(ENCRYPT), { key, scope: "s" });
  const replace = (text: string) => encrypter.replace("EMAIL", text, encrypter.newDocument());
  expect(replace(value)).not.toBe(replace("jo@example.org"));
});
