/**
 * A page's text -> the machine-readable reservations against training that stand on it
 *
 * As they come through a fetch inside a chat: header lines, JSON of headers, HTML, robots.txt and
 * tdmrep.json. Sources: AIPREF (draft-ietf-aipref-attach), W3C TDM Reservation Protocol,
 * draft-canel-robots-ai-control, CAWG training and data mining assertion.
 */

import { preferenceOf } from "./content-usage.ts";
import { parseDictionary } from "./structured-dictionary.ts";

/** `unreadable` is a `Content-Usage` that is no dictionary: by the standard it reserves nothing. */
export type Signal = "content-usage" | "tdm-reservation" | "robots" | "cawg" | "train-ai" | "unreadable";

const CATEGORY = "train-ai";
/** Longer lines are no header fields. */
const FIELD_LENGTH = 8_192;
/** What may open a quoted text inside JSON, or inside JSON that is itself a string. */
const QUOTE = `\\\\{0,3}["']`;

/** None of these, no reservation: one quick look spares nearly every text the rest. */
const WORDS = /content-usage|train-ai|tdm-reservation|disallowaitraining|noai|cawg\.ai_/i;
/** The beginning of the line may quote it, as `curl -v` and mails do. */
const PLAIN_FIELD = /^[ \t<>|*-]{0,8}content-usage[ \t]*:[ \t]*(.*)$/gim;
/** A quote of the same form ends what one began. */
const QUOTED_FIELD = new RegExp(
  `(${QUOTE})content-usage(?<!\\\\)\\1\\s*[:=,]\\s*\\[?\\s*(${QUOTE})([^\\r\\n]{0,${FIELD_LENGTH}}?)(?<!\\\\)\\2`,
  "gi",
);
/** A rule of robots.txt may name the paths it is about. */
const PATH = /^\/\S*[ \t]+/;
const TDM_FIELD = new RegExp(
  `tdm-reservation(?:${QUOTE})?\\s*[:=,]\\s*\\[?\\s*(?:${QUOTE})?1(?![\\d.])`,
  "i",
);
const META = /<meta\b[^<>]{1,600}>/gi;
const TDM_NAME = new RegExp(`name\\s*=\\s*(?:${QUOTE})?tdm-reservation\\b`, "i");
const TDM_CONTENT = new RegExp(`content\\s*=\\s*(?:${QUOTE})?1(?![\\d.])`, "i");
const ROBOTS_META = new RegExp(`name\\s*=\\s*(?:${QUOTE})?(?:robots|[a-z-]*bot)\\b`, "i");
const ROBOTS_VALUE = /\b(?:disallowaitraining|noai)\b/i;
const ROBOTS_RULE = /^[ \t]*disallowaitraining[ \t]*:[ \t]*\S/im;
const ROBOTS_FIELD = new RegExp(
  `x-robots-tag(?:${QUOTE})?\\s*[:=,][^\\r\\n]{0,200}?\\b(?:disallowaitraining|noai)\\b`,
  "i",
);
const CAWG = new RegExp(
  `cawg\\.ai_(?:generative_)?training${QUOTE}\\s*:\\s*\\{[^{}]{0,400}?use${QUOTE}\\s*:\\s*${QUOTE}notAllowed`,
  "i",
);
/** Not a form of its own: what tools say in a sentence of the pages they fetched. */
const BARE = /(?<![\w-])train-ai\s*=\s*n(?![\w-])/i;

/** Whether it is worth looking closer. */
export function maySignal(text: string): boolean {
  return WORDS.test(text);
}

/** Each signal once, in no order. */
export function signalsIn(page: string): ReadonlySet<Signal> {
  const found = new Set<Signal>();
  for (const field of fieldsIn(page)) noteField(field, found);
  if (TDM_FIELD.test(page)) found.add("tdm-reservation");
  for (const [tag] of page.matchAll(META)) {
    if (TDM_NAME.test(tag) && TDM_CONTENT.test(tag)) found.add("tdm-reservation");
    if (ROBOTS_META.test(tag) && ROBOTS_VALUE.test(tag)) found.add("robots");
  }
  if (ROBOTS_RULE.test(page) || ROBOTS_FIELD.test(page)) found.add("robots");
  if (CAWG.test(page)) found.add("cawg");
  // A statement that cannot be read and yet says so is taken at its word: rather too much than too little.
  const isReserved = [...found].some((signal) => signal !== "unreadable");
  if (!isReserved && BARE.test(page)) found.add("train-ai");
  return found;
}

/** Whether an item's own signal, as importers note it, reserves its content. */
export function reserves(signal: string): boolean {
  const value = signal.trim();
  if (preferenceOf(value, CATEGORY) === "disallowed") return true;
  if (/^tdm-reservation\s*[=:]\s*1$/i.test(value)) return true;
  return /^cawg\.ai_(?:generative_)?training\s*[=:]\s*notAllowed$/i.test(value);
}

function* fieldsIn(page: string): Generator<string> {
  for (const [, value = ""] of page.matchAll(PLAIN_FIELD)) yield value;
  for (const [, , , value = ""] of page.matchAll(QUOTED_FIELD)) yield value.replace(/\\+(["'])/g, "$1");
}

function noteField(field: string, found: Set<Signal>): void {
  const value = field.replace(PATH, "").trim();
  if (value.length > FIELD_LENGTH) return;
  if (preferenceOf(value, CATEGORY) === "disallowed") found.add("content-usage");
  else if (parseDictionary(value) === undefined) found.add("unreadable");
}
