/**
 * The shape of a policy file as JSON Schema (2020-12), for editors: names, kinds and help.
 *
 * It is looser than `parse.ts`, which also reads the conditions; it never refuses what that accepts.
 * Published as `policies/schema/policy.schema.json` by `scripts/generate-schemas.ts`.
 */
import { PURPOSES } from "../events/event.ts";
import { OPEN_BOUNDS } from "./parse-clocks.ts";
import { AUTHORITIES } from "./parse-documents.ts";
import { record, type Schema } from "./schema-record.ts";

/** Plain YAML reads `1.10` as a number and `true` as a boolean; the parser takes both as text. */
const WORD = ["string", "number", "boolean"];

function text(description: string, more: Schema = {}): Schema {
  return { type: WORD, description, ...more };
}

function list(items: Schema, description: string, more: Schema = {}): Schema {
  return { type: "array", items, description, ...more };
}

const ID = "^[a-z0-9]+([.-][a-z0-9]+)*$";
const VENDOR_NAME = "^[a-z0-9]+([.-][a-z0-9]+)*/[a-z0-9]+([.-][a-z0-9]+)*$";
const condition = (description: string, ...examples: readonly string[]): Schema =>
  text(`${description} A condition in CEL.`, { examples });
const instant = (description: string): Schema =>
  text(`${description} A date (its first moment in UTC) or RFC 3339.`, {
    examples: ["2025-10-08", "2025-09-27T00:32:00Z"],
  });
const purposes = (description: string): Schema =>
  list({ enum: PURPOSES }, description, { uniqueItems: true, examples: [["train-general"]] });
const period = (description: string): Schema =>
  text(description, {
    examples: ["30d", "5y", "6mo", "72h", "P5Y", "organisation.retention"],
  });

const grounds: Schema = {
  cite: {
    description: "The clauses it rests on, as `document#section`.",
    oneOf: [{ type: "string" }, list({ type: "string" }, "Several clauses.")],
    examples: ["consumer-terms#4. Your use of Materials"],
  },
  basis: {
    enum: ["text", "interpretation"],
    description: "`interpretation`: the text leaves it open.",
    default: "text",
  },
  reading: text("How the text is read, in a sentence. Required with `basis: interpretation`."),
  competing: list(
    record(
      "Another defensible reading.",
      { effect: { enum: ["permit", "deny"] }, reading: text("In a sentence.") },
      ["reading"],
    ),
    "The other readings. Required with `basis: interpretation`.",
    { minItems: 1 },
  ),
};

/** No silent interpretation: a citation, or a reading with its competitors. */
const grounded: Schema = {
  if: { properties: { basis: { const: "interpretation" } }, required: ["basis"] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: { required: ["reading", "competing"] },
  else: { required: ["cite"] },
};

const effective = record("When the version begins to bind an account; absent: always in force.", {
  acknowledged: text("The document whose acknowledgement binds the account that acknowledged it."),
  signedUpSince: instant("Binds accounts that were created since."),
  from: {
    description: "The date on which it binds everyone, or a list, where the date was moved.",
    oneOf: [
      instant("The date."),
      list(
        record(
          "A date as it was announced.",
          { date: instant("The date."), known: instant("Since when it was known.") },
          ["date"],
        ),
        "Each with the moment since which it was known.",
      ),
    ],
  },
});

const document = record(
  "A text that citations rest on.",
  {
    title: text("Its title."),
    version: text("The vendor's date or name of this version."),
    url: { type: "string", pattern: "^https?://\\S+$", description: "Where it is published." },
    archive: text("Archive, and commit or capture time, where it was read."),
    authority: { enum: AUTHORITIES, description: "Whose text it is.", default: "primary" },
    fingerprints: {
      type: "object",
      description: "Hash of a clause's normalised text, by section.",
      additionalProperties: { type: "string", pattern: "^sha256:[0-9a-f]{64}$" },
    },
  },
  ["title", "version"],
);

const rule = record(
  "The first rule that applies decides a purpose; no rule: deny.",
  {
    id: { type: WORD, pattern: ID, description: "Its name in answers." },
    deny: purposes("The purposes it denies."),
    permit: purposes("The purposes it permits."),
    scope: {
      enum: ["conversation", "item"],
      default: "conversation",
      description: "`item`: decides single items only.",
    },
    when: condition("When it applies; absent: always.", 'conversation.mode == "incognito"'),
    covers: condition(
      "For a permit: the items it covers; others fall through to later rules.",
      "item.at <= feedback.at",
    ),
    reason: {
      type: WORD,
      pattern: "^[A-Z0-9]+(_[A-Z0-9]+)*$",
      description: "Reason code; default: the id in capitals.",
    },
    obligations: list(text("An obligation."), "What must be done before use.", {
      examples: [["delink-user-id"]],
    }),
    ...grounds,
    advice: list(text("A sentence."), "What a person can do about it."),
  },
  ["id"],
  { oneOf: [{ required: ["deny"] }, { required: ["permit"] }], ...grounded },
);

const clock = record(
  "How long a copy may, or must, be kept.",
  {
    id: { type: WORD, pattern: ID, description: "Default: the name of the copy." },
    copy: {
      type: WORD,
      pattern: ID,
      description: "The copy.",
      examples: ["chat-history", "back-end", "model-training"],
    },
    atMost: period("It must be gone after this period."),
    atLeast: period("It must be kept for this period."),
    bound: { enum: OPEN_BOUNDS, description: "A bound without a date." },
    from: condition("The timestamp that the period counts from.", "conversation.deletedAt"),
    event: text("A name for that starting event.", { examples: ["chat-deleted"] }),
    when: condition("When the clock runs; absent: always.", "has(conversation.deletedAt)"),
    form: text("In which form the copy is kept.", { examples: ["de-identified"] }),
    note: text("A sentence for the reader."),
    ...grounds,
  },
  ["copy"],
  {
    oneOf: [{ required: ["atMost", "from"] }, { required: ["atLeast", "from"] }, { required: ["bound"] }],
    ...grounded,
  },
);

const names = (description: string): Schema => list(text("A name."), description, { minItems: 1 });

const hold = record(
  "A legal hold: a duty to keep. It never permits use.",
  {
    hold: { type: WORD, pattern: ID, description: "Its name." },
    scope: record("Whom it covers; each given part must apply.", {
      conversations: names("Only these conversations."),
      plans: names("Only these plans."),
      exceptPlans: names("Not these plans."),
      regions: names("Only these regions."),
      exceptRegions: names("Not these regions."),
    }),
    ...grounds,
  },
  ["hold"],
  grounded,
);

export const POLICY_SCHEMA: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Proviso policy",
  ...record(
    "One dated version of the rules that govern one kind of account at one product.",
    {
      policy: {
        type: "string",
        pattern: VENDOR_NAME,
        description: "The chain of versions it belongs to.",
        examples: ["vendor/consumer"],
      },
      version: text("Any text; a date as a rule.", { examples: ["2025-10-08"] }),
      title: text("For readers."),
      product: {
        type: "string",
        pattern: VENDOR_NAME,
        description: "The product whose conversations it governs.",
      },
      supersedes: text("The version it follows; absent for the first."),
      effective,
      target: condition(
        "The accounts it governs at all; absent: all.",
        'conversation.plan in ["free", "pro"]',
      ),
      documents: {
        type: "object",
        description: "The texts that can be cited, by a short name.",
        additionalProperties: document,
      },
      purposes: purposes("The purposes it speaks of; others are denied."),
      define: {
        type: "object",
        description: "Named conditions, for use in others.",
        propertyNames: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
        additionalProperties: condition(
          "A named condition.",
          "has(safety.flaggedAt) && !has(safety.clearedAt)",
        ),
      },
      rules: list(rule, "In order: the first that applies decides."),
      clocks: list(clock, "All that apply are returned, per copy."),
      holds: list(hold, "Legal holds that the policy knows by name."),
    },
    ["policy", "version", "title", "product", "purposes"],
  ),
};
