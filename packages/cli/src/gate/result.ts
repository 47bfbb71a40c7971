/** What a check came to: what every output is made from. */
import type { BaselineEntry } from "./baseline.ts";
import type { PassedOver } from "./files.ts";
import type { GateFinding } from "./gate-finding.ts";
import type { Permitted } from "./permitted.ts";

export interface Reported extends GateFinding {
  /** False for a group that `--fail-on` does not name. */
  readonly isFailing: boolean;
}

export interface CheckResult {
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly Reported[];
  /** Findings beyond those that are kept, which are counted and not listed. */
  readonly more: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly failing: number;
  /** Undefined where no purpose was named. */
  readonly permitted: Permitted | undefined;
  readonly passedOver: readonly PassedOver[];
  readonly damaged: readonly string[];
  readonly known: number;
  readonly stale: readonly BaselineEntry[];
}

/** Something that must not pass: a finding that fails, or a conversation that is not permitted. */
export function isClean({ failing, permitted }: CheckResult): boolean {
  return (
    failing === 0 &&
    (permitted === undefined || (permitted.unpermitted.length === 0 && permitted.unread === 0))
  );
}
