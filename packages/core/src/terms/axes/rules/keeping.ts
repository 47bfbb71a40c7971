/** Sentence -> **retention**, deletion */
import {
  AT_LEAST,
  AT_MOST,
  BY_USER,
  COPY_CUES,
  DELETE,
  DENIED_KEEPING,
  IF_CUES,
  KEEP,
  NOT_KEEPING,
  START_CUES,
  UNTIL_CUES,
} from "../data/keeping.ts";
import { EXCEPTION_CUES } from "../data/training.ts";
import type { Sentence } from "../sentence.ts";
import { firstCue } from "./cues.ts";
import { type Duration, durationsIn } from "./durations.ts";
import { type Finding, finding } from "./finding.ts";

const KEEPS = new RegExp(KEEP, "u");
const DELETES = new RegExp(DELETE, "u");
const OTHER = new RegExp(NOT_KEEPING, "u");
const NOT_KEPT = new RegExp(DENIED_KEEPING, "u");
const MOST = new RegExp(AT_MOST, "u");
const LEAST = new RegExp(AT_LEAST, "u");
const USER = new RegExp(BY_USER, "u");
const IS_DATA =
  /\b(data|information|content|inputs?|outputs?|prompts?|conversations?|chats?|messages?|logs?|recordings?|feedback|materials|activity|cookies?|scores?|it|them|profile|copies|backups?|back-?end|daten|données|unterhaltungen)\b/u;
/** Between the verb and its number. */
const REACH = 160;
const NEAR = 40;
const LONGEST_ROW = 700;

/** More in one sentence are a table that was run together; each is looked up in the whole sentence. */
const MOST_DURATIONS = 20;

export function keepingRule(sentence: Sentence): readonly Finding[] {
  const { text } = sentence;
  const keeps = KEEPS.test(text);
  const deletes = DELETES.test(text);
  if ((!keeps && !deletes) || OTHER.test(text) || !IS_DATA.test(text)) return [];
  const findings: Finding[] = [];
  const durations = durationsIn(text)
    .slice(0, MOST_DURATIONS)
    .filter((one) => isOfKeeping(text, one));
  const condition = firstCue(IF_CUES, text);
  for (const duration of durations) {
    findings.push(...periodOf(text, duration, condition, deletes));
  }
  const until =
    durations.length === 0 && keeps && !isPurposeRow(text) && !NOT_KEPT.test(text)
      ? firstCue(UNTIL_CUES, text)
      : undefined;
  if (until !== undefined && isHolding(text)) {
    const copy = firstCue(COPY_CUES, text);
    findings.push(finding("retention", { period: until, copy, if: condition }, 0.8));
  }
  if (USER.test(text) && !/\bnot (be able|possible|delete)\b/u.test(text)) {
    const within = durations[0]?.period ?? (/\bimmediately\b/u.test(text) ? "immediately" : undefined);
    findings.push(finding("deletion", { by: "user", copy: copyDeleted(text), within }, 0.8));
  } else if (deletes && durations.length > 0 && /\b(we|will|shall|are|is)\b/u.test(text) && !keeps) {
    findings.push(
      finding("deletion", { by: "vendor", copy: copyDeleted(text), within: durations[0]?.period }, 0.75),
    );
  }
  if (deletes && durations.length > 0) findings.push(...exceptionsTo(text));
  return findings;
}

function periodOf(
  text: string,
  { period, start, end }: Duration,
  condition: string | undefined,
  deletes: boolean,
): readonly Finding[] {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const around = `${before} ${text.slice(end, end + 16)}`;
  const bound = LEAST.test(around) ? "at-least" : MOST.test(around) || deletes ? "at-most" : undefined;
  const copy = firstCue(COPY_CUES, clauseBefore(text, end)) ?? firstCue(COPY_CUES, text);
  const from = firstCue(START_CUES, text.slice(end, end + REACH)) ?? firstCue(START_CUES, text);
  return [finding("retention", { period, copy, start: from, bound, if: condition }, 0.9)];
}

/** A verb of keeping or deleting stands near enough, on the same side of a stop, and no notice or fee between. */
function isOfKeeping(text: string, { start, end }: Duration): boolean {
  const from = Math.max(text.lastIndexOf(". ", start), text.lastIndexOf("; ", start), start - REACH);
  const window = text.slice(Math.max(0, from), end + NEAR * 2);
  if (!KEEPS.test(window) && !DELETES.test(window)) return false;
  return !/\b(notice|notify|respond|response|refund|billing|price|invoice|pay|prior to the|at least \w+ days before)\b/u.test(
    text.slice(Math.max(0, start - NEAR), end + NEAR),
  );
}

/** A table row of purposes and legal grounds: what is "necessary" there is the purpose. */
function isPurposeRow(text: string): boolean {
  return text.startsWith("|") && text.length > LONGEST_ROW;
}

function isHolding(text: string): boolean {
  return /\b(we|us|retained|kept|stored|held|[a-z.-]+ (will |may )?(retains?|keeps?|stores?|holds?)|retention|conserv|speicher|aufbewahr)/u.test(
    text,
  );
}

/** From the last comma that leaves room for a noun, up to the number. */
function clauseBefore(text: string, end: number): string {
  const from = Math.max(text.lastIndexOf(", ", end - NEAR / 2), text.lastIndexOf("; ", end), 0);
  return text.slice(from, end);
}

function copyDeleted(text: string): string | undefined {
  const copy = firstCue(COPY_CUES, text);
  const named = ["conversations", "content", "account", "backend", "personal", "feedback", "temporary-chats"];
  return copy !== undefined && named.includes(copy) ? copy : undefined;
}

function exceptionsTo(text: string): readonly Finding[] {
  const at = text.search(/\b(unless|except|subject to)\b/u);
  if (at < 0) return [];
  const rest = text.slice(at);
  const what = firstCue(EXCEPTION_CUES, rest);
  const kinds = [
    what === "safety-flagged" || /\bsafety|harm|abuse\b/u.test(rest) ? "security" : undefined,
    /\b(legal|legally|law|laws|compliance|regulat)/u.test(rest) ? "legal" : undefined,
    /\bde-?identified\b/u.test(rest) ? "de-identified" : undefined,
  ];
  return kinds.flatMap((kind) =>
    kind === undefined ? [] : [finding("exceptions", { to: "deletion", what: kind }, 0.75)],
  );
}
