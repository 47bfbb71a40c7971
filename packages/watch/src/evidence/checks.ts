/** Checks of a bundle -> **Checklist**, as `proviso verify` gives one for everything else */
import type { Check, Checklist, Outcome } from "@proviso/core/verify";

const ARTEFACT = "evidence of a vendor's terms";

export function found(name: string, outcome: Outcome, says: string): Check {
  return { name, outcome, says };
}

/** Not done, and without it nothing is verified. */
export function lacking(name: string, says: string): Check {
  return { name, outcome: "not-checked", says, isNeeded: true };
}

export function checklistOf(file: string, checks: readonly Check[]): Checklist {
  const named = (some: readonly Check[]): string => [...new Set(some.map(({ name }) => name))].join(", ");
  const wrong = checks.filter(({ outcome }) => outcome === "failed");
  const open = checks.filter(({ outcome, isNeeded }) => outcome === "not-checked" && isNeeded === true);
  const common = { file, artefact: ARTEFACT, checks };
  if (wrong.length > 0 || !checks.some(({ outcome }) => outcome === "ok")) {
    const what = wrong.length > 0 ? `${named(wrong)} failed` : "nothing was checked";
    return { ...common, verdict: "failed", says: `not verified: ${what}` };
  }
  if (open.length > 0) {
    return { ...common, verdict: "consistent", says: `consistent, but not checked: ${named(open)}` };
  }
  return {
    ...common,
    verdict: "verified",
    says: "verified: nothing failed, and a key that you named has signed",
  };
}
