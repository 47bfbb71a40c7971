/**
 * Questions about an account -> **Timeline**, at a terminal or from options alone
 *
 * Writes no file: whoever is interrupted has changed nothing. Without a terminal what is not given
 * stays unknown; it is never filled in.
 */
import {
  type Answers,
  nextQuestion,
  type ProductSheet,
  type Timeline,
  timelineOf,
  UNKNOWN,
} from "@proviso/core/events";
import { answerPreset, checkAllUsed, checkPreset, type Preset } from "./preset.ts";
import { type PromptIo, prompt } from "./prompt.ts";

export interface AskOptions {
  readonly sheet: ProductSheet;
  /** The account's id as the export names it, where that is known. */
  readonly account?: string;
  /** Answers by question id: these are not asked. */
  readonly set?: Preset;
  /** Undefined: nobody is there to ask. */
  readonly io?: PromptIo;
}

/**
 * @throws ProvisoError INTERRUPTED on Ctrl-C or the end of input; USAGE or TIMELINE_CONTRADICTION for
 * answers in `set` that cannot be right
 */
export async function ask({ sheet, account, set = {}, io }: AskOptions): Promise<Timeline> {
  checkPreset(set);
  const ended = new AbortController();
  const end = (): void => ended.abort();
  io?.input.once("end", end);
  const signal = io?.signal === undefined ? ended.signal : AbortSignal.any([ended.signal, io.signal]);
  try {
    let answers: Answers = {};
    for (let question = nextQuestion(sheet, answers); question !== undefined; ) {
      const given = set[question.id] ?? (io === undefined ? UNKNOWN : undefined);
      answers =
        given === undefined && io !== undefined
          ? await prompt(question, sheet, answers, { ...io, signal })
          : answerPreset(sheet, answers, question.id, given ?? UNKNOWN);
      question = nextQuestion(sheet, answers);
    }
    checkAllUsed(set, answers);
    return timelineOf(answers, sheet, account);
  } finally {
    io?.input.off("end", end);
  }
}
