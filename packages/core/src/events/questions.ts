/**
 * The questionnaire behind `proviso init`: the next question, and what an answer does
 *
 * A reducer over answers. It never fills in what was not said: a setting that nobody knows stays
 * unknown, whatever the product's default was.
 */
import { ProvisoError } from "../errors.ts";
import { wrong } from "./answer-text.ts";
import { timelineOf } from "./answers-timeline.ts";
import { contradictions } from "./contradictions.ts";
import { type Answers, type ProductSheet, QUESTION_IDS, type Question, type QuestionId } from "./question.ts";
import { QUESTIONS } from "./question-table.ts";

/** The first question that is to be asked and has no answer; undefined when all are answered. */
export function nextQuestion(sheet: ProductSheet, answers: Answers): Question | undefined {
  const id = QUESTION_IDS.find((one) => answers[one] === undefined && QUESTIONS[one].isAsked(answers, sheet));
  return id === undefined ? undefined : questionOf(id, sheet, answers);
}

export function questionOf(id: QuestionId, sheet: ProductSheet, answers: Answers): Question {
  return { id, ...QUESTIONS[id].ask(sheet, answers) };
}

/**
 * Answers with one more.
 * @throws ProvisoError USAGE for a text that is no answer to the question, TIMELINE_CONTRADICTION
 * for one that cannot be true beside the earlier ones
 */
export function answer(sheet: ProductSheet, answers: Answers, id: QuestionId, text: string): Answers {
  const { options, free } = questionOf(id, sheet, answers);
  const written = text.trim();
  const read = QUESTIONS[id].read;
  let value = options.find((option) => option.value === written)?.value;
  if (value === undefined) {
    if (written === "" || read === undefined || free === undefined) {
      const allowed = options.map((option) => `\`${option.value}\``).join(", ");
      const hint = `write ${free === undefined ? allowed : `\`${free}\`, or one of ${allowed}`}`;
      throw wrong(written === "" ? "the answer is empty" : `\`${written}\` is not an answer`, hint);
    }
    value = read(written, answers);
  }
  const next: Answers = { ...answers, [id]: value };
  const [found] = contradictions(timelineOf(next, sheet));
  if (found !== undefined) throw new ProvisoError(found.code, found.message, { hint: found.hint });
  return next;
}
