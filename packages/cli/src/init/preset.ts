/** `--set plan=pro --set region=EEA-DE` -> answers that need no asking */
import { ProvisoError } from "@proviso/core";
import { type Answers, answer, type ProductSheet, QUESTION_IDS, type QuestionId } from "@proviso/core/events";

export type Preset = Readonly<Record<string, string>>;

function isQuestionId(key: string): key is QuestionId {
  return (QUESTION_IDS as readonly string[]).includes(key);
}

/** @throws ProvisoError USAGE for a key that is no question */
export function checkPreset(preset: Preset): void {
  for (const key of Object.keys(preset)) {
    if (isQuestionId(key)) continue;
    throw new ProvisoError("USAGE", `\`${key}\` is not a question`, {
      place: { field: "--set" },
      hint: `known are ${QUESTION_IDS.join(", ")}`,
    });
  }
}

/** @throws ProvisoError USAGE for answers to questions that the others leave no room for */
export function checkAllUsed(preset: Preset, answers: Answers): void {
  for (const key of Object.keys(preset)) {
    if (isQuestionId(key) && answers[key] !== undefined) continue;
    throw new ProvisoError("USAGE", `\`${key}\` has no effect beside the other answers`, {
      place: { field: "--set" },
      hint: "take it away, or set what it belongs to",
    });
  }
}

/** @throws ProvisoError as `answer` does, with the option named as its place */
export function answerPreset(sheet: ProductSheet, answers: Answers, id: QuestionId, text: string): Answers {
  try {
    return answer(sheet, answers, id, text);
  } catch (error) {
    if (!(error instanceof ProvisoError)) throw error;
    const { code, message, hint } = error;
    throw new ProvisoError(code, message, { place: { field: `--set ${id}` }, hint, cause: error });
  }
}
