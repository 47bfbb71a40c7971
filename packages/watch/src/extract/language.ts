import { withoutTargets } from "./link.ts";

type Eld = typeof import("eld/small")["eld"];

/** Fewer letters than this say nothing about a language. */
const MIN_CHARACTERS = 120;
/** More than this says nothing new. */
const SAMPLE_CHARACTERS = 6_000;

let detector: Promise<Eld> | undefined;

/** ISO 639-1 of a text, or undefined if it is too short or too mixed to tell. */
export async function languageOf(markdown: string): Promise<string | undefined> {
  const text = withoutTargets(markdown.slice(0, SAMPLE_CHARACTERS));
  if (text.length < MIN_CHARACTERS) return undefined;
  detector ??= import("eld/small").then(({ eld }) => eld);
  const found = (await detector).detect(text);
  return found.isReliable() && found.language !== "" ? found.language : undefined;
}
