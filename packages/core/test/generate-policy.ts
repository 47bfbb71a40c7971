/** Valid random policies, as `parsePolicy` would return them, for laws that hold of every policy. */
import fc from "fast-check";
import { PURPOSES, type Purpose } from "../src/events/event.ts";
import type { Expr } from "../src/policy/expr.ts";
import type {
  Citation,
  ClockRule,
  DocumentRef,
  Effective,
  Grounds,
  NamedHold,
  Policy,
  Rule,
} from "../src/policy/policy.ts";
import { BOUNDS } from "../src/policy/policy.ts";
import { arbitraryExpr, type ExprOptions, INSTANTS } from "./generate-expr.ts";

export { arbitraryExpr, arbitrarySlots, FEW_FACTS } from "./generate-expr.ts";

/** A policy with up to five rules and three clocks over a few purposes; `facts` limits what it speaks of. */
export function arbitraryPolicy(options: Pick<ExprOptions, "facts"> = {}): fc.Arbitrary<Policy> {
  return definitions(options).chain((define) =>
    fc
      .uniqueArray(fc.constantFrom(...PURPOSES.slice(0, 4)), { minLength: 1, maxLength: 3 })
      .chain((purposes) =>
        fc.record({
          id: fc.constantFrom("vendor/consumer", "vendor/business-2"),
          version: fc.constantFrom("2025-10-08", "1.10", "v2 draft", "null"),
          title: prose,
          product: fc.constant("vendor/product"),
          supersedes: fc.constantFrom(undefined, "2025-05-01", "1.0"),
          effective: effective(),
          target: optional(arbitraryExpr("bool", { ...options, items: false, defined: define })),
          documents: documents(),
          purposes: fc.constant(purposes),
          define: fc.constant(define),
          rules: fc.array(rule(purposes, { ...options, defined: define }), { maxLength: 5 }).map((rules) =>
            rules.map(
              (one, index): Rule => ({
                ...one,
                id: `rule-${index + 1}`,
                reason: `${one.reason}${index + 1}`,
              }),
            ),
          ),
          clocks: fc
            .array(clock({ ...options, items: false, defined: define }), { maxLength: 3 })
            .map((clocks) => clocks.map((one, index): ClockRule => ({ ...one, id: `clock-${index + 1}` }))),
          holds: fc
            .array(hold(), { maxLength: 2 })
            .map((holds) => holds.map((one, index): NamedHold => ({ ...one, hold: `hold-${index + 1}` }))),
        }),
      ),
  );
}

const prose = fc.oneof(
  fc.constantFrom(
    "Consumer terms",
    "yes: no # maybe",
    "- 1",
    'it\'s "so"',
    "two\nlines\n",
    " padded ",
    "&a *b !c",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ""),
);
const instant = fc.constantFrom(...INSTANTS);

function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

function definitions(given: ExprOptions): fc.Arbitrary<Readonly<Record<string, Expr>>> {
  return fc.option(arbitraryExpr("bool", { ...given, items: false }), { nil: undefined }).chain((flagged) => {
    if (flagged === undefined) return fc.constant({});
    const first = { flagged };
    return optional(arbitraryExpr("bool", { ...given, items: false, defined: first })).map((late) =>
      late === undefined ? first : { ...first, late_2: late },
    );
  });
}

function effective(): fc.Arbitrary<Effective> {
  const known = fc.uniqueArray(fc.oneof(instant, fc.constant(Number.NEGATIVE_INFINITY)), { maxLength: 3 });
  return fc.record({
    acknowledged: fc.constantFrom(undefined, "consumer-terms"),
    signedUpSince: optional(instant),
    fixed: fc
      .tuple(known, instant)
      .map(([all, at]) => all.sort((a, b) => (a < b ? -1 : 1)).map((knownFrom) => ({ at, knownFrom }))),
  });
}

function documents(): fc.Arbitrary<Readonly<Record<string, DocumentRef>>> {
  const document: fc.Arbitrary<DocumentRef> = fc.record({
    title: prose,
    version: fc.constantFrom("2025-10-08", "3"),
    url: fc.constantFrom(undefined, "https://example.com/terms?a=b#c"),
    archive: optional(prose),
    authority: fc.constantFrom("primary", "court", "secondary"),
    fingerprints: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      { "4. Data > How we use it": `sha256:${"0a".repeat(32)}`, "1": `sha256:${"f".repeat(64)}` },
    ),
  });
  return fc.record({ terms: document, "privacy-policy": document });
}

function grounds(): fc.Arbitrary<Grounds> {
  const citation: fc.Arbitrary<Citation> = fc.record({
    document: fc.constantFrom("terms", "privacy-policy"),
    section: fc.constantFrom(undefined, "4. Data > How we use it", "a#b", "[1]: x"),
  });
  const cited = fc.array(citation, { minLength: 1, maxLength: 2 });
  const other = fc.record({
    effect: fc.constantFrom("permit" as const, "deny" as const, undefined),
    reading: prose,
  });
  return fc.oneof(
    fc.record({
      cite: cited,
      basis: fc.constant("text" as const),
      reading: fc.constant(undefined),
      competing: fc.constant([]),
    }),
    fc.record({
      cite: fc.oneof(cited, fc.constant([])),
      basis: fc.constant("interpretation" as const),
      reading: prose,
      competing: fc.array(other, { minLength: 1, maxLength: 2 }),
    }),
  );
}

function rule(declared: readonly Purpose[], options: ExprOptions): fc.Arbitrary<Rule> {
  const shape = fc.constantFrom<["permit" | "deny", Rule["scope"], boolean]>(
    ["permit", "conversation", false],
    ["permit", "conversation", true],
    ["permit", "item", false],
    ["deny", "conversation", false],
    ["deny", "item", false],
  );
  return shape.chain(([effect, scope, covering]) =>
    fc
      .record({
        purposes: fc.subarray([...declared], { minLength: 1 }),
        when: optional(arbitraryExpr("bool", { ...options, items: scope === "item" })),
        covers: covering ? arbitraryExpr("bool", { ...options, items: true }) : fc.constant(undefined),
        reason: fc.constantFrom("RULE_", "OTHER_"),
        obligations: fc.subarray(["delink-user-id", "note: it"]),
        advice: fc.array(prose, { maxLength: 1 }),
        grounds: grounds(),
      })
      .map(({ grounds: basis, ...rest }): Rule => ({ id: "", effect, scope, ...rest, ...basis })),
  );
}

function clock(options: ExprOptions): fc.Arbitrary<ClockRule> {
  return fc.constantFrom(...BOUNDS).chain((bound) => {
    const dated = bound === "at-most" || bound === "at-least";
    return fc
      .record({
        copy: fc.constantFrom("back-end", "chat-history"),
        period: dated ? arbitraryExpr("duration", options) : fc.constant(undefined),
        from: dated ? arbitraryExpr("timestamp", options) : fc.constant(undefined),
        event: fc.constantFrom(undefined, "chat-deleted"),
        when: optional(arbitraryExpr("bool", options)),
        form: optional(prose),
        note: optional(prose),
        grounds: grounds(),
      })
      .map(({ grounds: basis, ...rest }): ClockRule => ({ id: "", bound, ...rest, ...basis }));
  });
}

function hold(): fc.Arbitrary<NamedHold> {
  const scope = fc.constantFrom<NamedHold["scope"]>(
    {},
    { plans: ["free", "pro"], exceptRegions: ["EEA", "CH"] },
    { conversations: ["c-1"], exceptPlans: ["enterprise"], regions: ["US"] },
  );
  return fc.tuple(scope, grounds()).map(([one, basis]): NamedHold => ({ hold: "", scope: one, ...basis }));
}
