/** A claim and a statement of the terms -> **related**: does the one bear out, or deny, the other? */
import type { AxisValues } from "../axes/axis.ts";
import { fits } from "../change/direction.ts";
import { orderOfPeriods } from "../change/period-order.ts";
import type { Statement } from "./claim.ts";
import { KINDS_OF, OPPOSITES, RELATIONS, type Relation, UNNAMED, WITHIN } from "./data/relations.ts";

export interface Related {
  /** `near`: on the same matter, and says neither. */
  readonly is: "supports" | "contradicts" | "near";
  /** Of the clause and not of the claim: `unless: opt-out`. For a contradiction: which values differ. */
  readonly notes: readonly string[];
}

type Value = AxisValues[string];
type Said = Pick<Statement, "subject" | "values">;

/** Undefined: the clause speaks of something else. */
export function relate(claim: Said, clause: Said): Related | undefined {
  for (const { claim: subject, says, clause: other, against, why } of OPPOSITES) {
    if (claim.subject !== subject || clause.subject !== other || !fits(claim.values, says)) continue;
    const isAgainst = Object.entries(against).every(([field, value]) =>
      value === true ? clause.values[field] !== undefined : clause.values[field] === value,
    );
    if (isAgainst && clause.values["what"] !== "none") return { is: "contradicts", notes: [why] };
  }
  const relation = RELATIONS.find((one) => one.claim === claim.subject && one.clause === clause.subject);
  return relation === undefined ? undefined : byFields(relation, claim.values, clause.values);
}

function byFields(relation: Relation, claim: AxisValues, clause: AxisValues): Related | undefined {
  const { same, strict = [], exclusive, narrowing = [], noted = [], free = [], isNearOnly } = relation;
  if (isNearOnly === true) return { is: "near", notes: [] };
  if (same.some((field) => !isAlike(field, claim[field], clause[field]))) {
    // How long something else is kept is what a reader looks for next.
    return relation.claim === "retention"
      ? { is: "near", notes: same.flatMap((field) => noteOf(field, clause)) }
      : undefined;
  }
  const differ = exclusive.filter((field) => isExcluded(field, claim[field], clause[field]));
  if (differ.length > 0) {
    const isOfOne = strict.every((field) => (claim[field] === undefined) === (clause[field] === undefined));
    const isNarrow = narrowing.some((field) => clause[field] !== claim[field] && clause[field] !== undefined);
    const notes = differ.map((field) => `${field}: ${claim[field]} / ${clause[field]}`);
    return isOfOne && !isNarrow ? { is: "contradicts", notes } : { is: "near", notes };
  }
  const missing = Object.entries(claim).filter(
    ([field, value]) => !free.includes(field) && !isSaid(field, value, clause[field]),
  );
  const dropped = narrowing.filter((field) => clause[field] !== undefined && claim[field] === undefined);
  const limits = [...noted, "who"].filter(
    (field) => clause[field] !== undefined && claim[field] === undefined && clause[field] !== UNNAMED[field],
  );
  const notes = [...new Set([...dropped, ...limits])].flatMap((field) => noteOf(field, clause));
  if (claim["use"] === "not-permitted" && clause["use"] === "limited") notes.push("but for named exceptions");
  if (missing.length > 0 || dropped.length > 0) return { is: "near", notes };
  return { is: "supports", notes };
}

function isAlike(field: string, claim: Value | undefined, clause: Value | undefined): boolean {
  const unnamed = UNNAMED[field];
  const [one, other] = [claim ?? unnamed, clause ?? unnamed];
  if (one === undefined || other === undefined || one === other) return true;
  return covers(field, one, other);
}

function covers(field: string, claim: Value, clause: Value): boolean {
  const key = `${field}=${claim}`;
  return [...(WITHIN[key] ?? []), ...(KINDS_OF[key] ?? [])].includes(String(clause));
}

/** Of days, one without a year is that day of any year. */
function isExcluded(field: string, claim: Value | undefined, clause: Value | undefined): boolean {
  if (claim === undefined || clause === undefined || claim === clause) return false;
  if (field === "day") return !isSameDay(claim, clause);
  if (field === "period" || field === "within" || field === "promised") {
    const order = orderOfPeriods(claim, clause);
    return order === "longer" || order === "shorter";
  }
  // Permitted but for the exceptions it names: against a bare permission, not against a bare ban.
  if (field === "use" && clause === "limited") return claim === "permitted";
  if (field === "use" && claim === "limited") return clause === "permitted";
  return true;
}

function isSaid(field: string, claim: Value, clause: Value | undefined): boolean {
  if (clause === undefined) return claim === UNNAMED[field];
  if (claim === clause || covers(field, claim, clause)) return true;
  if (field === "day") return isSameDay(claim, clause);
  if (field === "use") return claim === "not-permitted" && clause === "limited";
  return (field === "period" || field === "within") && orderOfPeriods(claim, clause) === "same";
}

function isSameDay(claim: Value, clause: Value): boolean {
  const [one, other] = [String(claim), String(clause)];
  return one === other || (one.startsWith("--") && other.slice(4) === one.slice(1));
}

function noteOf(field: string, values: AxisValues): readonly string[] {
  return values[field] === undefined ? [] : [`${field}: ${values[field]}`];
}
