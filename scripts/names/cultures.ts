/** Word lists -> **names to draw from**, by culture, for made-up sentences. */
import { ROMANISED, transliterated } from "./lists/romanised.ts";
import type { Culture, WordLists } from "./packages.ts";
import type { Random } from "./random.ts";

const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}'’-]+$/u;

/** Cultures whose lists are too short or in scripts that the tagger does not see. */
const LEFT_OUT =
  /^(base|en_BORK|en_AU_ocker|bn_BD|cy|ta_IN|mn_MN_cyrl|en_HK|en_NP|vi|fr_LU|fr_CA|de_AT|en_CA|en_IE|en_US|en_GB)$/;

export function culturesOf(lists: WordLists): ReadonlyMap<string, Culture> {
  const cultures = new Map<string, Culture>();
  for (const [locale, { first, last, cities }] of lists.cultures) {
    if (LEFT_OUT.test(locale)) continue;
    const isCyrillic = locale === "ru" || locale === "uk" || locale === "mk";
    const usable = (names: readonly string[]): readonly string[] =>
      (isCyrillic ? names.map(transliterated) : names).filter((name) => LATIN.test(name) && name.length > 1);
    const culture = { first: usable(first), last: usable(last), cities: usable(cities) };
    if (culture.first.length >= 30 && culture.last.length >= 20) cultures.set(locale, culture);
  }
  for (const [name, { first, last }] of Object.entries(ROMANISED))
    cultures.set(name, { first, last, cities: [] });
  cultures.set("census", {
    first: lists.censusFirst.slice(0, 3000),
    last: lists.censusLast.slice(0, 30_000),
    cities: [],
  });
  return cultures;
}

/** Cultures by the language of a sentence; the first ones come more often. */
const OF_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  english: ["census", "census", "census", "en", "en_AU", "en_ZA", "en_NG", "en_GH"],
  german: ["de", "de", "de", "de_CH", "nl", "pl", "tr", "turkish"],
  french: ["fr", "fr", "fr_CH", "fr_BE", "fr_SN", "arabic"],
  spanish: ["es", "es_MX"],
  portuguese: ["pt_PT", "pt_BR", "es", "it"],
  italian: ["it"],
  dutch: ["nl", "nl", "nl_BE", "de"],
  swedish: ["sv", "da", "nb_NO", "fi"],
  polish: ["pl", "cs_CZ", "sk"],
  turkish: ["turkish", "tr", "az"],
};

export function drawCulture(
  cultures: ReadonlyMap<string, Culture>,
  language: string,
  random: Random,
): Culture {
  const own = random.next() < 0.55 ? OF_LANGUAGE[language] : undefined;
  const culture = cultures.get(own === undefined ? random.pick([...cultures.keys()]) : random.pick(own));
  if (culture === undefined) throw new RangeError(`no culture for \`${language}\``);
  return culture;
}
