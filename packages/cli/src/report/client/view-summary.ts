/**
 * Counts -> **the verdict in ten seconds**, then what would settle the rest -> summary
 */
import { answerGlyph } from "./badge.ts";
import { endsTable } from "./chart-ends.ts";
import { timeChart } from "./chart-time.ts";
import { type Context, link } from "./context.ts";
import type { Data } from "./data.ts";
import { dateText } from "./dates.ts";
import { h, prose, svg } from "./dom.ts";
import { patternDefs } from "./patterns.ts";
import { reasonText } from "./reasons.ts";
import { redactionTable } from "./redaction.ts";
import { countAnswers, countQuestions, countReasons, type Question } from "./tally.ts";
import { deletionCandidates, nextSteps } from "./view-next.ts";
import {
  ANSWERS,
  type Answer,
  answerLabel,
  count,
  numberText,
  percentText,
  purposeLabel,
  purposePhrase,
  sentence,
} from "./words.ts";

const QUESTIONS = 6;

export function summaryView(context: Context): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    verdict(context),
    questions(context),
    nextSteps(context),
    timeChart(context),
    endsTable(context),
    redactionTable(context),
    deletionCandidates(context),
  );
}

function verdict(context: Context): HTMLElement {
  const { data, purpose } = context;
  const counts = countAnswers(data, purpose);
  return h(
    "section",
    { class: "card verdict", "aria-labelledby": "verdict" },
    h("p", { class: "eyebrow" }, `${purposeLabel(purpose)} · as of ${dateText(data.tables.at)}`),
    h("h1", { id: "verdict", tabindex: -1 }, headline(counts, data.size, purpose)),
    data.size > 0 && proportions(counts, data.size),
    h(
      "div",
      { class: "tiles" },
      ANSWERS.map((answer) => tile(context, answer, counts[answer])),
    ),
  );
}

function headline(counts: Record<Answer, number>, size: number, purpose: string): string {
  const phrase = purposePhrase(purpose);
  if (size === 0) return "The export holds no conversations.";
  const of = (number: number) =>
    number === size ? (size === 1 ? "The one conversation" : `All ${numberText(size)} conversations`) : "";
  if (counts.used === size) return `${of(size)} can ${phrase}.`;
  if (counts.not === size) return `${of(size)} may not ${phrase}.`;
  if (counts.unknown === size)
    return `It cannot be told yet whether ${size === 1 ? "the one conversation" : `any of ${numberText(size)} conversations`} can ${phrase}.`;
  const main = counts.used === 0 ? "None" : numberText(counts.used);
  const open = counts.unknown === 0 ? "" : `; for ${numberText(counts.unknown)} it cannot be told yet`;
  return `${main} of ${count(size, "conversation")} can ${phrase}${open}.`;
}

function proportions(counts: Record<Answer, number>, size: number): SVGElement {
  let x = 0;
  const parts = ANSWERS.map((answer, index) => {
    const width = (1000 * counts[answer]) / size;
    const part = svg("rect", { x, y: 0, width, height: 20, fill: `url(#share${index})` });
    x += width;
    return width > 0 && part;
  });
  return svg(
    "svg",
    { class: "proportions", viewBox: "0 0 1000 20", preserveAspectRatio: "none", "aria-hidden": "true" },
    patternDefs(
      "share",
      ANSWERS.map((answer) => `fill-${answer}`),
    ),
    parts,
  );
}

function tile(context: Context, answer: Answer, number: number): HTMLElement {
  const { data } = context;
  const why = answer === "unknown" ? openQuestions(context) : reasonsOf(context, answer);
  return h(
    "div",
    { class: `tile ${answer}` },
    h(
      "a",
      { class: "tile-main", href: link(context, "chats", { answer }) },
      h("span", { class: "tile-label" }, answerGlyph(answer), answerLabel(answer)),
      h("span", { class: "tile-number" }, numberText(number)),
      h("span", { class: "tile-share" }, percentText(number, data.size)),
    ),
    why.length > 0 && [
      h("h2", { class: "tile-why" }, answer === "unknown" ? "Because it is not known:" : "Because"),
      h(
        "ul",
        { class: "reasons" },
        why
          .slice(0, 4)
          .map(({ label, params, times }) =>
            h(
              "li",
              {},
              h("a", { href: link(context, "chats", params) }, label),
              h("span", { class: "number" }, numberText(times)),
            ),
          ),
      ),
      why.length > 4 && h("p", { class: "note" }, `and ${numberText(why.length - 4)} more`),
    ],
  );
}

interface Why {
  readonly label: string;
  readonly params: Readonly<Record<string, string>>;
  readonly times: number;
}

function reasonsOf({ data, purpose }: Context, answer: Answer): Why[] {
  return countReasons(data, purpose, answer).map(({ key, count: times }) => ({
    label: reasonText(key, data.tables.reasons),
    params: { answer, reason: key },
    times,
  }));
}

function openQuestions({ data, purpose }: Context): Why[] {
  return countQuestions(data, purpose).map(({ fact, alone, among }) => ({
    label: sentence(askOf(data, fact)),
    params: { answer: "unknown", asks: fact },
    times: alone + among,
  }));
}

function askOf(data: Data, fact: string): string {
  return data.tables.vocabulary[fact]?.ask ?? fact;
}

function questions(context: Context): HTMLElement | undefined {
  const { data, purpose } = context;
  const unknown = countAnswers(data, purpose).unknown;
  if (unknown === 0) return undefined;
  const all = countQuestions(data, purpose);
  return h(
    "section",
    { class: "card", "aria-labelledby": "questions" },
    h("h2", { id: "questions" }, `What would settle the ${numberText(unknown)} that cannot be told`),
    all.length === 0 && h("p", {}, "No fact is named; the page of a conversation tells more."),
    h(
      "ol",
      { class: "questions" },
      all.slice(0, QUESTIONS).map((question) => questionItem(context, question)),
    ),
    all.length > QUESTIONS &&
      h(
        "details",
        {},
        h("summary", {}, `${numberText(all.length - QUESTIONS)} more`),
        h(
          "ol",
          { class: "questions" },
          all.slice(QUESTIONS).map((question) => questionItem(context, question)),
        ),
      ),
    data.tables.howToAnswer !== undefined && h("p", { class: "note" }, prose(data.tables.howToAnswer)),
  );
}

function questionItem(context: Context, { fact, alone, among }: Question): HTMLElement {
  const params = { answer: "unknown", asks: fact };
  return h(
    "li",
    {},
    h("p", { class: "ask" }, sentence(askOf(context.data, fact))),
    h(
      "p",
      { class: "settles" },
      alone > 0 &&
        h(
          "a",
          { href: link(context, "chats", { ...params, alone: "1" }) },
          `would settle ${numberText(alone)}`,
        ),
      alone > 0 && among > 0 && ", ",
      among > 0 &&
        h("a", { href: link(context, "chats", params) }, `one of several for ${numberText(among)}`),
    ),
  );
}
