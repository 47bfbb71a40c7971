export type { Asked } from "./artefact/artefact.ts";
export type { Check, Checklist, Outcome, Verdict } from "./checklist.ts";
export { CONSISTENCY_FORMAT, type Consistency, parseConsistency, printConsistency } from "./consistency.ts";
export { DELETION_FORMAT, type Deletion, type DeletionBody, deletionToken } from "./deletion.ts";
export { type Budget, type GivenFile, type Hasher, Intake, newBudget, newHasher } from "./given.ts";
export { verify } from "./verify.ts";
