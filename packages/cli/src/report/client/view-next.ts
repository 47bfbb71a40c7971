/**
 * Advice and candidates -> **what a person can do next** -> summary
 */
import { answerBadge } from "./badge.ts";
import { type Context, link } from "./context.ts";
import { answerAt, answersByShape, idOf, titleOf } from "./data.ts";
import { dateText } from "./dates.ts";
import { bdi, h, prose } from "./dom.ts";
import { longestEnds, longestText } from "./ends.ts";
import { countAdvice } from "./tally.ts";
import { ANSWERS, type Answer, count, numberText } from "./words.ts";

const SHOWN = 5;

export function nextSteps(context: Context): HTMLElement | undefined {
  const advice = countAdvice(context.data);
  if (advice.length === 0) return undefined;
  return h(
    "section",
    { class: "card", "aria-labelledby": "next" },
    h("h2", { id: "next" }, "What you can do"),
    h(
      "ul",
      { class: "advice" },
      advice.map(({ key, count: times }) =>
        h(
          "li",
          {},
          h("span", {}, prose(key)),
          h(
            "a",
            { class: "number", href: link(context, "chats", { advice: key }) },
            count(times, "conversation"),
          ),
        ),
      ),
    ),
  );
}

/** Those that can be used; where there are none, those for which it cannot be told. */
export function deletionCandidates(context: Context): HTMLElement | undefined {
  const { data, purpose } = context;
  const answers = answersByShape(data, purpose);
  const having = (wanted: Answer) => {
    const index = ANSWERS.indexOf(wanted);
    const rows: number[] = [];
    data.shape.forEach((shape, row) => {
      if (answers[shape] === index) rows.push(row);
    });
    return rows;
  };
  const used = having("used");
  const rows = used.length > 0 ? used : having("unknown");
  if (rows.length === 0) return undefined;
  const answer = used.length > 0 ? "used" : "unknown";
  const list = (
    title: string,
    values: Float64Array,
    direction: 1 | -1,
    sort: string,
    say: (row: number) => string,
  ) =>
    firstBy(rows, values, direction).length > 0 &&
    h(
      "div",
      {},
      h("h3", {}, title),
      h(
        "ol",
        { class: "candidates" },
        firstBy(rows, values, direction).map((row) =>
          h(
            "li",
            {},
            h("a", { href: link(context, "chat", {}, idOf(data, row)) }, bdi(titleOf(data, row))),
            h("span", { class: "note" }, say(row)),
          ),
        ),
      ),
      h(
        "a",
        { href: link(context, "chats", { answer, sort }) },
        `All ${numberText(rows.length)} in this order`,
      ),
    );
  return h(
    "section",
    { class: "card", "aria-labelledby": "delete" },
    h("h2", { id: "delete" }, "Chats you may want to look at before anyone else does"),
    h(
      "p",
      { class: "note" },
      answerBadge(answerAt(ANSWERS.indexOf(answer))),
      " If one of them should not be used, deleting it is the surest way where the terms honour a deletion; what a run has already used stays used.",
    ),
    h(
      "div",
      { class: "columns" },
      list("Kept longest", longestEnds(data), -1, "-ends", (row) => longestText(data, row)),
      list("Oldest", data.created, 1, "created", (row) => `from ${dateText(data.created[row])}`),
    ),
  );
}

/** The few first rows in order of the value, without sorting all of them. */
function firstBy(rows: readonly number[], values: Float64Array, direction: 1 | -1): number[] {
  const first: number[] = [];
  for (const row of rows) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const at = first.findIndex((each) => direction * value < direction * (values[each] ?? 0));
    if (at >= 0) first.splice(at, 0, row);
    else if (first.length < SHOWN) first.push(row);
    if (first.length > SHOWN) first.pop();
  }
  return first;
}
