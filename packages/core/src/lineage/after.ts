/**
 * Stop x runs x manifests -> **After**: which runs had begun, by two clocks
 *
 * That a run had begun excuses it, so it must be shown: by when it began, and by when that was recorded.
 * A start that was written down once the stop was known may have been dated back.
 */
import type { LineageHistory } from "./history.ts";
import type { After, LaterManifest, LineageManifest, Run, RunMembers, Stop } from "./lineage.ts";

export function afterStop(
  stop: Stop,
  history: LineageHistory,
  conversations: readonly string[],
  runs: readonly Run[],
  manifests: readonly LineageManifest[],
): After {
  const groups: Record<Group, RunMembers[]> = { begun: [], recordedAfter: [], unaware: [], later: [] };
  for (const run of runs) {
    if (!concerns(stop, run.purposes) || conversations.length === 0) continue;
    const use = { run, members: history.membersOfRun(run, conversations) };
    const group = groupOf(run, stop);
    if (group === "later" || isTouched(use)) groups[group].push(use);
  }
  const later = manifests
    .filter((one) => one.at >= stop.at && concerns(stop, [one.purpose]) && conversations.length > 0)
    .map(
      (manifest): LaterManifest => ({
        manifest,
        members: history.membersOfManifest(manifest, conversations),
        knew: knew(manifest, stop),
      }),
    );
  return { stop, ...groups, manifests: later };
}

/** Whether it took something in, or nobody can tell that it did not. */
export function isTouched({ members }: RunMembers): boolean {
  return members.included.length > 0 || members.unknown.length > 0;
}

type Group = "begun" | "recordedAfter" | "unaware" | "later";

/** What happened at the same instant has no order that is known: it does not count as before. */
function groupOf({ startedAt, recorded }: Run, stop: Stop): Group {
  if (startedAt >= stop.at) return startedAt < stop.recorded ? "unaware" : "later";
  return recorded < stop.recorded ? "begun" : "recordedAfter";
}

/** What was for no stated purpose may have been for this one. */
function concerns({ purpose }: Stop, purposes: readonly string[]): boolean {
  return purpose === undefined || purposes.length === 0 || purposes.includes(purpose);
}

function knew({ at, known }: LineageManifest, stop: Stop): boolean | undefined {
  if (known !== undefined) return known >= stop.recorded;
  return at >= stop.recorded ? true : undefined;
}
