import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksRandom, newTraits, readTraits } from "./randomness.ts";

function isRandom(value: string): boolean {
  const bytes = new TextEncoder().encode(value);
  const traits = newTraits();
  readTraits(bytes, 0, bytes.length, traits);
  return looksRandom(traits);
}

describe("words", () => {
  it.each([
    "mainPictureFrame1",
    "DocumentCipherKind.Strong128Bit",
    "user_profile_page_2",
    "org.example.graph-api:jar:3.5.12",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "aaaaaaaaaaaaaaaaaaaaaaaa1",
    "correct-horse-battery-staple-2",
  ])("%s", (value) => {
    expect(isRandom(value)).toBe(false);
  });
});

describe("chance", () => {
  it.each(["9f8e7d6c5b4a39281706", "aB3dE5fG7hJ9kL1mN3pQ", "x9k2j4h5g6f7d8s9a0q1", "Zq4t_Xw9ueKn1_yB0tPrLa"])(
    "%s",
    (value) => {
      expect(isRandom(value)).toBe(true);
    },
  );

  it.each([
    ["0123456789abcdef", 32],
    ["0123456789abcdefghijklmnopqrstuvwxyz", 32],
    ["0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 40],
    ["0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/", 64],
  ] as const)("nearly always: %s, %i times", (alphabet, size) => {
    const values = fc.sample(
      fc
        .array(fc.constantFrom(...alphabet), { minLength: size, maxLength: size })
        .map((list) => list.join("")),
      { numRuns: 1000, seed: 20_261_125 },
    );
    expect(values.filter(isRandom).length).toBeGreaterThan(985);
  });
});
