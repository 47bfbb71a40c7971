/** Documents -> the same with **other names** in them: the tagger must not learn who was in the news. */
import type { Document, Labelled } from "./corpora.ts";
import type { Generator } from "./generate.ts";
import type { Random } from "./random.ts";

const WORD = /^\p{Lu}[\p{L}'’-]*\p{Ll}$/u;

/** @param share of persons, places and organisations that are exchanged */
export function swapped(
  document: Document,
  language: string,
  generator: Generator,
  random: Random,
  share: { readonly person: number; readonly place: number; readonly organisation: number },
): Document {
  let text = "";
  let at = 0;
  const spans: Labelled[] = [];
  for (const span of document.spans) {
    text += document.text.slice(at, span.start);
    const old = document.text.slice(span.start, span.end);
    const name = replacement(old, span.label, language, generator, random, share) ?? old;
    spans.push({ start: text.length, end: text.length + name.length, label: span.label });
    text += name;
    at = span.end;
  }
  return { text: text + document.text.slice(at), spans };
}

function replacement(
  old: string,
  label: Labelled["label"],
  language: string,
  generator: Generator,
  random: Random,
  share: { readonly person: number; readonly place: number; readonly organisation: number },
): string | undefined {
  const words = old.split(" ");
  // Handles, nicknames and what is written small keep their form: there is nothing to put in their place.
  if (!words.every((word) => WORD.test(word) || /^\p{Lu}\.$/u.test(word))) return undefined;
  const culture = generator.culture(language);
  if (label === "PER") {
    if (random.next() >= share.person) return undefined;
    if (words.length === 1) return random.next() < 0.5 ? generator.first(culture) : generator.last(culture);
    if (/\./.test(words[0] ?? "")) return `${generator.initials()} ${generator.last(culture)}`;
    if (words.length === 2) return `${generator.first(culture)} ${generator.last(culture)}`;
    return `${generator.first(culture)} ${random.next() < 0.5 ? generator.first(culture) : generator.initials()} ${generator.last(culture)}`;
  }
  if (label === "LOC") {
    if (words.length > 1 || random.next() >= share.place) return undefined;
    return random.next() < 0.7 ? generator.city(culture) : generator.country();
  }
  if (random.next() >= share.organisation) return undefined;
  return generator.organisation(culture);
}
