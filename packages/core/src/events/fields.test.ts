import { describe, expect, it } from "vitest";
import { language } from "./fields.ts";

describe("a language tag", () => {
  it.each([
    ["en", "en"],
    ["DE-ch", "de-CH"],
    ["zh-hant-tw", "zh-Hant-TW"],
  ])("%s is kept as %s", (text, kept) => {
    expect(language.parse(text)).toBe(kept);
  });

  it.each(["", "e", "english", "de_CH", "de-", "en us", "de-CH-CH-abcdefghij"])("%j is none", (text) => {
    const { error } = language.safeParse(text);
    expect(error?.issues[0]?.message).toBe(`\`${text}\` is not a language tag`);
  });
});
