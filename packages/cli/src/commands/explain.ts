/**
 * `proviso explain`: why one conversation, or one of its messages, may or may not be used
 */
import { explain } from "@proviso/core/decision";
import { print } from "../output/stdout.ts";
import { openQuestion } from "../pipeline/open.ts";
import { EXIT } from "../terminal/print-error.ts";
import { startProgress } from "../terminal/progress.ts";
import { explanationJson } from "./explain-json.ts";
import { explanationText } from "./explain-text.ts";
import { findConversation, findItem } from "./find-conversation.ts";
import type { Context, ExplainOptions } from "./options.ts";
import { questionOf } from "./question.ts";

export async function explainOne(
  context: Context,
  id: string,
  paths: readonly string[],
  options: ExplainOptions,
): Promise<number> {
  const { terminal } = context;
  const question = questionOf(paths, options, context, { items: options.item !== undefined });
  let total: number | undefined;
  const progress = startProgress(terminal, "looking", () => total);
  try {
    const opened = await openQuestion(question, { onProgress: (bytes) => progress.update(bytes) });
    total = opened.totalBytes;
    const decided = await findConversation(opened, id);
    const { facts, decision } = options.item === undefined ? decided : findItem(decided, options.item);
    const explanation = explain(decided.prepared, facts, decision);
    progress.done();
    const told = { decided, explanation, hasTimeline: question.account !== undefined };
    await print(terminal.json ? explanationJson(told) : explanationText(told, terminal));
    return EXIT.ok;
  } finally {
    progress.done();
  }
}
