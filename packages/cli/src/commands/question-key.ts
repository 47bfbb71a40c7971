/** What a question and everything it reads come down to: equal keys, equal answers. */
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { digestOf } from "@proviso/core/policy";
import type { Opened, Question } from "../pipeline/question.ts";

/** Files count by size and time of change, policies by digest; the valid time is kept beside the key. */
export async function questionKey(question: Question, opened: Opened, form: object): Promise<string> {
  const files = [...question.paths, question.account, ...(question.events ?? [])].filter(
    (path) => path !== undefined,
  );
  const stats = await Promise.all(files.map((path) => stat(path)));
  const { at: _, known, ...asked } = question;
  const parts = {
    asked,
    known: Number.isFinite(known) ? known : null,
    form,
    files: stats.map(({ size, mtimeMs }) => [size, mtimeMs]),
    policies: opened.packs.policies.map(({ policy }) => digestOf(policy)),
  };
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
