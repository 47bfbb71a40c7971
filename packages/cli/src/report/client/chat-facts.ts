/**
 * Facts with the events behind them, unknown ones first -> a conversation's page
 */
import type { Data } from "./data.ts";
import { timeText } from "./dates.ts";
import { type FactView, factsOf } from "./decode.ts";
import { bdi, h } from "./dom.ts";
import { count, periodText, sentence } from "./words.ts";

export function factTable(data: Data, row: number): HTMLElement | undefined {
  const facts = factsOf(data, row);
  if (facts === undefined || facts.length === 0) return undefined;
  const unknown = facts.filter(({ kind }) => kind === "?");
  const known = facts.filter(({ kind }) => kind !== "?");
  return h(
    "details",
    { class: "facts", open: true },
    h(
      "summary",
      {},
      `The facts it rests on: ${count(known.length, "known", "known")}, ${count(unknown.length, "not known", "not known")}`,
    ),
    h(
      "div",
      { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Facts, table" },
      h(
        "table",
        { class: "fact-table", role: "table" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["Fact", "Value", "Because of"].map((name) =>
              h("th", { scope: "col", role: "columnheader" }, name),
            ),
          ),
        ),
        h(
          "tbody",
          {},
          [...unknown, ...known].map((fact) => factRow(data, fact)),
        ),
      ),
    ),
  );
}

function factRow(data: Data, fact: FactView): HTMLElement {
  const words = data.tables.vocabulary[fact.name];
  return h(
    "tr",
    { class: fact.kind === "?" ? "unknown" : "", role: "row" },
    h(
      "th",
      { scope: "row", role: "rowheader" },
      sentence(words?.says ?? fact.name),
      h("code", { class: "sub" }, fact.name),
    ),
    h(
      "td",
      { role: "cell" },
      fact.kind === "?"
        ? h("span", { class: "ask" }, `Not known: ${words?.ask ?? fact.name}`)
        : valueText(fact),
    ),
    h(
      "td",
      { role: "cell" },
      fact.events.length === 0
        ? h(
            "span",
            { class: "note" },
            fact.kind === "?" ? "nothing recorded" : "the record is complete for this",
          )
        : fact.events.map((event) => h("code", { class: "event" }, bdi(event))),
    ),
  );
}

function valueText({ kind, value }: FactView): string {
  if (value === null) return "none";
  if (kind === "t" && typeof value === "number") return timeText(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return periodText(String(value));
}
