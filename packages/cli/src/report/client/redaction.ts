/**
 * What redaction would replace -> **table with bars** -> summary
 */
import type { Context } from "./context.ts";
import { h } from "./dom.ts";
import type { WireRedaction } from "./wire.ts";
import { count, numberText, sentence } from "./words.ts";

export function redactionTable({ data }: Context): HTMLElement | undefined {
  const { redaction } = data.tables;
  if (redaction === undefined) return undefined;
  return h(
    "section",
    { class: "card", "aria-labelledby": "redaction" },
    h("h2", { id: "redaction" }, "What redaction takes out"),
    h("p", { class: "note" }, introduction(redaction, data.size)),
    redaction.types.length > 0 && table(redaction),
    redaction.special.length > 0 && special(redaction),
  );
}

function introduction({ profile, types, conversations }: WireRedaction, size: number): string {
  if (types.length === 0) return `With the profile ${profile} nothing was found that would be replaced.`;
  const of =
    conversations === size
      ? `all ${count(size, "conversation")}`
      : `${numberText(conversations)} of ${count(size, "conversation")}`;
  return `Found in ${of} and replaced on export, with the profile ${profile}. The values themselves are not in this report.`;
}

function table({ types }: WireRedaction): HTMLElement {
  const most = Math.max(...types.map((one) => one.values));
  return h(
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Values found by type, table" },
    h(
      "table",
      { class: "numbers redaction" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "What"),
          h("th", { scope: "col" }, "Values"),
          h("th", { scope: "col" }, "Chats"),
        ),
      ),
      h(
        "tbody",
        {},
        types.map(({ type, says, values, conversations }) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, sentence(says), " ", h("code", {}, type)),
            h(
              "td",
              {},
              h("meter", { min: 0, max: most, value: values, "aria-hidden": "true" }),
              h("span", {}, numberText(values)),
            ),
            h("td", {}, numberText(conversations)),
          ),
        ),
      ),
    ),
  );
}

function special({ special: flags }: WireRedaction): HTMLElement {
  return h(
    "div",
    {},
    h("h3", {}, "Special categories of personal data"),
    h(
      "p",
      { class: "note" },
      "Conversations that speak of such a thing about a person (GDPR Article 9). This is not a passage that could be cut out.",
    ),
    h(
      "ul",
      { class: "reasons" },
      flags.map(({ says, conversations }) =>
        h("li", {}, h("span", {}, sentence(says)), h("span", { class: "number" }, numberText(conversations))),
      ),
    ),
  );
}
