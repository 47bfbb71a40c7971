/** **TermsChange**: what changed between two versions, as facts on axes. */
import type { Axis, AxisFact } from "../axes/axis.ts";
import type { DocumentName } from "../document.ts";

/** For the user. `mixed`: better in one value, worse in another. `undetermined`: no ordering is defined. */
export const DIRECTIONS = ["worse", "better", "neutral", "mixed", "undetermined"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface AxisChange {
  readonly axis: Axis;
  readonly kind: "added" | "removed" | "changed";
  readonly before: AxisFact | undefined;
  readonly after: AxisFact | undefined;
  readonly direction: Direction;
  /** Which ordering says so: "kept longer: P30D → P5Y". */
  readonly why: string;
}

export const IMPACT_LEVELS = ["none", "low", "medium", "high", "critical"] as const;
export type ImpactLevel = (typeof IMPACT_LEVELS)[number];

/** scope × severity × default × reversibility; weights in `data/impact-weights.ts`. */
export interface Impact {
  /** From 0 to 100. */
  readonly score: number;
  readonly level: ImpactLevel;
  readonly parts: {
    readonly scope: number;
    readonly severity: number;
    readonly default: number;
    readonly reversibility: number;
  };
  readonly reasons: readonly string[];
}

export interface RegulationTouched {
  /** `GDPR Art. 13(3)`, `CCPA §1798.130(a)(5)`, `EU AI Act Art. 10`. */
  readonly provision: string;
  /** `EU`, `UK`, `US-CA`, `US`. */
  readonly jurisdiction: string;
  readonly axis: Axis;
  readonly reason: string;
}

/** Three clocks of a change. Instants: milliseconds since 1970, UTC; days begin at 00:00 UTC. */
export interface ChangeClocks {
  readonly firstSeen: number;
  /** The document's own "last updated". */
  readonly stated: { readonly at: number; readonly quote: string } | undefined;
  readonly inForce:
    | { readonly is: "day"; readonly at: number; readonly quote: string }
    | { readonly is: "per-account"; readonly latest: number | undefined; readonly quote: string }
    | undefined;
  /** The text moved under an unmoved date. */
  readonly isSilent: boolean;
}

/** The vendor's own promise of notice, held against what it did. */
export interface NoticeCheck {
  /** ISO 8601 period that was promised, if a number was. */
  readonly promised: string | undefined;
  readonly quote: string;
  /** Days from first seen to in force; undefined if that is not known. */
  readonly givenDays: number | undefined;
  readonly kept: "yes" | "no" | "unknown";
  readonly reason: string;
}

export interface TermsChange {
  readonly document: DocumentName;
  /** Ids of the two versions, and when each was first seen. */
  readonly before: { readonly id: string; readonly at: number };
  readonly after: { readonly id: string; readonly at: number };
  readonly changes: readonly AxisChange[];
  readonly direction: Direction;
  readonly impact: Impact;
  readonly regulations: readonly RegulationTouched[];
  readonly clocks: ChangeClocks;
  readonly notice: NoticeCheck | undefined;
  /** Provisions per fate. */
  readonly provisions: Readonly<Record<string, number>>;
  /** In plain words, from the facts alone. */
  readonly summary: string;
}
