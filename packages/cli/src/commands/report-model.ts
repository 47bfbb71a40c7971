/**
 * Opened question -> **ReportModel**: the rows stream, what sums them up is read after them
 */
import { explain } from "@proviso/core/decision";
import { factOf, VOCABULARY } from "@proviso/core/facts";
import { digestOf } from "@proviso/core/policy";
import type { RedactionTally } from "../output/redaction-tally.ts";
import type { Tally } from "../output/tally.ts";
import type { Decided, Opened, OpenedInput, Question } from "../pipeline/question.ts";
import type {
  AccountKnown,
  ReportInput,
  ReportModel,
  ReportPolicy,
  ReportRow,
  ReportWhatIf,
} from "../report/model.ts";
import { REASON_WORDS } from "../terminal/reason-words.ts";
import { commandLine } from "./command-line.ts";
import { problemText } from "./import-problems.ts";
import type { Context } from "./options.ts";

const LIMITS = [
  "An export does not say on which plan an account was, where its owner lives, or how the training setting stood and since when. That comes from the timeline (`--account`).",
  "It does not say whether a chat was flagged for safety, reviewed by people or put under a legal hold.",
  "Chats that were deleted before the export was made are not in it, and nothing is said of them here.",
  "A policy is a reading of the terms. Where they can be read in more than one way, the answer says so.",
];

export interface ReportParts {
  readonly question: Question;
  readonly opened: Opened;
  readonly tally: Tally;
  readonly account: readonly AccountKnown[];
  readonly generator: string;
  /** By default the question of a scan. */
  readonly title?: string;
  /** Asked after the last row. */
  readonly whatIf?: () => ReportWhatIf;
  /** Counts what redaction would replace while the rows are read. */
  readonly redaction: RedactionTally | undefined;
}

/** `tally` is filled while the rows are read. */
export function reportModel(parts: ReportParts, context: Context): ReportModel {
  const { question, opened, tally, account, generator, redaction } = parts;
  return {
    title: parts.title ?? "May these chats train a model?",
    generatedAt: context.now,
    at: question.at,
    known: Number.isFinite(question.known) ? question.known : null,
    generator,
    command: commandLine(context.argv),
    howToAnswer: "Run `proviso init`, answer what you know, and scan again with `--account account.yaml`.",
    // Read by the writer after the last row, when they are complete.
    get inputs() {
      return opened.inputs.map(inputOf);
    },
    get purposes() {
      return tally.purposes;
    },
    accountKnown: account,
    get redaction() {
      if (redaction === undefined) return undefined;
      const { profile, conversations, types, special } = redaction;
      return { profile, conversations, types, special };
    },
    get whatIf() {
      return parts.whatIf?.();
    },
    policies: policiesOf(opened),
    reasons: REASON_WORDS,
    vocabulary: VOCABULARY,
    limits: LIMITS,
    rows: rows(opened, tally, redaction),
  };
}

async function* rows(
  opened: Opened,
  tally: Tally,
  redaction: RedactionTally | undefined,
): AsyncGenerator<ReportRow> {
  for await (const decided of opened.decisions()) {
    tally.add(decided);
    await redaction?.add(decided.conversation);
    yield rowOf(decided, formatOf(opened.inputs, decided));
  }
}

function rowOf({ conversation, prepared, facts, decision }: Decided, source: string): ReportRow {
  const last = factOf(facts, "conversation.lastActivityAt");
  return {
    id: conversation.id,
    title: conversation.title,
    source,
    surface: conversation.surface,
    mode: conversation.mode,
    createdAt: conversation.createdAt,
    lastActivityAt: typeof last === "number" ? last : conversation.updatedAt,
    items: conversation.items.length,
    file: conversation.locator.file,
    decision,
    explanation: explain(prepared, facts, decision),
  };
}

function formatOf(inputs: readonly OpenedInput[], { product }: Decided): string {
  const [only] = inputs;
  if (inputs.length === 1 && only !== undefined) return only.format;
  return inputs.find((input) => input.product === product)?.format ?? product;
}

function inputOf({ name, format, report }: OpenedInput): ReportInput {
  return {
    name,
    format,
    conversations: report.conversations.read,
    items: report.items,
    problems: report.problems.map(problemText),
    malformed: report.conversations.malformed,
    unknownFields: [...report.unknown].map(([field, count]) => ({ name: field, count })),
  };
}

function policiesOf({ inputs, packs }: Opened): readonly ReportPolicy[] {
  const products = new Set(inputs.map(({ product }) => product));
  return packs.policies
    .filter(({ policy }) => products.has(policy.product))
    .map(({ policy }) => ({
      id: policy.id,
      version: policy.version,
      digest: digestOf(policy),
      title: policy.title,
      documents: policy.documents,
    }));
}
