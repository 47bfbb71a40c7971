/**
 * Files x engine x baseline -> **CheckResult**
 */
import type { Sizes } from "../redact/cut.ts";
import type { Engine } from "../redact/engine.ts";
import { inOrder } from "../threads/in-order.ts";
import { type Baseline, KnownFindings } from "./baseline.ts";
import type { GateFiles } from "./files.ts";
import type { GateFinding } from "./gate-finding.ts";
import { gatePieces } from "./gate-pieces.ts";
import { ownPapers } from "./own-papers.ts";
import type { Permitted } from "./permitted.ts";
import type { CheckResult, Reported } from "./result.ts";
import type { ScanPool } from "./scan-pool.ts";

/** So many are held and listed; beyond, they are counted. */
const MOST_LISTED = 100_000;

export interface Check {
  readonly files: GateFiles;
  readonly pool: ScanPool;
  /** For the places where a line that is too long can be cut. */
  readonly engine: () => Engine;
  readonly sizes: Sizes;
  readonly baseline: Baseline;
  readonly isFailing: (finding: GateFinding) => boolean;
  readonly permitted: Permitted | undefined;
  /** Files of the baseline that this check would see if they were there. */
  readonly isInScope: (path: string) => boolean;
  readonly onProgress: (bytes: number) => void;
}

export async function check(checked: Check): Promise<CheckResult> {
  const { files, pool, engine, sizes, baseline, isFailing } = checked;
  const known = new KnownFindings(baseline);
  const findings: Reported[] = [];
  const counts = new Map<string, number>();
  const damaged: string[] = [];
  let bytes = 0;
  let more = 0;
  let failing = 0;
  const onFinding = (finding: GateFinding): void => {
    if (known.has(finding)) return;
    counts.set(finding.type, (counts.get(finding.type) ?? 0) + 1);
    const fails = isFailing(finding);
    if (fails) failing += 1;
    if (findings.length < MOST_LISTED) findings.push({ ...finding, isFailing: fails });
    else more += 1;
  };
  const passedOver = [...files.passedOver];
  let texts = 0;
  const onFile = (path: string, isText: boolean): void => {
    if (isText) texts += 1;
    else passedOver.push({ path, reason: "binary" });
  };
  const own = await ownPapers(files.files);
  const pieces = gatePieces(files.files, { sizes, engine, own, onFile });
  for await (const scanned of inOrder(pieces, (piece) => pool.run(piece), pool.ahead)) {
    for (const finding of scanned.findings) onFinding(finding);
    bytes += scanned.bytes;
    checked.onProgress(bytes);
    if (scanned.isDamaged && damaged.at(-1) !== scanned.path) damaged.push(scanned.path);
  }
  return {
    files: texts,
    bytes,
    findings,
    more,
    counts: new Map(
      [...counts].sort(([one, times], [other, often]) => often - times || (one < other ? -1 : 1)),
    ),
    failing,
    permitted: checked.permitted,
    passedOver,
    damaged,
    known: known.known,
    stale: known.stale(checked.isInScope),
  };
}
