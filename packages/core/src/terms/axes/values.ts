import type { Axis } from "./axis.ts";

/** What a named value may be: one of a closed set, or text read from the quote in the form named. */
export type ValueSet =
  | { readonly of: "words"; readonly words: readonly string[] }
  /** ISO 8601 duration, or one of the words. */
  | { readonly of: "period"; readonly words: readonly string[] }
  /** `2025-09-28`. */
  | { readonly of: "day" }
  | { readonly of: "number" }
  | { readonly of: "flag" }
  /** ISO 3166 codes and `EU`, `EEA`, `US-CA`; sorted, joined by commas. */
  | { readonly of: "regions" }
  /** Words of the quote itself. */
  | { readonly of: "text" };

const words = (...list: string[]): ValueSet => ({ of: "words", words: list });
const period = (...list: string[]): ValueSet => ({ of: "period", words: list });

/** A value that the text does not state is left out: it is not known, and never guessed. */
export const AXIS_VALUES: Readonly<Record<Axis, Readonly<Record<string, ValueSet>>>> = {
  "training-use": {
    /** `limited`: not permitted but for the exceptions it names. */
    use: words("permitted", "not-permitted", "limited"),
    data: words(
      "conversations",
      "content",
      "feedback",
      "flagged",
      "usage",
      "public",
      "account",
      "personal",
      "third-party",
    ),
    who: words("consumers", "business", "api", "free", "paid", "education", "non-users"),
    /**
     * `services`: products are improved with it, models are not named. `own`: for that customer alone.
     * `general`: the vendor's models. `third-party`: models of others, affiliates included.
     */
    model: words("services", "safety", "own", "general", "third-party"),
    unless: words("opt-out", "opt-in"),
    form: words("de-identified"),
  },
  choice: {
    of: words("training", "advertising", "sharing", "retention", "human-review"),
    default: words("on", "off", "asked"),
    form: words("opt-out", "opt-in", "none"),
    path: words("settings", "form", "e-mail", "link", "contract"),
    who: words("consumers", "business", "api", "free", "paid", "education", "non-users"),
  },
  "opt-out-reach": { reach: words("prospective", "stored", "both") },
  exceptions: {
    to: words("training-opt-out", "training-opt-in", "deletion", "retention"),
    what: words(
      "feedback",
      "safety-flagged",
      "legal",
      "de-identified",
      "preview-models",
      "contract",
      "security",
      "backups",
    ),
  },
  scope: {
    covers: words(
      "consumers",
      "business",
      "api",
      "education",
      "third-party-services",
      "employees",
      "supplement",
    ),
    exempts: words(
      "consumers",
      "business",
      "api",
      "education",
      "third-party-services",
      "employees",
      "de-identified",
      "processor-role",
    ),
    regions: { of: "regions" },
  },
  retention: {
    period: period("as-long-as-needed", "while-account-open", "until-deleted", "indefinite"),
    copy: words(
      "conversations",
      "content",
      "backend",
      "feedback",
      "flagged",
      "scores",
      "logs",
      "api-inputs",
      "temporary-chats",
      "account",
      "backups",
      "cookies",
      "payment",
      "recordings",
      "support",
      "personal",
    ),
    start: words("deletion", "submission", "collection", "account-closure", "contract-end", "inactivity"),
    bound: words("at-most", "at-least"),
    if: words("training-allowed", "training-refused"),
  },
  deletion: {
    by: words("user", "vendor"),
    copy: words("conversations", "content", "account", "backend", "personal", "feedback", "temporary-chats"),
    within: period("immediately"),
  },
  anonymisation: {
    applies: { of: "flag" },
    data: words(
      "conversations",
      "content",
      "feedback",
      "flagged",
      "usage",
      "public",
      "account",
      "personal",
      "third-party",
    ),
    how: words("anonymised", "de-identified", "pseudonymised", "aggregated"),
    use: words("training", "research", "sharing", "after-retention"),
  },
  "human-review": {
    who: words("staff", "contractors", "people"),
    when: words("safety", "training", "support", "feedback", "legal"),
    applies: { of: "flag" },
  },
  sharing: {
    with: words(
      "affiliates",
      "service-providers",
      "advertisers",
      "partners",
      "government",
      "acquirer",
      "other-users",
      "public",
      "model-providers",
    ),
    data: words("conversations", "public", "personal", "usage", "de-identified"),
    for: words("training", "advertising", "services"),
    sale: words("yes", "no"),
    applies: { of: "flag" },
    unless: words("opt-out", "opt-in"),
  },
  personalisation: {
    of: words("advertising", "content", "profiling"),
    data: words("conversations", "usage", "personal", "affiliates"),
    applies: { of: "flag" },
  },
  "data-collected": {
    data: words(
      "identity",
      "contact",
      "payment",
      "device",
      "location",
      "usage",
      "cookies",
      "conversations",
      "files",
      "biometric",
      "contacts",
      "recordings",
      "health",
      "public",
      "partners",
      "affiliates",
      "keystrokes",
      "advertisers",
    ),
    applies: { of: "flag" },
  },
  "safety-feedback": {
    data: words("feedback", "flagged"),
    use: words("training", "improvement", "enforcement", "research"),
  },
  "law-enforcement": {
    with: words("police", "courts", "government", "regulators"),
    when: words("required", "good-faith", "emergency"),
    regions: { of: "regions" },
  },
  children: { minimumAge: { of: "number" }, regions: { of: "regions" } },
  notice: {
    of: words("terms", "policy", "service", "price"),
    /** `unstated`: notice is promised, how long before is not. */
    promised: period("none", "unstated"),
    how: words("e-mail", "in-app", "post"),
  },
  "effective-date": {
    is: words("day", "per-account", "on-use"),
    day: { of: "day" },
    rule: words("acknowledged-or-day", "acknowledged", "continued-use"),
  },
  "acceptable-use": { forbids: { of: "text" }, permits: { of: "text" }, requires: { of: "text" } },
  "contracting-entity": {
    name: { of: "text" },
    role: words("contract", "controller", "representative"),
    regions: { of: "regions" },
  },
  "commercial-rules": { what: { of: "text" } },
  other: { topic: { of: "text" } },
};
