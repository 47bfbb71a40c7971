/**
 * Files x engine x baseline -> **CheckResult**
 */
import type { Sizes } from "../redact/cut.ts";
import type { Engine } from "../redact/engine.ts";
import { type Baseline, KnownFindings } from "./baseline.ts";
import type { GateFiles } from "./files.ts";
import type { GateFinding } from "./gate-finding.ts";
import type { Permitted } from "./permitted.ts";
import type { CheckResult, Reported } from "./result.ts";
import { scanFile } from "./scan-file.ts";

/** So many are held and listed; beyond, they are counted. */
const MOST_LISTED = 100_000;

export interface Check {
  readonly files: GateFiles;
  readonly engine: Engine;
  readonly sizes: Sizes;
  readonly baseline: Baseline;
  readonly isFailing: (finding: GateFinding) => boolean;
  readonly permitted: Permitted | undefined;
  /** Files of the baseline that this check would see if they were there. */
  readonly isInScope: (path: string) => boolean;
  readonly onProgress: (bytes: number) => void;
}

export async function check(checked: Check): Promise<CheckResult> {
  const { files, engine, baseline, isFailing } = checked;
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
  for (const file of files.files) {
    const scanned = await scanFile(file, engine, { salt: baseline.salt, sizes: checked.sizes }, onFinding);
    if (scanned === undefined) {
      passedOver.push({ path: file.path, reason: "binary" });
      continue;
    }
    texts += 1;
    bytes += scanned.bytes;
    checked.onProgress(bytes);
    if (scanned.isDamaged) damaged.push(file.path);
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
