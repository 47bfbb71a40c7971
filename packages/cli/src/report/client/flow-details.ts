/**
 * One flow -> **what is told of it**: why, for whom, since when, what would turn it back, and its list
 */
import { flowLabel } from "./chart-flow.ts";
import { type Context, link } from "./context.ts";
import { titleOf } from "./data.ts";
import { dateText, timeText } from "./dates.ts";
import { bdi, h, prose } from "./dom.ts";
import { reasonText } from "./reasons.ts";
import type { WireSaid, WireWhatIfFlow } from "./wire-what-if.ts";
import { count, numberText, sentence } from "./words.ts";

const REASONS_TOLD = 12;
const VALUES_TOLD = 8;
/** Of the list before one asks for more. */
const LIST_TOLD = 20;

export function flowDetails(context: Context, flow: WireWhatIfFlow): HTMLElement {
  const about = flow.about ? "about " : "";
  return h(
    "section",
    { class: "card flow-details", "aria-labelledby": "flow" },
    h("h2", { id: "flow", tabindex: -1 }, flowLabel(flow)),
    h(
      "p",
      {},
      `${count(flow.conversations, "conversation")} of ${about}${count(flow.accounts, "account")}`,
      flow.items > 0 && `, ${count(flow.items, "item")}`,
      flow.before !== flow.after && `. ${sinceText(flow)}`,
    ),
    h(
      "div",
      { class: "columns" },
      reasons(context, flow),
      flow.before !== flow.after &&
        said(
          "What would turn it back",
          flow.actions,
          "Nothing that was tried: a choice, an objection, deleting, another contract.",
        ),
      flow.after === "unknown" &&
        flow.before !== "unknown" &&
        said("What would settle it", flow.questions, "No fact is named."),
      flow.advice.length > 0 && said("What the terms leave you to do", flow.advice, ""),
      segments(flow),
    ),
    flow.list.length > 0 && list(context, flow),
  );
}

function sinceText({ first, last, undated, conversations }: WireWhatIfFlow): string {
  if (first === null || last === null) return "On no date that is known.";
  const dated =
    dateText(first) === dateText(last)
      ? `Since ${first === last ? timeText(first) : dateText(first)}`
      : `The first since ${dateText(first)}, the last since ${dateText(last)}`;
  return undated > 0 && undated < conversations
    ? `${dated}; ${numberText(undated)} on no date that is known.`
    : `${dated}.`;
}

function reasons({ data }: Context, flow: WireWhatIfFlow): HTMLElement | false {
  if (flow.reasons.length === 0) return false;
  const words = (code: string) => reasonText(code, data.tables.reasons).replace(/\.$/, "");
  return h(
    "div",
    {},
    h("h3", {}, "Why"),
    h(
      "ul",
      { class: "reasons" },
      flow.reasons
        .slice(0, REASONS_TOLD)
        .map((one) =>
          h(
            "li",
            {},
            h(
              "span",
              {},
              h("span", { class: "sub" }, `Before: ${words(one.before)}.`),
              `After: ${words(one.after)}.`,
            ),
            h("span", { class: "number" }, numberText(one.conversations)),
          ),
        ),
    ),
    flow.reasons.length > REASONS_TOLD &&
      h("p", { class: "note" }, `and ${count(flow.reasons.length - REASONS_TOLD, "other way")}`),
  );
}

function said(title: string, all: readonly WireSaid[], none: string): HTMLElement {
  return h(
    "div",
    {},
    h("h3", {}, title),
    all.length === 0
      ? h("p", { class: "note" }, none)
      : h(
          "ul",
          { class: "reasons" },
          all
            .slice(0, REASONS_TOLD)
            .map(({ says, conversations }) =>
              h(
                "li",
                {},
                h("span", {}, prose(says)),
                h("span", { class: "number" }, numberText(conversations)),
              ),
            ),
        ),
  );
}

function segments({ segments: all }: WireWhatIfFlow): HTMLElement {
  return h(
    "div",
    {},
    h("h3", {}, "For whom"),
    h(
      "dl",
      { class: "flow-segments" },
      all.map(({ name, values }) => [
        h("dt", {}, sentence(name)),
        h(
          "dd",
          {},
          values
            .slice(0, VALUES_TOLD)
            .map(({ says, conversations }, index) => [
              index > 0 && ", ",
              bdi(says),
              " ",
              h("span", { class: "number" }, numberText(conversations)),
            ]),
          values.length > VALUES_TOLD && `, and ${count(values.length - VALUES_TOLD, "other")}`,
        ),
      ]),
    ),
  );
}

function list(context: Context, flow: WireWhatIfFlow): HTMLElement {
  const rows = new Map(context.data.rows.map(([id], row) => [id, row]));
  const entry = ([id, since]: WireWhatIfFlow["list"][number]) => {
    const row = rows.get(id);
    const title = row === undefined ? id : titleOf(context.data, row);
    return h(
      "li",
      {},
      row === undefined ? bdi(title) : h("a", { href: link(context, "chat", {}, id) }, bdi(title)),
      h("span", { class: "note number" }, since === null ? "no date" : `since ${dateText(since)}`),
    );
  };
  const [shown, more] = [flow.list.slice(0, LIST_TOLD), flow.list.slice(LIST_TOLD)];
  return h(
    "div",
    {},
    h("h3", {}, "Which conversations"),
    h("ul", { class: "candidates" }, shown.map(entry)),
    more.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, `${numberText(more.length)} more`),
        h("ul", { class: "candidates" }, more.map(entry)),
      ),
    flow.conversations > flow.list.length &&
      h(
        "p",
        { class: "note" },
        `The first ${numberText(flow.list.length)} of ${numberText(flow.conversations)}. `,
        prose("`--list` writes all of them into a file."),
      ),
  );
}
