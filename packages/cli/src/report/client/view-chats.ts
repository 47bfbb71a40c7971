/**
 * Filters + rows -> **the list of conversations**
 */
import { answerBadge } from "./badge.ts";
import { type Context, link } from "./context.ts";
import { csvBlob } from "./csv.ts";
import { answerAt, answersByShape, type Data, groupOf, idOf, titleOf, usesByShape } from "./data.ts";
import { dateText, monthText } from "./dates.ts";
import { bdi, h, replace } from "./dom.ts";
import { bucketLabel, longestText } from "./ends.ts";
import { type Facet, facetsOf } from "./facets.ts";
import { FILTERS, filterRows } from "./filter.ts";
import { reasonText } from "./reasons.ts";
import { virtualList } from "./virtual-list.ts";
import { count, fromCode, numberText } from "./words.ts";

const COLUMNS = [
  { key: "title", label: "Conversation" },
  { key: "answer", label: "Answer" },
  { key: "created", label: "Began" },
  { key: "last", label: "Last activity" },
  { key: "ends", label: "Kept until" },
  { key: "items", label: "Items" },
] as const;

export function chatsView(context: Context): HTMLElement {
  const { data, purpose } = context;
  const params = new Map(context.state.params);
  let rows: Uint32Array = new Uint32Array();
  const status = h("p", { class: "status", role: "status" });
  const chips = h("ul", { class: "chips" });
  const head = h("div", { class: "v-head", role: "rowgroup" });
  const list = virtualList("Conversations", head, rowHeight, (index) =>
    rowElement(context, rows[index] ?? 0, cells),
  );
  const cells = { answers: answersByShape(data, purpose), uses: usesByShape(data, purpose) };

  const update = () => {
    rows = filterRows(data, purpose, params);
    list.reset(rows.length);
    replace(
      status,
      rows.length === data.size
        ? count(data.size, "conversation")
        : `${numberText(rows.length)} of ${count(data.size, "conversation")}`,
    );
    replace(head, headRow(params, sortBy));
    replace(chips, chipsOf(data, params, set));
    nothing.hidden = rows.length > 0;
    list.element.hidden = rows.length === 0;
    history.replaceState(null, "", link(context, "chats", Object.fromEntries(params)));
  };
  const nothing = h(
    "p",
    { class: "card nothing" },
    "No conversation fits these filters. ",
    h("a", { href: link(context, "chats") }, "Show all conversations"),
  );
  const set = (name: string, value: string) => {
    if (value === "") params.delete(name);
    else params.set(name, value);
    if (value === "" && name === "ends") params.delete("copy");
    if (value === "" && name === "asks") params.delete("alone");
    for (const control of controls.querySelectorAll("select")) control.value = params.get(control.name) ?? "";
    const search = controls.querySelector("input");
    if (search !== null && document.activeElement !== search) search.value = params.get("q") ?? "";
    update();
  };
  const sortBy = (key: string) => {
    const now = params.get("sort") ?? "-created";
    params.set("sort", now === `-${key}` ? key : now === key ? `-${key}` : key === "title" ? key : `-${key}`);
    update();
    head.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus();
  };
  const controls = controlsOf(facetsOf(context), params, set);
  const download = h(
    "button",
    { type: "button", class: "button", onclick: () => save(csvBlob(data, rows), "conversations.csv") },
    "Download these as CSV",
  );
  update();
  return h(
    "div",
    { class: "stack chats" },
    h("h1", { tabindex: -1 }, "Conversations"),
    controls,
    h("div", { class: "list-head" }, status, chips, download),
    list.element,
    nothing,
  );
}

// The same numbers as in style/list.ts.
function rowHeight(): number {
  return window.matchMedia("(max-width: 760px)").matches ? 74 : 56;
}

function controlsOf(
  facets: readonly Facet[],
  params: ReadonlyMap<string, string>,
  set: (name: string, value: string) => void,
): HTMLElement {
  let waiting = 0;
  const search = (event: Event) => {
    const value = event.target instanceof HTMLInputElement ? event.target.value : "";
    clearTimeout(waiting);
    waiting = window.setTimeout(() => set("q", value), 120);
  };
  return h(
    "form",
    { class: "controls", role: "search", onsubmit: (event) => event.preventDefault() },
    h(
      "label",
      { class: "search" },
      h("span", {}, "Search titles and ids"),
      h("input", {
        type: "search",
        name: "q",
        value: params.get("q") ?? "",
        autocomplete: "off",
        oninput: search,
      }),
    ),
    facets.map(({ name, label, options }) => {
      const select = h(
        "select",
        { name, onchange: () => set(name, select.value) },
        h("option", { value: "" }, "All"),
        options.map(({ value, label: text }) =>
          h("option", { value, selected: params.get(name) === value }, text),
        ),
      );
      return h("label", {}, h("span", {}, label), select);
    }),
  );
}

/** Filters that came with a link and have no control of their own, each with a way out. */
function chipsOf(
  data: Data,
  params: ReadonlyMap<string, string>,
  set: (name: string, value: string) => void,
): HTMLElement[] {
  const words: Record<string, (value: string) => string> = {
    month: (value) =>
      `began ${value
        .split("-")
        .map((month) => monthText(Number(month)))
        .join(" to ")}`,
    advice: (value) => `advice: ${value}`,
    asks: (value) =>
      `waits for${params.get("alone") === "1" ? " only" : ""}: ${data.tables.vocabulary[value]?.ask ?? value}`,
    ends: (value) => `${fromCode(params.get("copy") ?? "copy")}: ${bucketLabel(value)}`,
  };
  return FILTERS.flatMap((name) => {
    const value = params.get(name);
    const say = words[name];
    if (!value || say === undefined) return [];
    const text = say(value);
    return h(
      "li",
      {},
      h("span", {}, text),
      h(
        "button",
        { type: "button", "aria-label": `Remove filter: ${text}`, onclick: () => set(name, "") },
        "×",
      ),
    );
  });
}

function headRow(params: ReadonlyMap<string, string>, sortBy: (key: string) => void): HTMLElement {
  const sort = params.get("sort") ?? "-created";
  return h(
    "div",
    { class: "v-row", role: "row", "aria-rowindex": 1 },
    COLUMNS.map(({ key, label }) => {
      const order = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
      const arrow = order === "none" ? "" : order === "ascending" ? " ↑" : " ↓";
      return h(
        "div",
        { role: "columnheader", class: `c-${key}`, "aria-sort": order },
        h(
          "button",
          { type: "button", "data-key": key, onclick: () => sortBy(key) },
          label,
          h("span", { "aria-hidden": "true" }, arrow),
        ),
      );
    }),
  );
}

interface Cells {
  readonly answers: Uint8Array;
  readonly uses: Int32Array;
}

function rowElement(context: Context, row: number, { answers, uses }: Cells): HTMLElement {
  const { data } = context;
  const shape = data.shape[row] ?? 0;
  const group = groupOf(data, row);
  const reason = data.tables.uses[uses[shape] ?? -1]?.reason ?? "UNKNOWN_FACTS";
  const where = [group?.surface, group?.mode === "ordinary" ? undefined : group?.mode]
    .filter((part) => part !== undefined)
    .map(fromCode)
    .join(", ");
  const cell = (key: string, ...children: readonly (Node | string)[]) =>
    h("div", { role: "cell", class: `c-${key}` }, ...children);
  return h(
    "div",
    { class: "v-row", role: "row" },
    cell(
      "title",
      h("a", { href: link(context, "chat", {}, idOf(data, row)) }, bdi(titleOf(data, row))),
      h("span", { class: "sub" }, where),
    ),
    cell(
      "answer",
      answerBadge(answerAt(answers[shape])),
      h("span", { class: "sub" }, reasonText(reason, data.tables.reasons)),
    ),
    cell("created", dateText(data.created[row])),
    cell("last", dateText(data.last[row])),
    cell("ends", longestText(data, row)),
    cell("items", numberText(data.items[row] ?? 0)),
  );
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  // Some browsers read the blob only after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
