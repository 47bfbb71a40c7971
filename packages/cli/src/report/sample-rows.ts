/**
 * Made-up decisions of the shape the engine gives, any number of them, the same on every run:
 * what the report's tests and its sizes are measured with.
 */
import type {
  ClockAnswer,
  Decision,
  Explanation,
  FactTrace,
  PolicyRef,
  RuleTrace,
  UseAnswer,
} from "@proviso/core/decision";
import type { ReportModel, ReportRow } from "./model.ts";
import {
  SAMPLE_CLOCKS,
  SAMPLE_FACTS,
  SAMPLE_RULES,
  SAMPLE_TITLES,
  SAMPLE_VOCABULARY,
} from "./sample-words.ts";

const DAY = 86_400_000;
const SAMPLE_AT = Date.UTC(2026, 10, 22);
const POLICY: PolicyRef = {
  id: "example/consumer",
  version: "2025-10-08",
  digest: `sha256:${"5e".repeat(32)}`,
};

/** A small multiplicative generator: the numbers need to look mixed, nothing more. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

export function* sampleRows(count: number, explained = true): Generator<ReportRow> {
  const random = generator(7);
  for (let index = 0; index < count; index += 1) {
    const createdAt = Math.floor(Date.UTC(2023, 3, 1) + random() * (SAMPLE_AT - Date.UTC(2023, 3, 1)));
    const lastActivityAt =
      random() < 0.2 ? createdAt : Math.min(SAMPLE_AT, createdAt + Math.floor(random() ** 3 * 200 * DAY));
    const rule = SAMPLE_RULES[Math.floor(random() ** 2 * SAMPLE_RULES.length)] ?? SAMPLE_RULES[0];
    if (rule === undefined) return;
    const hex = (length: number) =>
      Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
    const id = `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
    const decision = decide(id, rule, createdAt, lastActivityAt, random());
    yield {
      id,
      title: `${SAMPLE_TITLES[Math.floor(random() * SAMPLE_TITLES.length)]}${random() < 0.8 ? ` ${hex(3)}` : ""}`,
      source: "example-chats",
      surface: random() < 0.75 ? "chat" : "coding",
      mode: rule.id === "incognito" ? "incognito" : "ordinary",
      createdAt,
      lastActivityAt,
      items: 1 + Math.floor(random() ** 2 * 80),
      file: "conversations.json",
      decision,
      ...(explained ? { explanation: explain(decision, rule, createdAt, lastActivityAt, hex(12)) } : {}),
    };
  }
}

type SampleRule = (typeof SAMPLE_RULES)[number];

function decide(id: string, rule: SampleRule, created: number, last: number, chance: number): Decision {
  const use = (purpose: UseAnswer["purpose"], answer: Partial<UseAnswer>): UseAnswer => ({
    purpose,
    use: "deny",
    exposure: "deny",
    reason: "PURPOSE_NOT_PERMITTED",
    rule: undefined,
    policy: POLICY,
    basis: "text",
    reading: undefined,
    competing: [],
    cite: [],
    obligations: [],
    advice: [],
    possible: [],
    unknowns: [],
    ...answer,
  });
  const clocks = SAMPLE_CLOCKS.filter(({ with: ids }) => ids === undefined || ids.includes(rule.id)).map(
    ({ with: _, days, ...rest }): ClockAnswer => {
      const from =
        rest.event === "first-eligible-activity"
          ? created + Math.floor(chance * 10 * DAY)
          : rest.bound === "until-released"
            ? Date.UTC(2025, 4, 13)
            : last;
      const start = rest.bound === "until-user-deletes" ? undefined : from;
      const until = days === undefined ? undefined : from + days * DAY;
      return {
        ...rest,
        from: start,
        until,
        elapsed: until !== undefined && until <= SAMPLE_AT,
        policy: POLICY,
        cite: [{ document: "privacy-policy", section: "Retention" }],
      };
    },
  );
  const copies = [...new Set(clocks.map(({ copy }) => copy))];
  return {
    account: undefined,
    conversation: id,
    item: undefined,
    at: SAMPLE_AT,
    known: null,
    policies: [POLICY],
    uses: [
      use("train-general", { ...rule.general, rule: rule.id }),
      use(
        "train-safety",
        rule.id === "flagged"
          ? { use: "permit", exposure: "permit", reason: "SAFETY_FLAG", rule: "flagged" }
          : { reason: "NO_RULE" },
      ),
      use("human-review", chance < 0.1 ? { use: "permit", exposure: "permit", reason: "SAFETY_FLAG" } : {}),
    ],
    clocks,
    keep: copies.map((copy) => {
      const own = clocks.filter((clock) => clock.copy === copy);
      const ends = own.flatMap(({ until }) => until ?? []);
      const held = own.some(({ bound }) => bound === "until-released");
      return { copy, until: ends.length === 0 ? null : Math.min(...ends), atLeast: held ? "released" : null };
    }),
    runs: rule.id === "opted-in" && chance < 0.2 ? ["run-2026-03"] : [],
  };
}

function explain(
  decision: Decision,
  rule: SampleRule,
  created: number,
  last: number,
  item: string,
): Explanation {
  const at = SAMPLE_RULES.indexOf(rule);
  const open = rule.general.unknowns !== undefined;
  const rules = SAMPLE_RULES.map(({ id, general, when, facts: read }, index): RuleTrace => {
    const here = index === at;
    return {
      policy: POLICY,
      rule: id,
      effect: general.use ?? "deny",
      reason: general.reason ?? "NO_RULE",
      value: here ? (open ? "unknown" : "true") : "false",
      outcome: here ? (open ? "possible" : "decided") : index < at ? "passed" : "not-reached",
      grounds:
        index > at
          ? []
          : [{ text: when, value: here ? (open ? "unknown" : "true") : "false", facts: [...read] }],
      cite: general.cite ?? [],
    };
  });
  const facts = SAMPLE_FACTS.map(({ name, value }): FactTrace => {
    const words = SAMPLE_VOCABULARY[name];
    const unknown = rule.general.unknowns?.includes(name) === true;
    const own = words?.about === "conversation";
    return {
      name,
      value: unknown
        ? undefined
        : name === "conversation.createdAt"
          ? created
          : name === "conversation.lastActivityAt"
            ? last
            : value,
      says: words?.says ?? "",
      ask: unknown ? words?.ask : undefined,
      events: unknown
        ? []
        : own
          ? [`${decision.conversation}/${name.endsWith("lastActivityAt") ? item : "created"}`]
          : ["timeline/3"],
    };
  });
  return { decision, rules: Object.fromEntries(decision.uses.map(({ purpose }) => [purpose, rules])), facts };
}

export function sampleModel(rows: ReportModel["rows"], conversations: number): ReportModel {
  return {
    title: "May your chats train a model?",
    generatedAt: SAMPLE_AT,
    at: SAMPLE_AT,
    known: null,
    generator: "proviso 0.1.0",
    command: "npx proviso scan export.zip --timeline timeline.yaml --at 2026-11-22 --report report.html",
    howToAnswer:
      "Write the answer into the account's timeline and scan again: see `proviso timeline --help`.",
    inputs: [
      {
        name: "export.zip",
        format: "example-chats",
        conversations,
        items: conversations * 14,
        malformed: 2,
        problems: [
          "conversations.json:41 at byte 90112: `created_at` is not a date",
          "conversations.json:77: no `uuid`",
        ],
        unknownFields: [{ name: "chat_messages[].thinking_budget", count: 118 }],
      },
    ],
    redaction: {
      profile: "default",
      conversations: 2,
      types: [
        { type: "EMAIL", says: "an e-mail address", values: 12, conversations: 2 },
        { type: "CARD", says: "a payment card number", values: 1, conversations: 1 },
      ],
      special: [{ says: "someone's health", conversations: 1 }],
    },
    accountKnown: [
      {
        account: "account-1",
        source: "timeline.yaml",
        entries: [
          { at: Date.UTC(2023, 2, 2), says: "signed up on the plan `pro`, in the region `CH`" },
          { at: Date.UTC(2025, 8, 30), says: "switched the training setting on" },
        ],
        completeFor: ["plans", "regions"],
      },
    ],
    policies: [
      {
        ...POLICY,
        title: "Example consumer terms",
        documents: {
          "consumer-terms": {
            title: "Consumer Terms",
            version: "2025-10-08",
            url: "https://example.com/terms",
            archive: "terms-archive 1f2e3d",
            authority: "primary",
            fingerprints: {},
          },
          "privacy-policy": {
            title: "Privacy Policy",
            version: "2025-10-08",
            url: "https://example.com/privacy",
            archive: undefined,
            authority: "primary",
            fingerprints: {},
          },
        },
      },
    ],
    purposes: ["train-general", "train-safety", "human-review"],
    reasons: { OPTED_OUT: "The training setting was off when the conversation was last active." },
    vocabulary: SAMPLE_VOCABULARY,
    limits: [
      "Which setting was on at which time: an export does not record choices.",
      "Whether a chat was flagged or reviewed by a person.",
      "Chats that were deleted before the export was made.",
    ],
    rows,
  };
}
