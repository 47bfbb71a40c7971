import { describe, expect, it } from "vitest";
import { printBars, scoreBar, shareBar } from "./bar.ts";
import { randomOf } from "./random.ts";
import { fillRecipes } from "./recipes.ts";
import { MAKERS } from "./values.ts";

const made = (type: string): readonly string[] =>
  Array.from({ length: 200 }, (_, seed) => MAKERS[type]?.(randomOf(seed)) ?? "");

describe("invented values are right by their own rules", () => {
  it("cards", () => {
    for (const card of made("CARD")) {
      const digits = [...card.replace(/\D/g, "")].reverse().map(Number);
      const sum = digits.reduce(
        (all, digit, at) => all + (at % 2 === 0 ? digit : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] ?? 0)),
        0,
      );
      expect(sum % 10).toBe(0);
    }
  });

  it("IBANs", () => {
    for (const iban of made("IBAN")) {
      const plain = iban.replaceAll(" ", "");
      const turned = `${plain.slice(4)}${plain.slice(0, 4)}`;
      const rest = [...turned].reduce((mod, char) => {
        const value = Number.parseInt(char, 36);
        return (mod * (value > 9 ? 100 : 10) + value) % 97;
      }, 0);
      expect(rest).toBe(1);
    }
  });

  it("tokens whose parts can be read", () => {
    for (const token of made("JWT")) {
      const [head = ""] = token.split(".");
      expect(JSON.parse(Buffer.from(head, "base64url").toString())).toMatchObject({ alg: "HS256" });
    }
  });

  it("the same for the same seed", () => expect(made("API_KEY")).toEqual(made("API_KEY")));
});

it("recipes become marked texts", () => {
  const line = JSON.stringify({
    rule: "r",
    identifier: "acme",
    parts: [{ lit: "k_" }, { set: "a-c0-1_", n: 8 }],
  });
  const { documents } = fillRecipes(line, randomOf(1));
  expect(documents).toHaveLength(3);
  for (const { text, spans } of documents)
    expect(text.slice(spans[0]?.start, spans[0]?.end)).toMatch(/^k_[abc01_]{8}$/);
});

describe("bars", () => {
  it.each([
    [scoreBar("a", { precision: 0.9 }, { precision: 0.95, recall: 0, support: 1 }), "ok"],
    [scoreBar("a", { recall: 0.9 }, { precision: 1, recall: 0.89, support: 1 }), "BELOW"],
    [scoreBar("a", { recall: 0.9 }, "no data"), "-"],
    [shareBar("a", { atMost: 0.1 }, 2, 10), "BELOW"],
    [shareBar("a", { atLeast: 0.1 }, 2, 10), "ok"],
    [shareBar("a", { atLeast: 0.1 }, 0, 0), "-"],
  ])("%j is %s", (bar, verdict) => expect(printBars([bar]).trim().split(/ {2,}/).at(-1)).toBe(verdict));
});
