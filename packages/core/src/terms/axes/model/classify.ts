/**
 * A clause -> **judgement**, by the models that are shipped
 *
 * Some 1 MB of text becomes tables the first time somebody asks. English only: that is what was learnt from.
 */

import { CASE_WEIGHTS_1 } from "./data/case-weights-1.ts";
import { CASE_WEIGHTS_2 } from "./data/case-weights-2.ts";
import { CASES } from "./data/cases.ts";
import { MARK_WEIGHTS_1 } from "./data/mark-weights-1.ts";
import { MARKS, UNFAIR } from "./data/marks.ts";
import { type Judge, type Judgement, judge } from "./judge.ts";
import { unpack } from "./unpack.ts";

let shared: Judge | undefined;

/** @param text one clause or sentence, plain or Markdown; of a longer text the first 6,000 characters are read */
export function classify(text: string): Judgement {
  shared ??= {
    cases: CASES.map(([title, polarity]) => ({ title, polarity })),
    caseModel: unpack(bytesOf(CASE_WEIGHTS_1 + CASE_WEIGHTS_2)),
    marks: MARKS,
    unfair: UNFAIR,
    markModel: unpack(bytesOf(MARK_WEIGHTS_1)),
  };
  return judge(shared, text);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
