/**
 * Paths and options -> **Question** -> pipeline
 */
import { ProvisoError } from "@proviso/core";
import { PURPOSES, type Purpose } from "@proviso/core/events";
import { packsFolder } from "../packs/find.ts";
import type { Question } from "../pipeline/question.ts";
import type { Context, PolicyOptions, QuestionOptions } from "./options.ts";

/** @throws ProvisoError USAGE for a purpose that is not known */
export function questionOf(
  paths: readonly string[],
  options: QuestionOptions,
  { now }: Context,
  more: Pick<Question, "items" | "content"> = {},
): Question {
  const purposes = options.purpose?.map(purposeOf);
  return {
    paths,
    ...(options.account === undefined ? {} : { account: options.account }),
    ...(options.events === undefined ? {} : { events: options.events }),
    ...(options.policy === undefined ? {} : { policy: options.policy }),
    policies: policyFolders(options),
    at: options.at ?? now,
    known: options.known ?? Number.POSITIVE_INFINITY,
    strict: options.strict ?? false,
    ...(purposes === undefined ? {} : { purposes: [...new Set(purposes)] }),
    ...more,
  };
}

/** The folders that were named, or the one with the policies that come along. */
export function policyFolders(options: PolicyOptions): readonly string[] {
  return options.policies ?? [packsFolder()];
}

/** @throws ProvisoError USAGE for a purpose that is not known */
export function purposeOf(text: string): Purpose {
  const purpose = PURPOSES.find((known) => known === text);
  if (purpose !== undefined) return purpose;
  throw new ProvisoError("USAGE", `no purpose \`${text}\``, {
    hint: `purposes are ${PURPOSES.map((known) => `\`${known}\``).join(", ")}`,
  });
}

/** Every file and folder that a question reads. */
export function readBy({ paths, account, events }: Question): readonly string[] {
  return [...paths, ...(account === undefined ? [] : [account]), ...(events ?? [])];
}
