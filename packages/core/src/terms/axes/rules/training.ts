/**
 * Sentence -> **training-use**, choice, opt-out reach, exceptions
 *
 * Who acts, what is denied and what is a condition are told apart by clause: a denial governs the act
 * that follows in its own clause only, and a condition is never the promise.
 */
import { DATA_CUES, MODEL_CUES, VAGUE_DATA, WHO_CUES } from "../data/subjects.ts";
import {
  CLAUSE_BREAK,
  CONDITION,
  DEFAULT_OFF,
  DENIED,
  EVEN_SO,
  EXCEPTION_CUES,
  IMPROVE,
  NOT_OPTED_OUT,
  NOT_THIS_TRAINING,
  OPT_IN,
  OPT_OUT,
  PATH_CUES,
  REACH_CUES,
  RULES_OF_USE,
  TRAIN,
  TRAINING_LEFT_OUT,
  USER_ACTS,
  USERS_WISH,
  VENDOR_ACTS,
} from "../data/training.ts";
import type { Sentence } from "../sentence.ts";
import { allCues, anyOf, firstCue } from "./cues.ts";
import { type Finding, finding } from "./finding.ts";

const GATE = /train|machine learning|artificial intelligence|\bmodels?\b|opt|improv|develop|entraîn|modell/u;
const ACT = anyOf(TRAIN);
const IMPROVES = new RegExp(IMPROVE, "u");
const OTHER_TRAINING = anyOf(NOT_THIS_TRAINING);
const LEFT_OUT = new RegExp(TRAINING_LEFT_OUT, "u");
const IS_DENIED = new RegExp(DENIED, "u");
const BREAKS = new RegExp(CLAUSE_BREAK, "gu");
const WISH = new RegExp(USERS_WISH, "u");
const BY_USER = new RegExp(USER_ACTS, "gu");
const BY_VENDOR = new RegExp(VENDOR_ACTS, "u");
const IS_RULE = new RegExp(RULES_OF_USE, "u");
const CONDITIONS = new RegExp(CONDITION, "gu");
const OUT = anyOf(OPT_OUT);
const IN = anyOf(OPT_IN);
const STILL_IN = new RegExp(NOT_OPTED_OUT, "u");
const BY_DEFAULT = new RegExp(DEFAULT_OFF, "u");
const SURVIVES = new RegExp(EVEN_SO, "u");
const ASKED =
  /\b(allows?|right|able|option|ability)( you)? to (object|opt[- ]out)\b|\b(select|choose|elect|decide|control)\b[^.;]{0,20}\b(whether|if|how)\b/u;
/** Points to another text, and says nothing itself. */
const POINTS =
  /\b(learn more|for (more |further )?(information|details)|more (information|details)|read (our|more)|these are the terms)\b/u;
/** A table row of purposes names several kinds of data for several purposes. */
const LONGEST_ROW = 700;
const EXCEPTS = /\b(unless|except|save where|even if|sauf|es sei denn)\b/u;
const USES =
  /\b(us(e|es|ed|ing)|train(ed|ing|s)?|process(es|ing)?|analy[sz]e|retain|collect|obtain|licen[cs]e|grants?|fine-tun|utilis|verwend|nutz|choos|choose|select|elect|opt|allow|accept|purposes?|serve|may|improve|machine)/u;
const USED =
  /\b(us(e|es|ed|ing)|process(es|ing)?|analy[sz]e|collect|obtains?|disassociate|shared?|licen[cs]e|rights?|utiliser|utilisons|verwenden|nutzen|train (on|our models? (on|using|with)))\b/u;
const DE_IDENTIFIED = /\bde-?identif|\bdisassociate|\banonymi[sz]ed (data|form)|aggregated or/u;

export function trainingRule(titled: Sentence): readonly Finding[] {
  const sentence = titled.body === titled.text ? titled : { ...titled, text: titled.body };
  const { text, lead } = sentence;
  const isUnderTraining = ACT.test(lead);
  if (!GATE.test(text) && !isUnderTraining) return [];
  if (isUseRule(sentence)) return [];
  const reach = reachOf(text);
  const act = ACT.exec(text);
  if (isUnderTraining && IS_DENIED.test(lead) && EXCEPTS.test(lead)) return itemOf(sentence);
  if (act === null || OTHER_TRAINING.test(text)) {
    if (isUnderTraining && !OTHER_TRAINING.test(lead)) return [...itemOf(sentence), ...reach];
    if (act === null && /\bopt/u.test(text)) return [...choiceAlone(sentence), ...reach];
    return act === null ? improvement(sentence) : [];
  }
  if (text.startsWith("|") && text.length > LONGEST_ROW) return [];
  if (LEFT_OUT.test(text) || !USES.test(text)) return reach;
  if (SURVIVES.test(text)) return [...survivors(sentence), ...reach];
  return [...actOf(sentence, act), ...reach];
}

interface Clauses {
  /** Says what is done; conditions that stand before it are left out. */
  readonly main: string;
  readonly condition: string;
}

/** Splits at the first condition; one that opens the sentence ends at its comma. */
function clausesOf(text: string): Clauses {
  CONDITIONS.lastIndex = 0;
  for (let at = CONDITIONS.exec(text); at !== null; at = CONDITIONS.exec(text)) {
    const lead = text.slice(0, at.index).trim();
    if (/\b(select|choose|know|decide|learn|control)$/u.test(lead)) continue;
    if (lead.length > 12) {
      const rest = text.slice(at.index);
      return { main: text.slice(0, at.index), condition: rest };
    }
    const comma = closingComma(text, at.index);
    if (comma < 0) return { main: text, condition: "" };
    const inner = clausesOf(text.slice(comma + 1));
    return { main: inner.main, condition: `${text.slice(at.index, comma)} ${inner.condition}` };
  }
  return { main: text, condition: "" };
}

/** The comma before the main clause: followed by its subject. */
function closingComma(text: string, from: number): number {
  const subject =
    /:(?= )|,(?= (then )?(we|you|our|your|[a-z.-]+ (also )?(may|will|does|can|shall|uses|is)|(new|future)|the|this|any|customer|by)\b)/gu;
  subject.lastIndex = from;
  return subject.exec(text)?.index ?? -1;
}

function actOf(sentence: Sentence, found: RegExpExecArray): readonly Finding[] {
  const { text, lead } = sentence;
  const clauses = clausesOf(text);
  const inMain = ACT.exec(clauses.main);
  const act = inMain ?? found;
  if (inMain === null || isChosen(clauses, act.index) || WISH.test(text))
    return choiceOnly(sentence, clauses);
  if (POINTS.test(text)) return [];
  const isDenied =
    denied(clauses.main, act.index) || (lead !== "" && IS_DENIED.test(lead) && !EXCEPTS.test(lead));
  const whole = `${clauses.condition} ${/\(/u.test(text) ? text : ""}`;
  const isExcepting = EXCEPTS.test(clauses.condition);
  const stillIn = STILL_IN.test(whole);
  const out = OUT.test(text);
  const optIn = IN.test(text) && !stillIn;
  const unless = out && (!isDenied || stillIn) ? "opt-out" : optIn ? "opt-in" : undefined;
  const others = isExcepting && isDenied ? allCues(EXCEPTION_CUES, clauses.condition) : [];
  const isList = isDenied && /\bexcept\b[^.;]{0,60}(:|circumstances|following)|\bunless:$/u.test(text);
  const use = !isDenied ? "permitted" : stillIn || others.length > 0 || isList ? "limited" : "not-permitted";
  const who = firstCue(WHO_CUES, stillIn || unless === "opt-in" ? text : clauses.main) ?? sentence.audience;
  const data =
    /\bflagged?\b/u.test(text) && !isDenied
      ? ["flagged"]
      : dataOf(clauses.main, isDenied || text.startsWith("to ") ? lead : "");
  const isSaid = isDenied || isVendorUse(clauses.main) || isVendorUse(lead);
  const findings: Finding[] = data
    .filter((one) => isSaid && (one !== undefined || (isDenied && /\byou/u.test(text))))
    .map((one) =>
      finding(
        "training-use",
        { use, data: one, who, model: modelOf(clauses.main), unless, ...formOf(text, isDenied) },
        text.startsWith("|") ? 0.5 : one === undefined ? 0.6 : 0.9,
      ),
    );
  const hasDefault = BY_DEFAULT.test(text) && isDenied;
  const path = firstCue(PATH_CUES, text);
  if (unless !== undefined || hasDefault) {
    const on = hasDefault || unless === "opt-in" ? "off" : "on";
    const form = unless ?? (optIn ? "opt-in" : undefined);
    findings.push(
      finding("choice", { of: "training", default: on, form, path, who }, hasDefault ? 0.9 : 0.85),
    );
  }
  const to = unless === "opt-in" || unless === "opt-out" ? `training-${unless}` : undefined;
  for (const what of others) {
    if (to !== undefined) findings.push(finding("exceptions", { to, what }, 0.85));
    if (what === "feedback")
      findings.push(finding("safety-feedback", { data: "feedback", use: "training" }, 0.8));
    if (what === "safety-flagged")
      findings.push(finding("safety-feedback", { data: "flagged", use: "training" }, 0.7));
  }
  return findings;
}

/** "You can select whether we train"; "once you opt out, we will not train": a choice, and no promise. */
function isChosen({ main, condition }: Clauses, act: number): boolean {
  if (ASKED.test(main.slice(0, act))) return true;
  const opening = /^(if|when|where|once|after|only if)\b/u.test(condition);
  return opening && OUT.test(condition) && !STILL_IN.test(condition) && denied(main, act);
}

/** "If you do not want us to train, you can opt out": the choice; and that without it training goes on. */
function choiceOnly(sentence: Sentence, { main, condition }: Clauses): readonly Finding[] {
  const { text } = sentence;
  const isOut = OUT.test(text);
  const isIn = !isOut && IN.test(text);
  const isAsked = ASKED.test(text);
  if (!isOut && !isIn && !isAsked) {
    if (!/\btraining is enabled\b/u.test(condition) || main === "") return [];
  }
  const isDefaultOn = isOut && WISH.test(text);
  const choice = finding(
    "choice",
    {
      of: "training",
      form: isOut ? "opt-out" : isIn ? "opt-in" : undefined,
      default: isDefaultOn || isOut ? "on" : isIn ? "off" : undefined,
      path: firstCue(PATH_CUES, text),
      who: whoOf(sentence),
    },
    0.8,
  );
  if (!isDefaultOn || POINTS.test(text)) return [choice];
  const uses = dataOf(text, "").map((data) =>
    finding(
      "training-use",
      { use: "permitted", data, who: whoOf(sentence), model: modelOf(text), unless: "opt-out" },
      0.7,
    ),
  );
  return [...uses, choice];
}

/** Names no training; its heading or lead-in does, or it is about the training setting by name. */
function choiceAlone(sentence: Sentence): readonly Finding[] {
  const { text, heading } = sentence;
  if (!/\btraining\b|improve the model/u.test(`${heading} ${text}`) || !OUT.test(text)) return [];
  return [
    finding(
      "choice",
      { of: "training", form: "opt-out", default: "on", path: firstCue(PATH_CUES, text) },
      0.7,
    ),
  ];
}

/** What goes on although the user opted out: named in the sentence, or "when: (1) …, (2) …". */
function survivors(sentence: Sentence): readonly Finding[] {
  const { text } = sentence;
  const match = SURVIVES.exec(text);
  const after = text.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
  const around = `${text.slice(0, match?.index ?? 0)} ${after}`;
  if (denied(after, ACT.exec(after)?.index ?? after.length) && !/\bdoes not apply|not affect/u.test(text))
    return [];
  const kinds = allCues(EXCEPTION_CUES, around);
  const findings: Finding[] = kinds.map((what) =>
    finding("exceptions", { to: "training-opt-out", what }, 0.95),
  );
  if (kinds.includes("feedback")) {
    findings.push(finding("safety-feedback", { data: "feedback", use: "training" }, 0.9));
  }
  if (kinds.includes("safety-flagged")) {
    findings.push(finding("safety-feedback", { data: "flagged", use: "training" }, 0.9));
  }
  return findings;
}

/** An item of a list under a lead-in on training: a source of data, or an exception. */
function itemOf(sentence: Sentence): readonly Finding[] {
  const { text, lead } = sentence;
  if (SURVIVES.test(lead) || (IS_DENIED.test(lead) && EXCEPTS.test(lead))) {
    const to = SURVIVES.test(lead) || OUT.test(lead) ? "training-opt-out" : undefined;
    return allCues(EXCEPTION_CUES, text).flatMap((what) => {
      const list = to === undefined ? [] : [finding("exceptions", { to, what }, 0.85)];
      const data = what === "feedback" ? "feedback" : what === "safety-flagged" ? "flagged" : undefined;
      return data === undefined
        ? list
        : [...list, finding("safety-feedback", { data, use: "training" }, 0.85)];
    });
  }
  if (!/\b(sources|following)\b[^.;]{0,60}:$/u.test(lead) || text.length > 260) return [];
  const use = IS_DENIED.test(lead) ? "not-permitted" : "permitted";
  const unless = OUT.test(text) ? "opt-out" : undefined;
  return dataOf(text, "").flatMap((data) =>
    data === undefined
      ? []
      : [finding("training-use", { use, data, who: whoOf(sentence), model: "general", unless }, 0.75)],
  );
}

function improvement(sentence: Sentence): readonly Finding[] {
  const { text } = sentence;
  const { main, condition } = clausesOf(text);
  const match = IMPROVES.exec(main);
  if (
    match === null ||
    !/(?<!you )\b(use|uses|licen[cs]e)\b/u.test(main) ||
    !/\b(we|us|customer|may|can|will)\b/u.test(main)
  )
    return [];
  if (
    /\b(you|customers?|users?) (may|must|shall|will|agree)\b( to)?( not)?[^.;]{0,40}$/u.test(
      main.slice(0, match.index),
    )
  )
    return [];
  const data = dataOf(main.slice(0, match.index), "").filter(
    (one) => one === "content" || one === "conversations",
  );
  const isDenied = denied(main, match.index);
  const unless = OUT.test(condition) ? "opt-out" : IN.test(text) ? "opt-in" : undefined;
  return data.map((one) =>
    finding(
      "training-use",
      {
        use: isDenied ? "not-permitted" : "permitted",
        data: one,
        who: whoOf(sentence),
        model: "services",
        unless,
      },
      0.6,
    ),
  );
}

/** Is it the user who must not, or may, train? Then it is a rule of use and no promise of the vendor's. */
function isUseRule({ text, lead, heading }: Sentence): boolean {
  const act = ACT.exec(text);
  const before = text.slice(0, act?.index ?? text.length);
  let last = -1;
  BY_USER.lastIndex = 0;
  for (let user = BY_USER.exec(before); user !== null; user = BY_USER.exec(before)) {
    const opening = before.slice(Math.max(0, user.index - 40), user.index);
    if (!/\b(if|unless|when|where|because|until)( [a-z]+)? $/u.test(opening)) last = BY_USER.lastIndex;
  }
  if (last >= 0) return !BY_VENDOR.test(before.slice(last));
  const hasVendor = /\b(we|us|our)\b/u.test(before);
  if (lead !== "" && IS_RULE.test(lead) && !BY_VENDOR.test(lead)) return true;
  if (
    /^(do not|don't|to |using|use of|any use)/u.test(text) &&
    /\b(compet|prohibit|restrict|acceptable use)/u.test(`${heading} ${lead} ${text}`)
  )
    return true;
  if (/\b(prohibited|forbidden) from\b|\bcompet(e|es|ing|itive)\b/u.test(text) && !hasVendor) return true;
  return !hasVendor && /\b(prohibited|restrictions|acceptable use|what you cannot do)\b/u.test(heading);
}

/** The vendor acts, with data that is someone's; texts on how training works say neither. */
function isVendorUse(text: string): boolean {
  return USED.test(text) && /\b(we|us|may|will|grants?|can|uses?|nous|wir)\b/u.test(text);
}

function denied(main: string, act: number): boolean {
  const before = main.slice(0, act);
  let from = 0;
  BREAKS.lastIndex = 0;
  for (let at = BREAKS.exec(before); at !== null; at = BREAKS.exec(before)) from = at.index + 1;
  if (IS_DENIED.test(before.slice(from))) return true;
  // "is not used for training": the act's own words may hold it.
  return (
    /^[^.;]{0,30}\bnot\b/u.test(main.slice(act, act + 30)) &&
    /\bnot permitted|is not\b/u.test(main.slice(act, act + 60))
  );
}

function dataOf(text: string, lead: string): readonly (string | undefined)[] {
  const own = allCues(DATA_CUES, text);
  const found = own.length > 0 ? own : allCues(DATA_CUES, lead);
  const telling = found.filter((one) => !VAGUE_DATA.includes(one));
  if (telling.length > 0) return telling;
  return found.length > 0 ? [found.includes("content") ? "content" : found[0]] : [undefined];
}

function whoOf({ text, audience }: Sentence): string | undefined {
  return firstCue(WHO_CUES, text) ?? audience;
}

function modelOf(text: string): string {
  return firstCue(MODEL_CUES, text) ?? "general";
}

function formOf(text: string, isDenied: boolean): { readonly form?: string } {
  return !isDenied && DE_IDENTIFIED.test(text) ? { form: "de-identified" } : {};
}

function reachOf(text: string): readonly Finding[] {
  const reach = firstCue(REACH_CUES, text);
  return reach === undefined ? [] : [finding("opt-out-reach", { reach }, 0.85)];
}
