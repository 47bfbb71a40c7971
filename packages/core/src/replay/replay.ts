/**
 * ledger -> **Replay**: logged decisions, made again
 *
 * A decision is a reading of events under policies. With the events and the policies at hand it can be
 * made again at any time, and must come out as it was logged; where it does not, something of the
 * three is not what it was.
 */
import * as z from "zod";
import type { PrintedDecision } from "../decision/print-decision.ts";

const name = z.string();
const instant = z.iso.datetime({ offset: true });

/** What a leaf of kind `decision` holds, and a line that `proviso decide` prints. */
export const LOGGED_DECISION = z.looseObject({
  product: name,
  account: name.nullable(),
  conversation: name.nullable(),
  item: name.nullable(),
  sources: z
    .array(name)
    .exactOptional()
    .describe("Sources of the events it rests on; a ledger may hold those of others too."),
  at: instant,
  known: instant.nullable(),
  policies: z.array(z.looseObject({ id: name, version: name, digest: name })),
  asked: z.array(name).nullable().exactOptional().describe("Purposes that were asked for; null for all."),
  uses: z.array(z.looseObject({ purpose: name, use: name, exposure: name, reason: name })).min(1),
  clocks: z.array(z.looseObject({ clock: name, copy: name, bound: name, until: name.nullable() })),
  keep: z.array(z.looseObject({ copy: name, until: name.nullable(), atLeast: name.nullable() })),
  runs: z.array(name),
});

export type LoggedDecision = Readonly<z.infer<typeof LOGGED_DECISION>>;

/** One field that came out otherwise; `undefined` where it is not there at all. */
export interface Difference {
  /** As `uses[train-general].use`. */
  readonly field: string;
  readonly logged: unknown;
  readonly replayed: unknown;
}

/** Why a decision could not be made again. */
export type Hindrance = "policy-missing" | "policy-changed" | "product-unknown";

export interface Replayed {
  readonly decision: LoggedDecision;
  /** Undefined where nothing hindered it. */
  readonly hindrance: Hindrance | undefined;
  /** What was missing, as `id@version sha256:…`. */
  readonly missing: readonly string[];
  /** Empty for a decision that came out as it was logged. */
  readonly differences: readonly Difference[];
  /** What the events and policies give now; undefined where it could not be made. */
  readonly replayed: PrintedDecision | undefined;
}
