/**
 * Obligations of the rules that let a conversation in -> who keeps each of them
 *
 * The profile keeps some by what it replaces, the export others by what it leaves out. The rest are
 * duties of whoever uses the export and are named in the manifest as open: nobody may take an export for
 * free of duties because its maker could not keep them.
 */
import { OBLIGATIONS } from "../redact/profile/obligation-table.ts";

export interface Duty {
  /** Before the export left its maker. */
  readonly kept: boolean;
  readonly says: string | null;
}

export function dutyOf(obligation: string): Duty {
  const known = knownDuty(obligation);
  return { kept: known !== undefined && known.by !== "use", says: known?.says ?? null };
}

/** Whether ids must stay away from the conversation's line even where they were asked for. */
export function forbidsIds(obligations: readonly string[]): boolean {
  return obligations.some((one) => {
    const known = knownDuty(one);
    return known?.by === "export" && known.unlinks === true;
  });
}

function knownDuty(obligation: string): (typeof OBLIGATIONS)[string] | undefined {
  return Object.hasOwn(OBLIGATIONS, obligation) ? OBLIGATIONS[obligation] : undefined;
}
