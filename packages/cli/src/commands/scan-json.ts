/** A scan for programs: one JSON object, described in docs/cli.md. */
import type { End } from "@proviso/core/decision";
import { SOON_DAYS } from "../output/tally.ts";
import { askText } from "../terminal/fact-words.ts";
import { reasonText } from "../terminal/reason-words.ts";
import { isoText } from "../terminal/words.ts";
import { importProblems } from "./import-problems.ts";
import type { Scanned } from "./scan.ts";

const NAMES: Readonly<Record<End, string>> = {
  used: "used",
  "not-used": "notUsed",
  "cannot-tell": "cannotTell",
};

export function scanJson({ question, opened, tally, report, redaction }: Scanned): string {
  const purposes = tally.purposes.map((purpose) => {
    const { ends, reasons } = tally.of(purpose);
    return [
      purpose,
      {
        used: ends.used,
        notUsed: ends["not-used"],
        cannotTell: ends["cannot-tell"],
        reasons: reasons.map(({ end, reason, conversations }) => ({
          end: NAMES[end],
          reason,
          says: reasonText(reason),
          conversations,
        })),
        questions: tally
          .unknowns(purpose)
          .map(([fact, conversations]) => ({ fact, ask: askText(fact), conversations })),
      },
    ] as const;
  });
  return `${JSON.stringify({
    at: isoText(question.at),
    known: Number.isFinite(question.known) ? isoText(question.known) : null,
    conversations: tally.conversations,
    items: tally.items,
    inputs: opened.inputs.map(({ name, format, product, files, report: read }) => ({
      name,
      format,
      product,
      files,
      conversations: read.conversations.read,
    })),
    policies: [...tally.policies].map(([policy, conversations]) => ({ policy, conversations })),
    purposes: Object.fromEntries(purposes),
    clocks: {
      soonDays: SOON_DAYS,
      endingSoon: tally.endingCount,
      overdue: tally.overdue,
      held: tally.held,
      next: tally.ending.map(({ copy, until, conversation, title }) => ({
        copy,
        until: isoText(until),
        conversation,
        title: title ?? null,
      })),
    },
    ...(redaction === undefined
      ? {}
      : {
          redaction: {
            profile: redaction.profile,
            conversations: redaction.conversations,
            types: redaction.types,
            special: redaction.special,
          },
        }),
    problems: importProblems(opened),
    notes: opened.notes,
    report: report ?? null,
  })}\n`;
}
