/**
 * **Question**: what `proviso init` asks about an account -> answers -> timeline
 *
 * Data and pure functions, so that a terminal, a web page and `--set key=value` ask the same. An
 * answer is text; `unknown` is always one, and leaves the matter unknown.
 */

/** What a product's questions speak of; made of a policy pack and its policies, never written in code. */
export interface ProductSheet {
  /** `vendor/product` */
  readonly product: string;
  readonly title: string;
  /** The plans that policies know, as suggestions; empty where they name none. */
  readonly plans: readonly string[];
  /** Terms whose acceptance brings a policy version into force, oldest first. */
  readonly terms: readonly { readonly document: string; readonly title: string }[];
  /** Where things are found in the product, by name: `training`, `delete`, … */
  readonly settings: Readonly<Record<string, string>>;
}

export const QUESTION_IDS = [
  "signedUp",
  "plan",
  "planSince",
  "planBefore",
  "region",
  "terms",
  "training",
  "trainingSince",
  "trainingEarlier",
  "deletions",
  "feedback",
  "objection",
  "apiKey",
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

export const UNKNOWN = "unknown";

/** Canonical texts, by question. A question that was not asked, or not answered, is not in here. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  /** Where to look, or how to write it; one or two lines. */
  readonly help: string | undefined;
  /** Fixed answers. With `free`, other text is an answer too. */
  readonly options: readonly Option[];
  /** How a free answer is written, as an example; undefined where only the options are answers. */
  readonly free: string | undefined;
}
