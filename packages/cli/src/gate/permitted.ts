/**
 * Paths x purposes -> the conversations that were not permitted
 *
 * By the same pipeline as `proviso decide`. What is no export of a known kind cannot be decided, and
 * is named.
 */
import { ProvisoError } from "@proviso/core";
import { importProblems } from "../commands/import-problems.ts";
import { openQuestion } from "../pipeline/open.ts";
import type { Question } from "../pipeline/question.ts";
import type { Unpermitted } from "./gate-finding.ts";

export interface Permitted {
  readonly conversations: number;
  readonly unpermitted: readonly Unpermitted[];
  /** Inputs in no known format, or empty: nothing can be said of them. */
  readonly undecided: readonly string[];
  /** Records of conversations that could not be read, and so may or may not be permitted. */
  readonly unread: number;
}

const UNDECIDED: ReadonlySet<string> = new Set(["INPUT_UNRECOGNISED", "INPUT_EMPTY"]);

/** @throws ProvisoError INPUT_UNRECOGNISED where none of the paths can be decided */
export async function permitted(question: Question): Promise<Permitted> {
  const unpermitted: Unpermitted[] = [];
  const undecided: string[] = [];
  let conversations = 0;
  let unread = 0;
  let unknown: ProvisoError | undefined;
  for (const path of question.paths) {
    try {
      const opened = await openQuestion({ ...question, paths: [path] });
      for await (const { conversation, decision } of opened.decisions()) {
        conversations += 1;
        for (const { purpose, use, exposure, reason } of decision.uses) {
          if (use === "permit") continue;
          const isKnown = exposure === "deny";
          unpermitted.push({ path, conversation: conversation.id, purpose, isKnown, reason });
        }
      }
      unread += importProblems(opened).malformed;
    } catch (error) {
      if (!(error instanceof ProvisoError) || !UNDECIDED.has(error.code)) throw error;
      unknown ??= error;
      undecided.push(path);
    }
  }
  if (unknown !== undefined && undecided.length === question.paths.length) throw unknown;
  return { conversations, unpermitted, undecided, unread };
}
