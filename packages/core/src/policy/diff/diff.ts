/**
 * Two versions -> **PolicyDiff**
 *
 * Both are read into the same diagrams. Worlds that no history gives, and those that turn out to be
 * impossible by the calendar, are left out; what then is empty is proved to be equal. Past the limit
 * of diagrams nothing is proved, and what a plain search finds is told.
 */
import { PURPOSES, type Purpose } from "../../events/event.ts";
import { TooLarge } from "../bdd.ts";
import type { Policy } from "../policy.ts";
import { Comparison } from "./comparison.ts";
import type { Both, PolicyDiff } from "./policy-diff.ts";
import { searchDiff } from "./search.ts";

export interface DiffOptions {
  /** Only these; default all that either version names. */
  readonly purposes?: readonly Purpose[] | undefined;
  /** Of diagram nodes: some seconds of search. */
  readonly limit?: number;
}

const MOST_NODES = 1_000_000;

/** Compares what the policies answer. Titles, documents, citations, readings, notes and advice are not compared. */
export function diff(before: Policy, after: Policy, options: DiffOptions = {}): PolicyDiff {
  const purposes = purposesOf(before, after, options.purposes);
  const found = compared(before, after, purposes, options.limit ?? MOST_NODES);
  const framed = frameOf(before, after);
  const changes = found.targets.length + found.uses.length + found.keeps.length;
  const isFramed = framed.effective ?? framed.holds ?? framed.product;
  const listed = framed.purposes.added.length + framed.purposes.removed.length;
  const isDifferent = changes > 0 || listed > 0 || isFramed !== undefined;
  return {
    before: { id: before.id, version: before.version },
    after: { id: after.id, version: after.version },
    ...framed,
    ...found,
    verdict: found.verdict === "undecided" ? "undecided" : isDifferent ? "different" : found.verdict,
  };
}

export type Found = Pick<PolicyDiff, "verdict" | "targets" | "uses" | "keeps">;

function compared(before: Policy, after: Policy, purposes: readonly Purpose[], limit: number): Found {
  try {
    const narrow = new Comparison(before, after, { limit, histories: true }).changes(purposes);
    if (narrow.targets.length + narrow.uses.length + narrow.keeps.length > 0) {
      return { ...narrow, verdict: "different" };
    }
    const wide = new Comparison(before, after, { limit, histories: false }).differs(purposes);
    return { ...narrow, verdict: wide ? "equal-in-histories" : "equal" };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { ...searchDiff(before, after, purposes), verdict: "undecided" };
  }
}

function purposesOf(
  before: Policy,
  after: Policy,
  wanted: readonly Purpose[] | undefined,
): readonly Purpose[] {
  const named = PURPOSES.filter((one) => before.purposes.includes(one) || after.purposes.includes(one));
  return wanted === undefined ? named : named.filter((one) => wanted.includes(one));
}

function frameOf(
  before: Policy,
  after: Policy,
): Pick<PolicyDiff, "effective" | "product" | "purposes" | "holds"> {
  const scopes = ({ holds }: Policy): string => JSON.stringify(holds.map(({ hold, scope }) => [hold, scope]));
  return {
    effective: both(before.effective, after.effective, effectiveKey),
    product: both(before.product, after.product, String),
    holds: scopes(before) === scopes(after) ? undefined : { before: before.holds, after: after.holds },
    purposes: {
      added: after.purposes.filter((one) => !before.purposes.includes(one)),
      removed: before.purposes.filter((one) => !after.purposes.includes(one)),
    },
  };
}

function both<T>(before: T, after: T, key: (value: T) => string): Both<T> {
  return key(before) === key(after) ? undefined : { before, after };
}

/** JSON has no infinite numbers: that a date was always known is written out. */
function effectiveKey({ acknowledged, signedUpSince, fixed }: Policy["effective"]): string {
  return JSON.stringify([
    acknowledged,
    signedUpSince,
    fixed.map(({ at, knownFrom }) => [at, String(knownFrom)]),
  ]);
}
