/** All decision cases, ours and the shared ones, by what answers them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicySet } from "@proviso/core/policy";
import { type CaseLog, readCases } from "../../../cli/src/cases/case.ts";
import { choosePolicy } from "../../../cli/src/packs/choose.ts";
import { packsFolder } from "../../../cli/src/packs/find.ts";
import { loadPacks } from "../../../cli/src/packs/load.ts";

const root = join(import.meta.dirname, "../../../..");
const own = join(root, "conformance/decision");
const shared = join(root, "../shared/facts/scenarios.json");

export const HAS_SHARED = existsSync(shared);

export interface CasesOf {
  readonly policy: string;
  readonly set: PolicySet;
  readonly logs: readonly (CaseLog & { readonly id: string })[];
}

/** Grouped by product or policy. */
export async function allCases(): Promise<readonly CasesOf[]> {
  const packs = await loadPacks([packsFolder()]);
  const files = readdirSync(own).filter((file) => file.endsWith(".json"));
  const paths = [...files.map((file) => join(own, file)), ...(HAS_SHARED ? [shared] : [])];
  const cases = paths.flatMap((path) => readCases(readFileSync(path, "utf8"), path));
  return [...Map.groupBy(cases, ({ policy }) => policy)].map(([policy, group]) => ({
    policy,
    set: choosePolicy(packs, "", policy).prepared.set,
    logs: group.map(({ id, log }) => ({ ...log, id })),
  }));
}
