/**
 * State of a document, a version -> **Judged** -> change
 *
 * In order: is the document to be seen at all; is it in the text as it was; is it a text that it had
 * before. What is left is a change. Returns are told once and then held for 60 days, of whatever text,
 * since most are servers that disagree; a text that was held and stays is told after all (`settled`).
 */
import type { Version } from "../document.ts";
import { DAY, dayOf, percent, spanOf } from "./figures.ts";
import type { Judged, RecordClass, Standing } from "./judged.ts";
import { type Measure, measureOf } from "./measure.ts";
import { EMPTY_STATE, type GoodText, type QuietState, type SeenText } from "./state.ts";
import { remembered } from "./texts.ts";
import { type Unseen, unseenIn } from "./visibility.ts";
import { furnitureReason, linksReason } from "./what-differs.ts";

/** After a return or a failure that was told, the same is held for so long. */
export const HOLD = 60 * DAY;
/** A held text that stands for so long is told. */
export const SETTLED = 14 * DAY;
/** A text of fewer words than this share of those before is told with a warning. */
const SHRUNK = 0.4;

interface Verdict {
  readonly class: RecordClass;
  readonly standing: Standing;
  readonly reason: string;
}

export interface Judgement {
  readonly judged: Judged;
  readonly state: QuietState;
}

/**
 * Versions of one document in the order they were seen. A clock that goes back holds nothing: what would
 * be held is then told.
 */
export function judge(state: QuietState | undefined, version: Version): Judgement {
  const before = state ?? EMPTY_STATE;
  const now = measureOf(version);
  const known = before.texts.find(({ content }) => content === now.content);
  const wasSeenWell = known !== undefined && known.toldFailure === undefined;
  const unseen = wasSeenWell || hasMovedLanguage(before, now) ? undefined : unseenIn(now, before.good);
  if (unseen !== undefined) return judgeUnseen(before, now, unseen, known?.toldFailure);
  return judgeSeen(before, now, known, version.isUpgrade);
}

/** A page that has come in the other language for as long as a held text must stand is in that language. */
function hasMovedLanguage({ failing }: QuietState, now: Measure): boolean {
  return (
    failing?.class === "language-flip" &&
    now.at - failing.since >= SETTLED &&
    unseenIn(now, failing.text) === undefined
  );
}

function judgeUnseen(before: QuietState, now: Measure, unseen: Unseen, told: number | undefined): Judgement {
  const { failing, good } = before;
  const since = failing?.class === unseen.class ? failing.since : now.at;
  const state = { ...before, failing: { class: unseen.class, since, text: textIn(now) } };
  if (failing?.text.content === now.content) {
    const reason = `still not to be seen since ${dayOf(failing.since)}: ${unseen.reason}`;
    return done(remembered(state, now, {}), now, good?.id, quiet("form-only", reason));
  }
  if (told !== undefined && isWithin(told, now.at, HOLD)) {
    const reason = `not to be seen again, the same text went to health ${spanOf(now.at - told)} before: ${unseen.reason}`;
    return done(remembered(state, now, {}), now, good?.id, quiet("flapping", reason));
  }
  const verdict: Verdict = { class: unseen.class, standing: "health", reason: unseen.reason };
  return done(remembered(state, now, { toldFailure: now.at }), now, good?.id, verdict);
}

function judgeSeen(
  before: QuietState,
  now: Measure,
  known: SeenText | undefined,
  isUpgrade: boolean,
): Judgement {
  const { good, held } = before;
  const state: QuietState = { ...before, good: textIn(now), failing: undefined, held: undefined };
  const tell = (of: RecordClass, why: string, against: string | undefined): Judgement => {
    const after = { ...state, told: { id: now.id, content: now.content } };
    const returned = of === "return" ? { toldReturn: now.at } : {};
    const kept = remembered({ ...after, ...returned }, now, { ...returned, toldFailure: undefined });
    const made = isUpgrade ? "; recorded as a new extraction of an older snapshot" : "";
    return done(kept, now, against, { class: of, standing: "change", reason: why + made });
  };
  if (good === undefined) return tell("first", `first text: ${now.words} words`, undefined);
  if (good.content === now.content) {
    if (held !== undefined && now.at - held.since >= SETTLED)
      return tell("return", stoodFor(held.since, now.at), before.told?.id);
    return done(remembered({ ...state, held }, now, {}), now, good.id, sameText(good, now, before.failing));
  }
  if (known === undefined || known.toldFailure !== undefined)
    return tell("change", changeReason(good, now, before), good.id);
  const seen = `the text of ${dayOf(known.lastSeen)} (${now.words} words; ${good.words} just before)`;
  if (before.toldReturn === undefined || !isWithin(before.toldReturn, now.at, HOLD))
    return tell("return", `back to ${seen}`, good.id);
  const reason = `back to ${seen}; a return was told ${spanOf(now.at - before.toldReturn)} before, further ones are held for ${HOLD / DAY} days`;
  const isUntold = before.told?.content !== now.content;
  const kept = remembered({ ...state, held: isUntold ? { since: now.at } : undefined }, now, {});
  return done(kept, now, good.id, quiet("flapping", reason));
}

function textIn({ prose: _prose, shellPhrase: _phrase, ...text }: Measure): GoodText {
  return text;
}

/** Why a text that was held is told after all. */
export function stoodFor(since: number, now: number): string {
  return `a text that was held as flapping since ${dayOf(since)} has stood for ${spanOf(now - since)}`;
}

function sameText(good: GoodText, now: Measure, failing: QuietState["failing"]): Verdict {
  const links = linksReason(good, now);
  if (failing !== undefined) {
    const reason = `the same ${now.words} words as before ${failing.class}, which lasted ${spanOf(now.at - failing.since)}`;
    return quiet("recovery", reason + links);
  }
  if (good.whole === now.whole) {
    const reason = `the same ${now.words} words: only links, markup, punctuation, case or spaces differ`;
    return quiet("form-only", reason + links);
  }
  return quiet("furniture", furnitureReason(good, now) + links);
}

function changeReason(good: GoodText, now: Measure, before: QuietState): string {
  const words = `another text: ${now.words} words, ${good.words} before`;
  const shrunk =
    now.words < SHRUNK * good.words
      ? `; only ${percent(now.words / good.words)} are left, check whether the document is there in whole`
      : "";
  const after = before.failing === undefined ? "" : `; not to be seen since ${dayOf(before.failing.since)}`;
  const held =
    before.held === undefined
      ? ""
      : `; the text just before was held as flapping since ${dayOf(before.held.since)}`;
  return words + shrunk + after + held;
}

function isWithin(then: number, now: number, span: number): boolean {
  return now >= then && now - then < span;
}

function quiet(of: RecordClass, reason: string): Verdict {
  return { class: of, standing: "quiet", reason };
}

function done(state: QuietState, now: Measure, against: string | undefined, verdict: Verdict): Judgement {
  return { judged: { version: now.id, at: now.at, ...verdict, against }, state };
}
