/**
 * Every question: when it is asked, in which words, and which texts answer it
 *
 * INVARIANT: total over QuestionId; a new question without an entry does not compile.
 */
import { printEntries, readDate, readEntries, wrong } from "./answer-text.ts";
import { region } from "./fields.ts";
import {
  type Answers,
  type Option,
  type ProductSheet,
  type Question,
  type QuestionId,
  UNKNOWN,
} from "./question.ts";
import { isBefore, spanOf } from "./span.ts";

interface Entry {
  /** Whether earlier answers leave something to ask. */
  isAsked(answers: Answers, sheet: ProductSheet): boolean;
  ask(sheet: ProductSheet, answers: Answers): Omit<Question, "id">;
  /** The canonical text of a free answer. @throws ProvisoError USAGE */
  read?(text: string, answers: Answers): string;
}

const I_DO_NOT_KNOW: Option = { value: UNKNOWN, label: "I do not know" };
export const DELETION_FORM = "<conversation id> <date>";
export const FEEDBACK_FORM = "<conversation id> <date> up|down";
export const SWITCH_FORM = "on|off <date>";
const DATE_EXAMPLE = "2025-10-08";

const isKnown = (text: string | undefined): boolean => text !== undefined && text !== UNKNOWN;
const option = (value: string, label: string): Option => ({ value, label });

export const QUESTIONS: Readonly<Record<QuestionId, Entry>> = {
  signedUp: {
    isAsked: () => true,
    ask: ({ title }) => ({
      text: `When was the ${title} account created?`,
      help: "The mail that welcomed you has the date.",
      options: [I_DO_NOT_KNOW],
      free: DATE_EXAMPLE,
    }),
    read: readDate,
  },
  plan: {
    isAsked: () => true,
    ask: ({ plans }) => ({
      text: "Which plan is the account on?",
      help: undefined,
      options: [...plans.map((plan) => option(plan, plan)), I_DO_NOT_KNOW],
      free: "pro",
    }),
    read: (text) => text,
  },
  planSince: {
    isAsked: ({ plan }) => isKnown(plan),
    ask: (_, { plan = "" }) => ({
      text: `Since when has it been on \`${plan}\`?`,
      help: "Invoices have the date.",
      options: [option("start", "since the account was created"), I_DO_NOT_KNOW],
      free: DATE_EXAMPLE,
    }),
    read: readDate,
  },
  planBefore: {
    isAsked: ({ planSince, signedUp }) => isKnown(planSince) && planSince !== "start" && isKnown(signedUp),
    ask: ({ plans }) => ({
      text: "Which plan was it on before that, from the start?",
      help: "If there were several, leave it open here and write them into the file.",
      options: [...plans.map((plan) => option(plan, plan)), I_DO_NOT_KNOW],
      free: "free",
    }),
    read: (text) => text,
  },
  region: {
    isAsked: () => true,
    ask: () => ({
      text: "Where do you live?",
      help: "US, UK, CH, EEA- with the country (EEA-DE), or another two-letter country code.",
      options: [I_DO_NOT_KNOW],
      free: "EEA-DE",
    }),
    read: readRegion,
  },
  terms: {
    isAsked: (_, { terms }) => terms.length > 0,
    ask: ({ terms }) => ({
      text: `When did you accept ${terms.at(-1)?.title ?? "the new terms"}?`,
      help: "It was a dialog in the product; the first answer to the training question often came with it.",
      options: [option("never", "never"), I_DO_NOT_KNOW],
      free: DATE_EXAMPLE,
    }),
    read: readDate,
  },
  training: {
    isAsked: () => true,
    ask: ({ settings }) => ({
      text: "Is the training setting on or off?",
      help: settings["training"],
      options: [
        option("on", "on"),
        option("off", "off"),
        option("never-asked", "I have never been asked and never touched it"),
        I_DO_NOT_KNOW,
      ],
      free: undefined,
    }),
  },
  trainingSince: {
    isAsked: ({ training }) => training === "on" || training === "off",
    ask: (_, { training = "" }) => ({
      text: `Since when has it been ${training}?`,
      help: "The day on which you last switched it, or answered the dialog.",
      options: [I_DO_NOT_KNOW],
      free: DATE_EXAMPLE,
    }),
    read: readDate,
  },
  trainingEarlier: {
    isAsked: ({ trainingSince }) => isKnown(trainingSince),
    ask: () => ({
      text: "Had you set it before, to on or to off?",
      help: `Each switch as \`${SWITCH_FORM}\`, with commas between.`,
      options: [option("none", "no, that was the first time"), I_DO_NOT_KNOW],
      free: "on 2025-10-01, off 2026-03-02",
    }),
    read: readSwitches,
  },
  deletions: {
    isAsked: () => true,
    ask: ({ settings }) => ({
      text: "Have you deleted chats that are still in an export?",
      help: settings["delete"],
      options: [option("none", "no"), I_DO_NOT_KNOW],
      free: `${DELETION_FORM}, …`,
    }),
    read: (text) => printEntries(readEntries(text, DELETION_FORM)),
  },
  feedback: {
    isAsked: () => true,
    ask: ({ settings }) => ({
      text: "Have you ever pressed thumbs up or down?",
      help: settings["feedback"] ?? "A rating can hand over the whole chat, whatever the setting says.",
      options: [option("never", "never"), option(UNKNOWN, "yes, or I do not know")],
      free: `${FEEDBACK_FORM}, …`,
    }),
    read: readFeedback,
  },
  objection: {
    isAsked: () => true,
    ask: ({ settings }) => ({
      text: "Have you objected to training in writing, and when?",
      help: settings["objection"] ?? "For example under article 21 of the GDPR.",
      options: [option("none", "no"), I_DO_NOT_KNOW],
      free: DATE_EXAMPLE,
    }),
    read: readDate,
  },
  apiKey: {
    isAsked: () => true,
    ask: ({ settings }, { signedUp }) => ({
      text: "Have you used coding tools with an API key instead of a login, and since when?",
      help: settings["apiKey"],
      // "Always" needs a beginning to be written down.
      options: [
        option("never", "never"),
        ...(isKnown(signedUp) ? [option("start", "always")] : []),
        I_DO_NOT_KNOW,
      ],
      free: DATE_EXAMPLE,
    }),
    read: readDate,
  },
};

function readRegion(text: string): string {
  const result = region.safeParse(text);
  if (result.success) return result.data;
  throw wrong(
    result.error.issues[0]?.message ?? "not a region",
    "write `US`, `UK`, `CH`, `EEA-DE` or a country",
  );
}

function readSwitches(text: string, { training = "", trainingSince = "" }: Answers): string {
  const entries = readEntries(text, SWITCH_FORM);
  const last = [...entries].sort((a, b) => spanOf(a.at).first - spanOf(b.at).first).at(-1);
  for (const { what, more } of entries) {
    if ((what !== "on" && what !== "off") || more !== undefined) {
      throw wrong(`\`${text}\` is not a list of switches`, `write \`${SWITCH_FORM}\`, with commas between`);
    }
  }
  if (last !== undefined && isBefore(spanOf(trainingSince), spanOf(last.at))) {
    throw wrong(
      `\`${last.at}\` is after \`${trainingSince}\`, the last switch`,
      "list the switches before it",
    );
  }
  // Two grants in a row would count as one long grant, over a time when it was off.
  if (last?.what === training) {
    throw wrong(
      `\`${training}\` at \`${last.at}\` and again at \`${trainingSince}\``,
      "list the switch between the two, or answer `unknown`",
    );
  }
  return printEntries(entries);
}

function readFeedback(text: string): string {
  const entries = readEntries(text, FEEDBACK_FORM);
  for (const { more } of entries) {
    if (more !== "up" && more !== "down") {
      throw wrong(`\`${text}\` is not a list of ratings`, `write \`${FEEDBACK_FORM}\`, with commas between`);
    }
  }
  return printEntries(entries);
}
