/** Measure -> **Unseen** -> judged: signs that a version does not show the document. */
import { percent } from "./figures.ts";
import type { RecordClass } from "./judged.ts";
import type { Measure } from "./measure.ts";
import type { GoodText } from "./state.ts";

export interface Unseen {
  readonly class: Extract<RecordClass, "collapse" | "index-page" | "empty-shell" | "language-flip">;
  readonly reason: string;
}

/** A collapse: below this share of the words of the last good text, and below this many. */
const COLLAPSE_SHARE = 0.4;
const COLLAPSE_WORDS = 600;
/** No document is as short as this, unless it was before. */
const SHELL_WORDS = 25;
/** With a phrase as error pages have it. */
const PHRASE_WORDS = 120;
const INDEX_LINKED = 0.5;
const INDEX_WORDS = 1200;
/** A first text is an index if nearly all of it is. */
const FIRST_INDEX_LINKED = 0.8;
const MIN_INDEX_WORDS = 25;

/** Undefined if nothing speaks against it that the version shows the document. */
export function unseenIn(now: Measure, good: GoodText | undefined): Unseen | undefined {
  return shellIn(now, good) ?? indexIn(now, good) ?? collapseIn(now, good) ?? flipIn(now, good);
}

function shellIn(now: Measure, good: GoodText | undefined): Unseen | undefined {
  const isFewer = good === undefined || now.words < COLLAPSE_SHARE * good.words;
  if (now.words === 0) return { class: "empty-shell", reason: "there are no words" };
  if (isFewer && now.shellPhrase !== undefined && now.words <= PHRASE_WORDS) {
    return {
      class: "empty-shell",
      reason: `${now.words} words${than(good)}, among them "${now.shellPhrase}"`,
    };
  }
  if (good === undefined && now.words < SHELL_WORDS) {
    return { class: "empty-shell", reason: `${now.words} words; a document has ${SHELL_WORDS} at least` };
  }
  return undefined;
}

function indexIn(now: Measure, good: GoodText | undefined): Unseen | undefined {
  if (now.words > INDEX_WORDS || now.words < MIN_INDEX_WORDS) return undefined;
  const isIndex =
    good === undefined
      ? now.linked >= FIRST_INDEX_LINKED
      : now.linked >= INDEX_LINKED && good.linked < INDEX_LINKED / 2 && now.prose < good.words / 2;
  if (!isIndex) return undefined;
  return {
    class: "index-page",
    reason: `${percent(now.linked)} of ${now.words} words are links${good === undefined ? "" : ` (${percent(good.linked)} of ${good.words} before)`}`,
  };
}

function collapseIn(now: Measure, good: GoodText | undefined): Unseen | undefined {
  if (good === undefined || now.words >= COLLAPSE_WORDS || now.words >= COLLAPSE_SHARE * good.words)
    return undefined;
  return {
    class: "collapse",
    reason: `${now.words} words where ${good.words} were: ${percent(now.words / good.words)}, below ${percent(COLLAPSE_SHARE)}`,
  };
}

function flipIn(now: Measure, good: GoodText | undefined): Unseen | undefined {
  if (good === undefined) return undefined;
  if (now.language !== undefined && good.language !== undefined && now.language !== good.language) {
    return {
      class: "language-flip",
      reason: `the text is in \`${now.language}\`, it was in \`${good.language}\``,
    };
  }
  if (now.script !== undefined && good.script !== undefined && now.script !== good.script) {
    return { class: "language-flip", reason: `the script is ${now.script}, it was ${good.script}` };
  }
  return undefined;
}

function than(good: GoodText | undefined): string {
  return good === undefined ? "" : ` where ${good.words} were`;
}
