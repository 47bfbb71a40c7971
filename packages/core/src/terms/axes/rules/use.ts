/** Sentence -> **acceptable-use**: what the user must not do, may do, must do */
import { USE_CUES } from "../data/recipients.ts";
import { RULES_OF_USE } from "../data/training.ts";
import type { Sentence } from "../sentence.ts";
import { allCues } from "./cues.ts";
import { type Finding, finding } from "./finding.ts";

const FORBIDS =
  /\b(you|customers?|users?|end users?|developers?|licensees?|and)\b( and [a-z ]{1,20})? (may|must|shall|will|agrees?|can|are|should)( not|not|n't)\b|\b(you|customers?|users?) (agree|undertake)s? not to\b|\bcannot\b|\bprohibit|\bforbidden\b|\bnot (permitted|allowed)\b|^(do not|don't|never)\b|- don't\b/u;
const PERMITS =
  /\b(you|customers?|users?|developers?) (may|can|are (free|permitted|allowed) to|are welcome to)\b(?! not)/u;
const REQUIRES =
  /\b(you|customers?|users?) (must|shall|will|are required to|agree to)\b(?! not)|^comply\b|\badhere to\b/u;
const UNDER_RULES = new RegExp(RULES_OF_USE, "u");
const NO_RULE = /\b(we|us) (may|will|do|are|can|shall)( not|n't)\b|\bliab|\bwarrant|\bour (privacy|systems)/u;
const USES_SERVICE =
  /\b(use|using|access|content|output|services?|engage|create|generate|develop|data|distribut|our|apply|collect)/u;

export function useRule({ text, lead, heading }: Sentence): readonly Finding[] {
  if (text.length > 3_000) return [];
  const isUnder =
    UNDER_RULES.test(lead) ||
    (/\b(prohibited|restrictions|acceptable use|don't|not allowed)\b/u.test(heading) &&
      !/\b(we|us)\b/u.test(text));
  const isForbidding = FORBIDS.test(text) && !NO_RULE.test(text);
  if (isForbidding || isUnder) {
    return allCues(USE_CUES, text).map((forbids) =>
      finding("acceptable-use", { forbids }, isForbidding ? 0.75 : 0.65),
    );
  }
  if (!USES_SERVICE.test(text) || NO_RULE.test(text)) return [];
  if (PERMITS.test(text)) {
    const named = allCues(USE_CUES, text).filter((one) => one === "training-models" || one === "competing");
    return named.map((permits) => finding("acceptable-use", { permits }, 0.7));
  }
  if (!REQUIRES.test(text)) return [];
  return allCues(USE_CUES, text)
    .filter((one) => one === "illegal" || one === "export")
    .map((one) =>
      finding("acceptable-use", { requires: one === "illegal" ? "lawful-use" : "export-law" }, 0.6),
    );
}
