import { expect, it } from "vitest";
import { nameTypeOf } from "./name-labels.ts";

it.each<[string, string | undefined, boolean]>([
  ["PERSON", "PERSON", true],
  ["PER", "PERSON", true],
  ["GIVENNAME", "PERSON", true],
  ["given_name", "PERSON", true],
  ["LOCATION", "LOCATION", true],
  ["GPE", "LOCATION", true],
  ["ORGANIZATION", "ORGANISATION", true],
  ["STREET", "ADDRESS", true],
  ["EMAIL_ADDRESS", undefined, true],
  ["US_SSN", undefined, true],
  ["DATE_TIME", undefined, true],
  ["NRP", undefined, true],
  ["LABEL_1", undefined, false],
])("%s", (label, type, isKnown) => {
  const unknown = new Set<string>();
  expect(nameTypeOf(label, unknown)).toBe(type);
  expect([...unknown]).toEqual(isKnown ? [] : [label]);
});
