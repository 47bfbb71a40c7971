/**
 * Ends per copy -> **table shaded by number** -> summary
 *
 * Chart and text alternative in one: each cell is a number, a shade and a link to its
 * conversations.
 */
import { type Context, link } from "./context.ts";
import { h } from "./dom.ts";
import { bucketLabel, countEnds, countMaybeHeld, orderBuckets } from "./ends.ts";
import { count, fromCode, numberText } from "./words.ts";

// Further years are joined by the reader's eye, not by us: a copy kept longer than this is rare.
const SHADES = 5;

export function endsTable(context: Context): HTMLElement {
  const copies = countEnds(context.data);
  const buckets = orderBuckets(new Set([...copies.values()].flatMap((each) => [...each.keys()])));
  const max = Math.max(1, ...[...copies.values()].flatMap((each) => [...each.values()]));
  const cell = (copy: string, bucket: string) => {
    const number = copies.get(copy)?.get(bucket) ?? 0;
    if (number === 0) return h("td", { class: "empty" }, "·");
    const shade = Math.max(1, Math.ceil((SHADES * Math.log(number + 1)) / Math.log(max + 1)));
    const label = `${fromCode(copy)}, ${bucketLabel(bucket)}: ${count(number, "conversation")}`;
    return h(
      "td",
      { class: `shade-${shade}` },
      h(
        "a",
        { href: link(context, "chats", { copy, ends: bucket }), "aria-label": label },
        numberText(number),
      ),
    );
  };
  const maybeHeld = countMaybeHeld(context.data);
  return h(
    "section",
    { class: "card", "aria-labelledby": "kept" },
    h("h2", { id: "kept" }, "How long copies are kept"),
    h(
      "p",
      { class: "note" },
      "Conversations by copy and by the year in which that copy must or may end, as the terms say. A number leads to its conversations.",
    ),
    copies.size === 0
      ? h("p", {}, "The policies state no copies for these conversations.")
      : h(
          "div",
          { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Ends of copies, table" },
          h(
            "table",
            { class: "ends" },
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                h("th", { scope: "col" }, "Copy"),
                buckets.map((each) => h("th", { scope: "col" }, bucketLabel(each))),
              ),
            ),
            h(
              "tbody",
              {},
              [...copies.keys()].map((copy) =>
                h(
                  "tr",
                  {},
                  h("th", { scope: "row" }, fromCode(copy)),
                  buckets.map((bucket) => cell(copy, bucket)),
                ),
              ),
            ),
          ),
        ),
    maybeHeld > 0 &&
      h(
        "p",
        { class: "note" },
        `Whether a legal hold keeps copies of ${count(maybeHeld, "conversation")} longer than this is not known.`,
      ),
  );
}
