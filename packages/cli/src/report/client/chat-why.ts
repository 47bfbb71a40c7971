/**
 * Deciding rule, rules before it, facts -> **why** -> a conversation's page
 */
import { answerBadge } from "./badge.ts";
import { factTable } from "./chat-facts.ts";
import { citations, readings } from "./cites.ts";
import type { Context } from "./context.ts";
import { type Data, shapeOf } from "./data.ts";
import { factsOf, rulesOf, usesOf } from "./decode.ts";
import { h } from "./dom.ts";
import { reasonText } from "./reasons.ts";
import type { WireTrace, WireUse } from "./wire.ts";
import { answerOf, count, fromCode, purposeLabel, sentence } from "./words.ts";

export function whySection(context: Context, row: number): HTMLElement {
  const { data, purpose } = context;
  const use = usesOf(data, row).find((each) => each.purpose === purpose);
  const traces = rulesOf(data, row, purpose);
  return h(
    "section",
    { class: "card", "aria-labelledby": "why" },
    h("p", { class: "eyebrow" }, purposeLabel(purpose)),
    h("h2", { id: "why" }, "Why"),
    use === undefined ? h("p", {}, "The decision does not speak of this purpose.") : deciding(data, row, use),
    traces !== undefined && ruleList(data, traces, unknownsOf(data, row)),
    traces === undefined &&
      h("p", { class: "note" }, "The rules before this one were not written into this report."),
    factTable(data, row),
  );
}

function deciding(data: Data, row: number, use: WireUse): HTMLElement {
  const policy = data.tables.policies[use.policy ?? -1];
  const asks = use.unknowns.map((fact) => data.tables.vocabulary[fact]?.ask ?? fact);
  const inForce = (shapeOf(data, row)?.policies ?? []).map((each) => data.tables.policies[each]);
  return h(
    "div",
    { class: "deciding" },
    h("p", { class: "reason" }, answerBadge(answerOf(use)), " ", reasonText(use.reason, data.tables.reasons)),
    use.rule !== undefined &&
      h(
        "p",
        { class: "note" },
        "Rule ",
        h("code", {}, use.rule),
        policy && ` of ${policy.title ?? policy.id}, version ${policy.version}`,
      ),
    inForce.length > 1 &&
      h(
        "p",
        { class: "note" },
        `Versions that may have been in force: ${inForce.map((each) => (each ? `${each.id}@${each.version}` : "")).join(", ")}`,
      ),
    readings(use),
    citations(data, use.policy, use.cite),
    asks.length > 0 && [
      h("h3", {}, "What would settle it"),
      h(
        "ul",
        { class: "plain" },
        asks.map((ask) => h("li", { class: "ask" }, sentence(ask))),
      ),
    ],
    use.possible.length > 0 &&
      h(
        "details",
        { open: use.possible.length <= 4 },
        h("summary", {}, `${count(use.possible.length, "rule")} that might decide instead`),
        h(
          "ul",
          { class: "plain" },
          use.possible.map(({ rule, policy: version, effect }) =>
            h(
              "li",
              {},
              h("code", {}, rule),
              ` of ${version}: ${effect === "permit" ? "can be used" : "not used"}`,
            ),
          ),
        ),
      ),
    use.obligations.length > 0 &&
      h(
        "p",
        {},
        `Whoever uses it must: ${use.obligations.map((each) => fromCode(each).toLowerCase()).join(", ")}.`,
      ),
  );
}

function unknownsOf(data: Data, row: number): Set<string> {
  return new Set((factsOf(data, row) ?? []).flatMap(({ name, kind }) => (kind === "?" ? name : [])));
}

const OUTCOMES: Record<WireTrace["outcome"], string> = {
  decided: "decides",
  possible: "might apply",
  passed: "does not apply",
  "not-reached": "not looked at",
};

function ruleList(data: Data, traces: readonly WireTrace[], unknown: ReadonlySet<string>): HTMLElement {
  const looked = traces.filter(({ outcome }) => outcome !== "not-reached");
  const rest = traces.filter(({ outcome }) => outcome === "not-reached");
  return h(
    "div",
    {},
    h("h3", {}, "The rules, in the order they are asked"),
    h(
      "ol",
      { class: "rules" },
      looked.map((trace) => ruleItem(data, trace, unknown)),
    ),
    rest.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, `${count(rest.length, "later rule")} not reached`),
        h(
          "ul",
          { class: "plain" },
          rest.map(({ rule, reason }) =>
            h("li", {}, h("code", {}, rule), ` ${reasonText(reason, data.tables.reasons)}`),
          ),
        ),
      ),
  );
}

function verb({ effect, outcome }: WireTrace): string {
  const verbs = outcome === "decided" ? ["permits", "denies"] : ["would permit", "would deny"];
  return verbs[effect === "permit" ? 0 : 1] ?? effect;
}

function ruleItem(data: Data, trace: WireTrace, unknown: ReadonlySet<string>): HTMLElement {
  return h(
    "li",
    { class: `rule ${trace.outcome}` },
    h(
      "p",
      {},
      h("code", {}, trace.rule),
      h("span", { class: "tag" }, OUTCOMES[trace.outcome]),
      h("span", { class: "note" }, ` ${verb(trace)}: ${reasonText(trace.reason, data.tables.reasons)}`),
    ),
    h(
      "ul",
      { class: "grounds" },
      trace.grounds.map(({ text, value, facts }) =>
        h(
          "li",
          {},
          h("code", {}, text),
          ` is ${value === "unknown" ? "not known" : value}`,
          value === "unknown" &&
            facts
              .filter((fact) => unknown.has(fact))
              .map((fact) => h("span", {}, ` – ${data.tables.vocabulary[fact]?.ask ?? fact}`)),
        ),
      ),
    ),
  );
}
