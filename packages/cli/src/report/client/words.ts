/**
 * The words a person reads for the codes a decision holds.
 */
import type { WireUse } from "./wire.ts";

export const ANSWERS = ["used", "unknown", "not"] as const;
export type Answer = (typeof ANSWERS)[number];

/** Permit in every possible world: can be used. In none: not used. Else nobody can tell yet. */
export function answerOf(use: WireUse | undefined): Answer {
  if (use === undefined) return "unknown";
  if (use.use === "permit") return "used";
  return use.exposure === "deny" ? "not" : "unknown";
}

/** Codes come from files: none of them may reach what every object has by nature. */
export function lookUp<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

const ANSWER_LABELS: Record<Answer, string> = {
  used: "Can be used",
  unknown: "Cannot tell",
  not: "Not used",
};

export function answerLabel(answer: Answer): string {
  return ANSWER_LABELS[answer];
}

const PURPOSES: Record<string, { readonly label: string; readonly phrase: string }> = {
  "train-general": { label: "Training models", phrase: "train models" },
  "train-safety": { label: "Training safety systems", phrase: "train safety systems" },
  "train-feedback": { label: "Training on feedback", phrase: "train models on feedback" },
  "human-review": { label: "Review by people", phrase: "be reviewed by people" },
  evaluate: { label: "Evaluating models", phrase: "evaluate models" },
  personalise: { label: "Personalising answers", phrase: "personalise answers" },
  share: { label: "Sharing with others", phrase: "be shared with others" },
  sale: { label: "Sale", phrase: "be sold" },
};

export function purposeLabel(purpose: string): string {
  return lookUp(PURPOSES, purpose)?.label ?? fromCode(purpose);
}

/** Completes "can be used to …" or "can …", see {@link verdictVerb}. */
export function purposePhrase(purpose: string): string {
  const phrase = lookUp(PURPOSES, purpose)?.phrase ?? `serve ${fromCode(purpose).toLowerCase()}`;
  return phrase.startsWith("be ") ? phrase : `be used to ${phrase}`;
}

const BOUNDS: Record<string, string> = {
  "at-most": "kept at most",
  "at-least": "kept at least",
  "until-user-deletes": "until you delete it",
  "until-released": "until a legal hold is released",
  "while-account-exists": "while the account exists",
  "set-by-admin": "as an administrator sets it",
  "governed-by-cloud-provider": "as the cloud provider's terms say",
  indefinite: "without end",
  "retained-unspecified": "kept, for how long is not said",
  unstated: "not stated",
  none: "not kept",
};

export function boundLabel(bound: string): string {
  return lookUp(BOUNDS, bound) ?? fromCode(bound).toLowerCase();
}

const UNITS: Record<string, string> = { Y: "year", M: "month", W: "week", D: "day" };

/** `P1Y6M` as `1 year 6 months`; anything unusual as it is. */
export function periodText(period: string): string {
  if (!/^P(\d+[YMWD])+$/.test(period)) return period;
  return [...period.matchAll(/(\d+)([YMWD])/g)]
    .map(([, number, unit]) => `${number} ${UNITS[unit ?? ""]}${number === "1" ? "" : "s"}`)
    .join(" ");
}

/** `OPTED_OUT` or `chat-history` as `Opted out`, `Chat history`. */
export function fromCode(code: string): string {
  const words = code.replace(/[_-]+/g, " ").trim();
  const lower = words === words.toUpperCase() ? words.toLowerCase() : words;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${numberText(number)} ${number === 1 ? one : many}`;
}

export function numberText(number: number): string {
  return number.toLocaleString("en-GB");
}

/** A share that never says 0 % or 100 % of what is not none or all. */
export function percentText(part: number, whole: number): string {
  if (whole === 0) return "–";
  const share = (100 * part) / whole;
  if (part > 0 && share < 1) return "< 1 %";
  if (part < whole && share > 99) return "> 99 %";
  return `${Math.round(share)} %`;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
