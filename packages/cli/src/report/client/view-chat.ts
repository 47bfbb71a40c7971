/**
 * One row -> **the page of a conversation**: its answer per purpose, why, for how long
 */
import { answerBadge } from "./badge.ts";
import { keepSection } from "./chat-keep.ts";
import { whySection } from "./chat-why.ts";
import { type Context, link } from "./context.ts";
import { groupOf, idOf, titleOf } from "./data.ts";
import { timeText } from "./dates.ts";
import { runsOf, usesOf } from "./decode.ts";
import { bdi, h, prose, replace } from "./dom.ts";
import { reasonText } from "./reasons.ts";
import { hashOf } from "./state.ts";
import { answerOf, count, fromCode, numberText, purposeLabel, purposePhrase } from "./words.ts";

export function chatView(context: Context): HTMLElement {
  const { data, state } = context;
  const rows = data.rows.flatMap(([id], index) => (id === state.id ? [index] : []));
  const nth = Number(state.params.get("n") ?? 1);
  const row = rows[nth - 1] ?? rows[0];
  if (row === undefined) return notFound(context);
  return h(
    "div",
    { class: "stack chat" },
    h("p", { class: "back" }, h("a", { href: link(context, "chats") }, "← All conversations")),
    rows.length > 1 && twins(context, rows.length, nth),
    heading(context, row),
    purposes(context, row),
    whySection(context, row),
    advice(context, row),
    keepSection(context, row),
    runs(context, row),
  );
}

function notFound(context: Context): HTMLElement {
  return h(
    "section",
    { class: "card" },
    h("h1", { tabindex: -1 }, "No such conversation"),
    h("p", {}, "This report has no conversation ", h("code", {}, bdi(context.state.id.slice(0, 200))), "."),
    h("p", {}, h("a", { href: link(context, "chats") }, "All conversations")),
  );
}

function twins(context: Context, total: number, nth: number): HTMLElement {
  const others = Array.from({ length: total }, (_, index) => index + 1);
  return h(
    "p",
    { class: "note" },
    `This id stands ${numberText(total)} times in the export: `,
    others.map((each) => [
      each === nth
        ? h("strong", {}, `no. ${each}`)
        : h("a", { href: link(context, "chat", { n: String(each) }, context.state.id) }, `no. ${each}`),
      " ",
    ]),
  );
}

function heading(context: Context, row: number): HTMLElement {
  const { data } = context;
  const group = groupOf(data, row);
  const pair = (name: string, value: string | undefined) =>
    value !== undefined && h("div", {}, h("dt", {}, name), h("dd", {}, bdi(value)));
  return h(
    "header",
    { class: "chat-head" },
    h("h1", { tabindex: -1 }, bdi(titleOf(data, row))),
    h(
      "dl",
      { class: "meta" },
      pair("Began", timeText(data.created[row])),
      pair("Last activity", timeText(data.last[row])),
      pair("Items", numberText(data.items[row] ?? 0)),
      pair("Where", group && fromCode(group.surface)),
      pair("Mode", group?.mode && fromCode(group.mode)),
      pair("Format", group?.source),
      pair("File", group?.file),
      pair("Id", idOf(data, row)),
    ),
    copyButton(idOf(data, row)),
  );
}

function copyButton(id: string): HTMLElement {
  const said = h("span", { class: "note", role: "status" });
  const copy = async () => {
    const address = `${location.href.replace(/#.*$/s, "")}${hashOf("chat", {}, id)}`;
    try {
      await navigator.clipboard.writeText(address);
      replace(said, "Copied.");
    } catch {
      // Where the browser gives no clipboard, the person copies it by hand.
      replace(
        said,
        h("input", {
          class: "address",
          readonly: true,
          value: address,
          "aria-label": "Link",
          onfocus: (event) => (event.target as HTMLInputElement).select(),
        }),
      );
      said.querySelector("input")?.focus();
    }
  };
  return h(
    "p",
    { class: "copy" },
    h("button", { type: "button", class: "button", onclick: () => void copy() }, "Copy link to this page"),
    said,
  );
}

function purposes(context: Context, row: number): HTMLElement {
  const { data, purpose, state } = context;
  const first = data.tables.purposes[0];
  return h(
    "section",
    { class: "card", "aria-labelledby": "answers" },
    h("h2", { id: "answers" }, "The answers"),
    h(
      "ul",
      { class: "answers" },
      data.tables.purposes.map((each) => {
        const use = usesOf(data, row).find((one) => one.purpose === each);
        const here = each === purpose;
        return h(
          "li",
          { class: here ? "here" : "" },
          h(
            "a",
            {
              href: hashOf(
                "chat",
                { purpose: each === first ? undefined : each, n: state.params.get("n") },
                state.id,
              ),
              "aria-current": here ? "true" : undefined,
            },
            purposeLabel(each),
          ),
          answerBadge(answerOf(use)),
          h("span", { class: "note" }, reasonText(use?.reason ?? "UNKNOWN_FACTS", data.tables.reasons)),
        );
      }),
    ),
  );
}

function advice(context: Context, row: number): HTMLElement | undefined {
  const { data } = context;
  const all = new Map<string, string[]>();
  for (const use of usesOf(data, row)) {
    for (const each of use.advice) all.set(each, [...(all.get(each) ?? []), purposePhrase(use.purpose)]);
  }
  if (all.size === 0) return undefined;
  return h(
    "section",
    { class: "card", "aria-labelledby": "do" },
    h("h2", { id: "do" }, "What you can do"),
    h(
      "ul",
      { class: "plain" },
      [...all.keys()].map((each) => h("li", {}, prose(each))),
    ),
  );
}

function runs(context: Context, row: number): HTMLElement | undefined {
  const begun = runsOf(context.data, row);
  if (begun.length === 0) return undefined;
  return h(
    "section",
    { class: "card", "aria-labelledby": "runs" },
    h("h2", { id: "runs" }, `Already taken into ${count(begun.length, "run")}`),
    h("p", {}, "These had begun with this conversation; nothing that happens later undoes them."),
    h(
      "ul",
      { class: "plain" },
      begun.map((run) => h("li", {}, h("code", {}, bdi(run)))),
    ),
  );
}
