/** One question at the terminal -> the text of its answer */
import type { Readable, Writable } from "node:stream";
import { isCancel, log, select, text } from "@clack/prompts";
import { ProvisoError } from "@proviso/core";
import { type Answers, answer, type ProductSheet, type Question } from "@proviso/core/events";

export interface PromptIo {
  readonly input: Readable;
  readonly output: Writable;
  /** Ends the prompt as Ctrl-C does. */
  readonly signal?: AbortSignal;
}

/** Not an answer to any question: leads on to the free text. */
const OTHER = "\u0000other";

/** Asks until there is an answer that fits. @throws ProvisoError INTERRUPTED */
export async function prompt(
  question: Question,
  sheet: ProductSheet,
  answers: Answers,
  io: PromptIo,
): Promise<Answers> {
  for (;;) {
    const chosen = await choose(question, io);
    if (chosen === OTHER)
      return answer(sheet, answers, question.id, await write(question, sheet, answers, io));
    const fault = faultOf(sheet, answers, question, chosen);
    if (fault === undefined) return answer(sheet, answers, question.id, chosen);
    log.error(fault, { output: io.output });
  }
}

async function choose({ text: message, help, options, free }: Question, io: PromptIo): Promise<string> {
  const all = options.map(({ value, label }) => ({ value, label }));
  if (free !== undefined) all.unshift({ value: OTHER, label: `type it: ${free}` });
  return finished(
    await select({ ...io, message: help === undefined ? message : `${message}\n${help}`, options: all }),
  );
}

async function write(
  question: Question,
  sheet: ProductSheet,
  answers: Answers,
  io: PromptIo,
): Promise<string> {
  return finished(
    await text({
      ...io,
      message: question.text,
      ...(question.free === undefined ? {} : { placeholder: question.free }),
      validate: (written) => faultOf(sheet, answers, question, written ?? ""),
    }),
  );
}

function faultOf(
  sheet: ProductSheet,
  answers: Answers,
  { id }: Question,
  written: string,
): string | undefined {
  try {
    answer(sheet, answers, id, written);
    return undefined;
  } catch (error) {
    if (!(error instanceof ProvisoError)) throw error;
    return error.hint === undefined ? error.message : `${error.message}: ${error.hint}`;
  }
}

function finished(value: string | symbol): string {
  if (isCancel(value)) {
    throw new ProvisoError("INTERRUPTED", "interrupted; nothing was written");
  }
  return String(value);
}
