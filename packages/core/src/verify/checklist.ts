/**
 * **Checklist**: what was checked of a file, what was not, and what follows
 *
 * Each check says in plain words what it found. One that was not done is named like one that was:
 * whoever reads the list must not take silence for a yes.
 */

export type Outcome = "ok" | "failed" | "not-checked";

export interface Check {
  /** Kebab case: the same check has the same name whatever it is done to. */
  readonly name: string;
  readonly outcome: Outcome;
  /** A sentence without a final period. */
  readonly says: string;
  /** Without it nothing is verified, however many others are ok. */
  readonly isNeeded?: boolean;
}

/** `consistent`: nothing failed, and something without which nothing is verified could not be checked. */
export type Verdict = "verified" | "consistent" | "failed";

export interface Checklist {
  readonly file: string;
  /** What the file is, in words. */
  readonly artefact: string;
  readonly checks: readonly Check[];
  readonly verdict: Verdict;
  /** The verdict in a sentence. */
  readonly says: string;
}

export function ok(name: string, says: string): Check {
  return { name, outcome: "ok", says };
}

export function failed(name: string, says: string): Check {
  return { name, outcome: "failed", says };
}

export function notChecked(name: string, says: string): Check {
  return { name, outcome: "not-checked", says };
}

/** Not done, and without it nothing is verified. */
export function lacking(name: string, says: string): Check {
  return { name, outcome: "not-checked", says, isNeeded: true };
}

/** The name of the check that asks whether a key that was named has signed. */
export const SIGNATURE = "signature";

export function newChecklist(file: string, artefact: string, checks: readonly Check[]): Checklist {
  const wrong = checks.filter(({ outcome }) => outcome === "failed");
  const open = checks.filter(({ outcome, isNeeded }) => outcome === "not-checked" && isNeeded === true);
  if (wrong.length > 0) {
    const says = `not verified: ${names(wrong)} failed`;
    return { file, artefact, checks, verdict: "failed", says };
  }
  if (open.length > 0) {
    return { file, artefact, checks, verdict: "consistent", says: consistentBut(open) };
  }
  // A list without a single good check would be a hole in a verifier, and must not open a door.
  if (!checks.some(({ outcome }) => outcome === "ok")) {
    return { file, artefact, checks, verdict: "failed", says: "not verified: nothing was checked" };
  }
  const says = "verified: nothing failed, and a key that you named has signed";
  return { file, artefact, checks, verdict: "verified", says };
}

function consistentBut(open: readonly Check[]): string {
  const others = open.filter(({ name }) => name !== SIGNATURE);
  const unsigned = "consistent, but not signed by a key that you named";
  if (others.length === 0) return unsigned;
  return others.length < open.length
    ? `${unsigned}; not checked: ${names(others)}`
    : `consistent, but not checked: ${names(others)}`;
}

function names(checks: readonly Check[]): string {
  return [...new Set(checks.map(({ name }) => name))].join(", ");
}
