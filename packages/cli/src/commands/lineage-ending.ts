/** What whoever reads a lineage has to know of its limits. */
import type { After } from "@proviso/core/lineage";
import { counted, instantText } from "../terminal/words.ts";
import type { Traced } from "./lineage-view.ts";

export function endingLines({ at, known, erased, foreign }: Traced, after: readonly After[]): string[] {
  const lines = ["", `As of ${instantText(at)}${knownText(known)}.`];
  if (after.some(({ begun }) => begun.length > 0)) {
    lines.push(
      "A run that had already begun is not undone: nothing is taken out of a model that was trained on a conversation.",
    );
  }
  if (after.some(({ recordedAfter }) => recordedAfter.length > 0)) {
    lines.push("What was recorded too late does not show that a run had begun.");
  }
  lines.push("Runs that nobody recorded are not listed.");
  if (erased > 0) {
    lines.push(
      `${counted(erased, "leaf", "leaves")} of the ledger without an opening: what was logged there is not known.`,
    );
  }
  if (foreign > 0) lines.push(`${counted(foreign, "event")} of unknown type, without effect here.`);
  return lines;
}

function knownText(known: number): string {
  return Number.isFinite(known) ? `, by what was recorded until ${instantText(known)}` : "";
}
