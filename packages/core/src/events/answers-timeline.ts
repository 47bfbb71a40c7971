/** Answers -> **Timeline**: what is unknown is left out, and a list is full only if it is certain. */
import { readEntries } from "./answer-text.ts";
import { type Answers, type ProductSheet, UNKNOWN } from "./question.ts";
import { DELETION_FORM, FEEDBACK_FORM, SWITCH_FORM } from "./question-table.ts";
import { isWritten, SECTION_NAMES, type Section, type Timeline, type TimelineChoice } from "./timeline.ts";

type Draft = { -readonly [K in keyof Timeline]: Timeline[K] };

/** @param account the account's id as the export names it, where that is known */
export function timelineOf(answers: Answers, sheet: ProductSheet, account?: string): Timeline {
  const draft: Draft = { ...(account === undefined ? {} : { account }), product: sheet.product };
  /** Written, but with something before or between that nobody remembers. */
  const partial = new Set<Section>();
  const given = (text: string | undefined): string | undefined => (text === UNKNOWN ? undefined : text);

  const signedUp = given(answers.signedUp);
  if (signedUp !== undefined) draft.signedUp = signedUp;
  writePlan(draft, partial, answers);
  const region = given(answers.region);
  if (region !== undefined) draft.region = region;
  writeTerms(draft, partial, answers, sheet);
  writeChoices(draft, partial, answers);

  const deletions = given(answers.deletions);
  if (deletions === "none") draft.deletions = [];
  else if (deletions !== undefined) {
    draft.deletions = readEntries(deletions, DELETION_FORM).map(({ what, at }) => ({
      conversation: what,
      at,
    }));
  }
  const feedback = given(answers.feedback);
  if (feedback === "never") draft.feedback = [];
  else if (feedback !== undefined) {
    draft.feedback = readEntries(feedback, FEEDBACK_FORM).map(({ what, at, more }) => ({
      conversation: what,
      at,
      kind: "rating",
      ...(more === undefined ? {} : { rating: more }),
    }));
    // Whoever lists ratings lists those they remember.
    partial.add("feedback");
  }
  const objection = given(answers.objection);
  if (objection !== undefined) draft.objections = objection === "none" ? [] : [{ at: objection }];
  writeCredentials(draft, answers);

  if (partial.size > 0) {
    draft.complete = SECTION_NAMES.filter((section) => isWritten(draft, section) && !partial.has(section));
  }
  return draft;
}

function writePlan(draft: Draft, partial: Set<Section>, { plan, planSince, planBefore }: Answers): void {
  if (plan === undefined || plan === UNKNOWN) return;
  if (planSince === "start") {
    draft.plan = plan;
  } else if (planSince === undefined || planSince === UNKNOWN) {
    draft.plan = plan;
    partial.add("plan");
  } else {
    const before = planBefore === undefined || planBefore === UNKNOWN ? undefined : planBefore;
    const isFirst = before === undefined || draft.signedUp === undefined || draft.signedUp === planSince;
    draft.plan = isFirst
      ? [{ from: planSince, plan }]
      : [
          { from: draft.signedUp ?? planSince, plan: before },
          { from: planSince, plan },
        ];
  }
}

function writeTerms(draft: Draft, partial: Set<Section>, { terms }: Answers, sheet: ProductSheet): void {
  const document = sheet.terms.at(-1)?.document;
  if (document === undefined || terms === undefined || terms === UNKNOWN) return;
  draft.terms = terms === "never" ? [] : [{ document, acknowledged: terms }];
  // Only the newest is asked for: of an older one nothing is known.
  if (sheet.terms.length > 1) partial.add("terms");
}

const CHOICES: Readonly<Record<string, TimelineChoice["choice"]>> = { on: "granted", off: "refused" };

function writeChoices(draft: Draft, partial: Set<Section>, answers: Answers): void {
  const { training, trainingSince, trainingEarlier } = answers;
  if (training === "never-asked") draft.choices = [];
  if (trainingSince === undefined || trainingSince === UNKNOWN) return;
  const switches =
    trainingEarlier === undefined || trainingEarlier === UNKNOWN || trainingEarlier === "none"
      ? []
      : readEntries(trainingEarlier, SWITCH_FORM);
  if (trainingEarlier === undefined || trainingEarlier === UNKNOWN) partial.add("choices");
  draft.choices = [...switches, { what: training ?? "", at: trainingSince }].flatMap(({ what, at }) => {
    const choice = CHOICES[what];
    return choice === undefined ? [] : [{ at, purpose: "train-general" as const, choice }];
  });
}

function writeCredentials(draft: Draft, { apiKey }: Answers): void {
  if (apiKey === undefined || apiKey === UNKNOWN) return;
  if (apiKey === "never") draft.credentials = [];
  else if (apiKey !== "start") draft.credentials = [{ from: apiKey, credential: "api-key" }];
  else if (draft.signedUp !== undefined)
    draft.credentials = [{ from: draft.signedUp, credential: "api-key" }];
}
