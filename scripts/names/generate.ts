/**
 * Sentences with places for names -> **documents** with spans
 *
 * Names of all cultures go into sentences of all languages, so that the tagger learns sentences, not
 * names. Deterministic for a seed.
 */
import { concatenated, type Document, type Label, type Labelled } from "./corpora.ts";
import { drawCulture } from "./cultures.ts";
import { PLACES } from "./lists/places.ts";
import { ORGANISATIONS, PRODUCTS } from "./lists/words.ts";
import type { Culture, WordLists } from "./packages.ts";
import type { Random } from "./random.ts";
import { ENGLISH } from "./templates/english.ts";
import { GERMAN } from "./templates/german.ts";
import { DUTCH, POLISH, SWEDISH, TURKISH } from "./templates/northern.ts";
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from "./templates/romance.ts";

const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  english: ENGLISH,
  german: GERMAN,
  french: FRENCH,
  spanish: SPANISH,
  portuguese: PORTUGUESE,
  italian: ITALIAN,
  dutch: DUTCH,
  swedish: SWEDISH,
  polish: POLISH,
  turkish: TURKISH,
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const TITLES = "Mr Mr Mr Mrs Mrs Ms Ms Dr Prof Mr. Mrs. Ms. Dr. Prof. Miss Sir Lady".split(" ");
const SUFFIXES =
  "Inc Inc. Ltd Ltd. LLC Corp Corporation Group GmbH AG SE SA S.A. Bank Partners Holdings Technologies Systems Solutions Consulting Industries Media Labs Capital & Sons Motors Foods Energy Insurance".split(
    " ",
  );
const STREETS = "Street Road Avenue Lane Drive Way Close Court Boulevard Place".split(" ");
const PRODUCT_FORMS: readonly string[] = PRODUCTS.slice(0, 150).map((word) =>
  word.length <= 3 ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1),
);
const ORGANISATION_FORMS: readonly string[] = ORGANISATIONS.map((word) =>
  word.length <= 4 ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1),
);
const PARTICLES = [
  "van der",
  "van",
  "de",
  "de la",
  "von",
  "di",
  "bin",
  "al",
  "dos",
  "da",
  "van den",
  "ten",
  "del",
];

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

export class Generator {
  readonly #cultures: ReadonlyMap<string, Culture>;
  readonly #random: Random;
  readonly #cities: readonly string[];
  readonly #headings: readonly string[];
  readonly #countries: readonly string[];

  constructor(lists: WordLists, cultures: ReadonlyMap<string, Culture>, random: Random) {
    this.#cultures = cultures;
    this.#random = random;
    this.#cities = lists.cities.filter(({ population }) => population > 100_000).map(({ name }) => name);
    this.#countries = lists.countries.filter((name) => !/[(,]/.test(name));
    this.#headings = lists.english.filter((word) => /^[a-z]{3,}$/.test(word)).slice(100, 8000);
  }

  /** @param count documents for each template of English; other languages have more for fewer */
  documents(count: number): Document[] {
    const documents: Document[] = [];
    for (const [language, templates] of Object.entries(TEMPLATES)) {
      for (const template of templates) {
        for (let time = 0; time < count; time += 1) documents.push(this.#fill(template, language));
      }
    }
    // Some stand together, as sentences of a text do.
    const joined: Document[] = [];
    for (let index = 0; index < documents.length; index += 1) {
      const one = documents[index];
      const other = documents[this.#random.below(documents.length)];
      if (one === undefined || other === undefined) continue;
      const chance = this.#random.next();
      joined.push(
        chance < 0.15
          ? concatenated([one, other], " ")
          : chance < 0.25
            ? concatenated([one, other], "\n")
            : one,
      );
    }
    return joined;
  }

  culture(language: string): Culture {
    return drawCulture(this.#cultures, language, this.#random);
  }

  first(culture: Culture): string {
    const name = this.#random.pickFrequent(culture.first);
    return this.#random.next() < 0.03 ? `${name}-${this.#random.pickFrequent(culture.first)}` : name;
  }

  last(culture: Culture): string {
    const random = this.#random;
    const name = random.pickFrequent(culture.last);
    const chance = random.next();
    if (chance < 0.04) return `${name}-${random.pickFrequent(culture.last)}`;
    if (chance < 0.08) return `${random.pick(PARTICLES)} ${name}`;
    if (chance < 0.09) return `${random.pick(["O'", "D'", "Mc", "Mac"])}${name}`;
    return name;
  }

  initials(): string {
    const letters = "ABCDEFGHIJKLMNOPRSTVWZ";
    const one = (): string => `${letters[this.#random.below(letters.length)] ?? "A"}.`;
    const chance = this.#random.next();
    return chance < 0.75 ? one() : chance < 0.9 ? `${one()} ${one()}` : `${one()}${one()}`;
  }

  person(culture: Culture): string {
    const chance = this.#random.next();
    if (chance < 0.68) return `${this.first(culture)} ${this.last(culture)}`;
    if (chance < 0.76) return `${this.first(culture)} ${this.initials()} ${this.last(culture)}`;
    if (chance < 0.84) return `${this.first(culture)} ${this.first(culture)} ${this.last(culture)}`;
    if (chance < 0.88) return `${this.initials()} ${this.last(culture)}`;
    if (chance < 0.92) return `${this.first(culture)} ${this.last(culture)} ${this.last(culture)}`;
    if (chance < 0.97) return this.first(culture);
    return this.last(culture);
  }

  city(culture: Culture): string {
    return culture.cities.length > 0 && this.#random.next() < 0.4
      ? this.#random.pick(culture.cities)
      : this.#random.next() < 0.5
        ? this.#random.pick(this.#cities)
        : this.#random.pick(PLACES);
  }

  country(): string {
    return this.#random.next() < 0.5
      ? this.#random.pick(PLACES.slice(0, 130))
      : this.#random.pick(this.#countries);
  }

  organisation(culture: Culture): string {
    const random = this.#random;
    const word = (): string => capitalised(random.pick(this.#headings));
    const chance = random.next();
    if (chance < 0.3) return random.pick(ORGANISATION_FORMS);
    if (chance < 0.5) return `${random.pick(culture.last)} ${random.pick(SUFFIXES)}`;
    if (chance < 0.62) return `${word()} ${random.pick(SUFFIXES)}`;
    if (chance < 0.7) return `${word()} ${word()} ${random.pick(SUFFIXES)}`;
    if (chance < 0.76) return `University of ${this.city(culture)}`;
    if (chance < 0.8) return `${this.city(culture)} University`;
    if (chance < 0.84) return `${random.pick(culture.last)} & ${random.pick(culture.last)}`;
    if (chance < 0.88)
      return `${this.city(culture)} ${random.pick(["United", "City Council", "Police", "Hospital", "FC", "Airport"])}`;
    if (chance < 0.94)
      return capitalised(
        random.pick(this.#headings) + random.pick(["ly", "ify", "soft", "tech", "a", "ex", "hub"]),
      );
    return [1, 2, 3].map(() => "ABCDEFGHIKLMNOPRSTUVW"[random.below(21)] ?? "A").join("");
  }

  /** A firm, shop or body that bears a person's name. */
  #namedAfter(culture: Culture): string {
    const random = this.#random;
    const name = random.next() < 0.4 ? this.first(culture) : this.last(culture);
    const chance = random.next();
    if (chance < 0.3) return `${name}'s`;
    if (chance < 0.5)
      return `${name}'s ${random.pick(["Pizza", "Diner", "Place", "Grill", "Kitchen", "Garage", "Auto Tech", "Bakery"])}`;
    if (chance < 0.6) return `${name} & ${random.pick(["Sons", "Partners", "Co", "Associates"])}`;
    return `${name} ${random.pick([...SUFFIXES, "plc", "Motorsports", "Foundation", "Hotel", "Legal Practice", "Solicitors", "Futures", "insurance"])}`;
  }

  #heading(): string {
    const size = 1 + this.#random.below(4);
    return Array.from({ length: size }, () => capitalised(this.#random.pick(this.#headings))).join(" ");
  }

  #fill(template: string, language: string): Document {
    const random = this.#random;
    let text = "";
    const spans: Labelled[] = [];
    const put = (value: string, label?: Label): void => {
      if (label !== undefined) spans.push({ start: text.length, end: text.length + value.length, label });
      text += value;
    };
    for (const part of template.replaceAll("\\n", "\n").split(/(\{[A-Z#]\})/)) {
      const culture = this.culture(language);
      if (part === "{P}") put(this.person(culture), "PER");
      else if (part === "{F}") put(this.first(culture), "PER");
      else if (part === "{L}") put(this.last(culture), "PER");
      else if (part === "{I}") put(`${this.initials()} ${this.last(culture)}`, "PER");
      else if (part === "{Z}") put(this.initials(), "PER");
      else if (part === "{X}") put(random.next() < 0.5 ? this.first(culture) : this.last(culture));
      else if (part === "{Y}") put(this.#namedAfter(culture), "ORG");
      else if (part === "{C}") put(this.city(culture), "LOC");
      else if (part === "{N}") put(this.country(), "LOC");
      else if (part === "{O}") put(this.organisation(culture), "ORG");
      else if (part === "{T}") put(random.pick(TITLES));
      else if (part === "{S}")
        put(
          `${1 + random.below(400)} ${random.next() < 0.5 ? random.pick(culture.last) : capitalised(random.pick(this.#headings))} ${random.pick(STREETS)}`,
        );
      else if (part === "{R}") put(random.pick(PRODUCT_FORMS));
      else if (part === "{M}") put(random.pick(MONTHS));
      else if (part === "{D}") put(random.pick(DAYS));
      else if (part === "{K}") put(this.#heading());
      else if (part === "{#}")
        put(String(random.next() < 0.5 ? 1 + random.below(31) : 1900 + random.below(130)));
      else put(part);
    }
    const chance = random.next();
    // Chats are often written in small letters, forms in capitals; both change no offsets but those of ß and İ.
    const changed = chance < 0.1 ? text.toLowerCase() : chance < 0.14 ? text.toUpperCase() : text;
    return { text: changed.length === text.length ? changed : text, spans };
  }
}
