/** A check for programs: one JSON object, described in docs/gate.md. Holds no value. */
import { type CheckResult, isClean } from "./result.ts";

export function checkJson(result: CheckResult): string {
  const { permitted } = result;
  return `${JSON.stringify({
    clean: isClean(result),
    files: result.files,
    bytes: result.bytes,
    findings: result.findings.map(({ context, digest: _, isFailing, ...one }) => ({
      ...one,
      fails: isFailing,
      fingerprint: context,
    })),
    notListed: result.more,
    counts: Object.fromEntries(result.counts),
    failing: result.failing,
    conversations:
      permitted === undefined
        ? null
        : {
            decided: permitted.conversations,
            notPermitted: permitted.unpermitted.map(({ isKnown, ...one }) => ({
              ...one,
              end: isKnown ? "notUsed" : "cannotTell",
            })),
            undecided: permitted.undecided,
            unread: permitted.unread,
          },
    passedOver: result.passedOver,
    damaged: result.damaged,
    baseline: { known: result.known, stale: result.stale },
  })}\n`;
}
