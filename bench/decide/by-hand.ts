/**
 * The yardstick: the Claude consumer policy of 2025-10-08 for `train-general` as a careful person
 * would write it over the same slots, unknowns included. Returns the index of a reason.
 */
import { FACT_INDEX, type Slot } from "@proviso/core/facts";
import { addPeriod, parsePeriod } from "@proviso/core/policy";

const MODE = FACT_INDEX["conversation.mode"];
const FEEDBACK = FACT_INDEX["feedback.at"];
const AT = FACT_INDEX["query.at"];
const DELETED = FACT_INDEX["conversation.deletedAt"];
const ACCOUNT_DELETED = FACT_INDEX["account.deletedAt"];
const OBJECTION = FACT_INDEX["objection.filedAt"];
const CHOICE = FACT_INDEX["training.choice"];
const LAST = FACT_INDEX["conversation.lastActivityAt"];
const SHARED = FACT_INDEX["transcript.sharedAt"];
const FIRST = FACT_INDEX["conversation.firstEligibleAt"];
const GRANTED = FACT_INDEX["training.grantedAt"];
const CREATED = FACT_INDEX["conversation.createdAt"];

const FIVE_YEARS = parsePeriod("P5Y");
const DEADLINE = Date.parse("2025-10-08T00:00:00Z");

/** -1: hangs on an unknown; 0 to 13: the reason, in the order of the rules. */
export function decideByHand(s: readonly Slot[]): number {
  const mode = s[MODE];
  const feedback = s[FEEDBACK];
  const at = s[AT] as number;
  if (mode === undefined) return -1;
  if (mode === "incognito" || mode === "temporary") return 0;
  if (feedback === undefined) return -1;
  if (feedback !== null && at < addPeriod(feedback as number, FIVE_YEARS, 1)) return 1;
  const deleted = s[DELETED];
  if (deleted === undefined) return -1;
  if (deleted !== null) return 2;
  const accountDeleted = s[ACCOUNT_DELETED];
  if (accountDeleted === undefined) return -1;
  if (accountDeleted !== null) return 3;
  const objection = s[OBJECTION];
  if (objection === undefined) return -1;
  if (objection !== null) return 4;
  const choice = s[CHOICE];
  const last = s[LAST];
  if (choice === undefined) return -1;
  if (choice === "none") {
    if (last === undefined || last === null) return -1;
    return (last as number) >= DEADLINE ? 5 : 6;
  }
  const shared = s[SHARED];
  if (choice !== "granted") {
    if (shared === undefined) return -1;
    if (shared !== null) return 7;
  }
  if (choice === "refused") return 8;
  const first = s[FIRST];
  if (first === undefined) return -1;
  if (first !== null && at >= addPeriod(first as number, FIVE_YEARS, 1)) return 9;
  const granted = s[GRANTED];
  if (granted === undefined || last === undefined || last === null) return -1;
  if (granted === null) return 14;
  if (last === granted) return 10;
  if ((last as number) < (granted as number)) return 11;
  const created = s[CREATED];
  if (created === undefined || created === null) return -1;
  return (created as number) >= (granted as number) ? 12 : 13;
}
