/**
 * Clocks -> **how long each copy is kept, and from when it counts** -> a conversation's page
 */
import { clockChart } from "./chart-clocks.ts";
import { citations, readings } from "./cites.ts";
import type { Context } from "./context.ts";
import { dateText, distanceText } from "./dates.ts";
import { type ClockView, clocksOf } from "./decode.ts";
import { h } from "./dom.ts";
import { certaintyOf } from "./ends.ts";
import { boundLabel, count, fromCode, periodText, sentence } from "./words.ts";

const FEW = 6;

export function keepSection(context: Context, row: number): HTMLElement | undefined {
  const { data } = context;
  const clocks = byCopy(clocksOf(data, row));
  if (clocks.length === 0) return undefined;
  const { held } = certaintyOf(data, row);
  const part = (some: readonly ClockView[]) => [
    clockChart(
      some.filter(({ bound }) => bound !== "none"),
      data.tables.at,
      data.created[row] ?? Number.NaN,
    ),
    h(
      "ul",
      { class: "clocks" },
      some.map((clock) => item(context, clock, held)),
    ),
  ];
  const certain = clocks.filter(({ applies }) => applies === "yes");
  const open = clocks.filter(({ applies }) => applies === "maybe");
  return h(
    "section",
    { class: "card", "aria-labelledby": "keep" },
    h("h2", { id: "keep" }, "How long each copy is kept"),
    certain.length === 0 ? h("p", {}, "Nothing is certain until more is known.") : part(certain),
    open.length > 0 &&
      h(
        "details",
        { open: certain.length === 0 && open.length <= FEW },
        h("summary", {}, `${count(open.length, "bound")} that may apply, depending on what is not known`),
        part(open),
      ),
  );
}

/** Clocks of one copy side by side, copies in the order they are first named. */
function byCopy(clocks: readonly ClockView[]): ClockView[] {
  const copies = [...new Set(clocks.map(({ copy }) => copy))];
  return copies.flatMap((copy) => clocks.filter((clock) => clock.copy === copy));
}

function item(context: Context, clock: ClockView, held: boolean): HTMLElement {
  const { data } = context;
  const asks = clock.unknowns.map((fact) => data.tables.vocabulary[fact]?.ask ?? fact);
  return h(
    "li",
    {},
    h(
      "p",
      { class: "clock-line" },
      h("strong", {}, fromCode(clock.copy)),
      " ",
      says(clock),
      clock.elapsed && h("span", { class: "tag" }, held ? "over, but held" : "should be gone"),
      clock.applies === "maybe" && h("span", { class: "tag" }, "if it applies"),
    ),
    clock.until !== null &&
      h(
        "p",
        {},
        clock.from !== null && `${dateText(clock.from)} → `,
        h("strong", {}, dateText(clock.until)),
        ` (${distanceText(clock.until, data.tables.at)})`,
      ),
    clock.form !== undefined && h("p", { class: "note" }, `Form: ${clock.form}`),
    clock.note !== undefined && h("p", { class: "note" }, clock.note),
    asks.length > 0 && h("p", { class: "note" }, `Not known: ${asks.join(" ")}`),
    readings(clock),
    citations(data, clock.policy, clock.cite),
  );
}

function says(clock: ClockView): string {
  const period = clock.period === undefined ? "" : ` ${periodText(clock.period)}`;
  const event = clock.event === undefined ? "" : ` from ${fromCode(clock.event).toLowerCase()}`;
  return clock.bound.startsWith("at-")
    ? `${boundLabel(clock.bound)}${period}${event}`
    : sentence(boundLabel(clock.bound)).toLowerCase();
}
