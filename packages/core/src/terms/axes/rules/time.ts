/** Sentence -> **effective-date**, notice of changes */
import { datesIn } from "../../change/dates.ts";
import type { Sentence } from "../sentence.ts";
import { durationsIn } from "./durations.ts";
import { type Finding, finding } from "./finding.ts";

const IN_FORCE =
  /\b(effective|in force|into force|takes? effect|come into effect|in effect|appl(y|ies) from|entrée en vigueur|en vigueur|gültig ab|in kraft)\b/u;
const ACKNOWLEDGED =
  /\b(date|when|once|upon|after|time) (on which |at which )?(you|your) (first )?(acknowledge|accept|agree|acceptance)/u;
const CONTINUED = /\b(continu(e|ed|ing)( to)? (us(e|ing)|access)|by (using|accessing))\b/u;
/** Between the cue and its date. */
const GAP = 40;

export function effectiveRule({ text, said, isAtEdge }: Sentence): readonly Finding[] {
  const cue = IN_FORCE.exec(text);
  if (cue === null || !isAtEdge || text.length > 500) return [];
  if (/\b(registration|opt-out|termination|cancellation|measures)\b[^.]{0,12}effective/u.test(text))
    return [];
  const date = datesIn(said).find(
    (one) => one.end > cue.index && one.start - cue.index - cue[0].length <= GAP,
  );
  const day = date === undefined ? undefined : new Date(date.at).toISOString().slice(0, 10);
  if (ACKNOWLEDGED.test(text)) {
    const rule = day === undefined ? "acknowledged" : "acknowledged-or-day";
    return [finding("effective-date", { is: "per-account", day, rule }, 0.95)];
  }
  if (day !== undefined) return [finding("effective-date", { is: "day", day }, 0.9)];
  if (CONTINUED.test(text) && /\b(terms|policy|agreement|changes)\b/u.test(text)) {
    return [finding("effective-date", { is: "on-use", rule: "continued-use" }, 0.6)];
  }
  return [];
}

const CHANGES = /\b(chang|updat|modif|amend|revis|discontinu)/u;
const OF_TERMS = /\b(terms|policy|policies|agreement|notice|statement|conditions)\b/u;
const TELLS =
  /\b(notif(y|ied|ication)|notice|inform|let you know|e-?mail|post(ing|ed)?|publish(ing|ed)?|alert you)\b/u;
const WITHOUT = /\bwithout (prior |any |giving |further |advance )*notice\b/u;
const BEFORE = /\b(notice|notif|inform|before|prior|advance|after|e-?mail|post)\b/u;
const MAY_NOT_TELL =
  /\b(you (may|must|shall|will|should|can) (notify|inform|provide)|notify us|notice to us|breach|incident|refund|dispute|arbitrat)/u;

export function noticeRule({ text }: Sentence): readonly Finding[] {
  if (!CHANGES.test(text) || MAY_NOT_TELL.test(text) || text.length > 1_200) return [];
  const of = ofWhat(text);
  if (of === undefined) return [];
  if (WITHOUT.test(text)) return [finding("notice", { of, promised: "none" }, 0.8)];
  if (!TELLS.test(text) || !/\b(we|us|our|[a-z.-]+ (will|may|shall))\b/u.test(text)) return [];
  if (!/\b(will|shall|may|by|must|agree to|provide|at least|endeavou?r)\b/u.test(text)) return [];
  const duration = durationsIn(text).find(({ start, end }) =>
    BEFORE.test(text.slice(Math.max(0, start - 60), end + 60)),
  );
  const how = /\be-?mail\b/u.test(text)
    ? "e-mail"
    : /\b(in-app|within (the|our) (services?|product)|pop-up|through (the|our) (services?|interface))\b/u.test(
          text,
        )
      ? "in-app"
      : /\b(post(ing|ed)?|publish(ing|ed)?|website|effective date at the top)\b/u.test(text)
        ? "post"
        : undefined;
  return [finding("notice", { of, promised: duration?.period ?? "unstated", how }, duration ? 0.85 : 0.7)];
}

function ofWhat(text: string): string | undefined {
  if (/\b(price|pricing|fees)\b/u.test(text)) return "price";
  if (/\b(privacy|policy|notice,|this notice|statement)\b/u.test(text) && !/\bterms\b/u.test(text))
    return "policy";
  if (OF_TERMS.test(text) && /\b(terms|agreement|conditions)\b/u.test(text)) return "terms";
  return /\b(discontinu|features?)\b/u.test(text) ? "service" : undefined;
}
