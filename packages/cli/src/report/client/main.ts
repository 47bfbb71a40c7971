/**
 * The page's entry: reads the data once, then draws the view that the hash names.
 */
import { type Context, link } from "./context.ts";
import { type Data, takeData } from "./data.ts";
import { dateText } from "./dates.ts";
import { h, replace } from "./dom.ts";
import { hashOf, readState, type View } from "./state.ts";
import { hideTooltip } from "./tooltip.ts";
import { aboutView } from "./view-about.ts";
import { changesView } from "./view-changes.ts";
import { chatView } from "./view-chat.ts";
import { chatsView } from "./view-chats.ts";
import { summaryView } from "./view-summary.ts";
import { purposeLabel } from "./words.ts";

const VIEWS: Record<View, (context: Context) => HTMLElement> = {
  summary: summaryView,
  chats: chatsView,
  chat: chatView,
  changes: changesView,
  about: aboutView,
};

const NAV: readonly (readonly [View, string])[] = [
  ["summary", "Summary"],
  ["changes", "Changes"],
  ["chats", "Conversations"],
  ["about", "About"],
];

/** A conversation's page has its own list of purposes. */
const WITH_PURPOSE: readonly View[] = ["summary", "changes", "chats"];

function start(): void {
  const data = takeData();
  const app = document.getElementById("app");
  if (app === null) return;
  const nav = h("nav", { "aria-label": "Report" });
  const chooser = h("div", { class: "chooser" });
  const main = h("main", { id: "main" });
  replace(
    app,
    h("a", { class: "skip", href: "#main", onclick: (event) => skip(event, main) }, "Skip to content"),
    h(
      "header",
      { class: "top" },
      h(
        "div",
        { class: "top-row" },
        h("div", { class: "brand" }, h("strong", {}, data.tables.title), asked(data)),
        nav,
      ),
      chooser,
    ),
    main,
    h(
      "footer",
      { class: "bottom" },
      `Made ${dateText(data.tables.generatedAt)} by ${data.tables.generator}. All dates are UTC.`,
    ),
  );
  let shown = "";
  let flow: string | undefined;
  const draw = () => {
    const state = readState(location.hash);
    const known = data.tables.purposes;
    const wanted = state.params.get("purpose") ?? "";
    const params = new Map(state.params);
    params.delete("purpose");
    const context: Context = {
      data,
      state: { ...state, params },
      purpose: known.includes(wanted) ? wanted : (known[0] ?? ""),
    };
    hideTooltip();
    replace(nav, navLinks(context));
    replace(chooser, purposeChooser(context));
    replace(main, VIEWS[state.view](context));
    const place = `${state.view}/${state.id}`;
    const title = main.querySelector("h1");
    document.title = [title?.textContent, data.tables.title].filter(Boolean).join(" · ");
    if (shown !== "" && shown !== place) {
      window.scrollTo(0, 0);
      title?.focus({ preventScroll: true });
    }
    // What is told of a flow lies below the picture in which it was chosen.
    const isChosen = shown === place && flow !== state.params.get("flow");
    if (isChosen) main.querySelector<HTMLElement>("#flow")?.focus();
    shown = place;
    flow = state.params.get("flow");
  };
  // Who has asked what changes reads that first.
  if (data.tables.whatIf !== undefined && location.hash === "") location.replace("#/changes");
  window.addEventListener("hashchange", draw);
  window.addEventListener("keydown", (event) => event.key === "Escape" && hideTooltip());
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  draw();
}

function skip(event: Event, main: HTMLElement): void {
  event.preventDefault();
  main.querySelector("h1")?.focus();
}

function asked({ tables }: Data): HTMLElement {
  const known = tables.known === null ? "" : `, known by ${dateText(tables.known)}`;
  return h("span", { class: "note" }, `as of ${dateText(tables.at)}${known}`);
}

function navLinks(context: Context): HTMLElement[] {
  const here = context.state.view === "chat" ? "chats" : context.state.view;
  const shown = NAV.filter(([view]) => view !== "changes" || context.data.tables.whatIf !== undefined);
  return shown.map(([view, label]) =>
    h("a", { href: link(context, view), "aria-current": view === here ? "page" : undefined }, label),
  );
}

/** The purpose stays chosen from view to view. */
function purposeChooser(context: Context): HTMLElement | undefined {
  const { data, state, purpose } = context;
  if (data.tables.purposes.length < 2 || !WITH_PURPOSE.includes(state.view)) return undefined;
  const choose = (event: Event) => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const chosen = event.target.value;
    const first = data.tables.purposes[0];
    // The list keeps its filters in the hash, which may be newer than the state drawn.
    const now = readState(location.hash);
    location.hash = hashOf(now.view, {
      ...Object.fromEntries(now.params),
      purpose: chosen === first ? "" : chosen,
    });
  };
  return h(
    "label",
    {},
    h("span", {}, "May they be used for"),
    h(
      "select",
      { onchange: choose },
      data.tables.purposes.map((each) =>
        h("option", { value: each, selected: each === purpose }, purposeLabel(each)),
      ),
    ),
  );
}

start();
