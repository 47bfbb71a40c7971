/** What an export lists in full -> **Event**: inside it, absence is knowledge. */
import type { Source, SourceFile } from "../sources/source.ts";
import type { Event } from "./event.ts";
import { encode } from "./subject.ts";
import { BEGINNING } from "./time.ts";

export interface CompletenessContext {
  /** CloudEvents `source` of the event. */
  readonly source: string;
  /**
   * The account the export belongs to; `""` for one that is not named. Left out, the export speaks
   * for every account of the log: only for a log that holds nothing but what was read from it.
   */
  readonly account?: string;
}

/** None for a format that is complete for nothing. Open-ended, from the beginning. */
export function completeness(
  source: Pick<Source, "id" | "completeFor">,
  files: readonly SourceFile[],
  context: CompletenessContext,
): readonly Event[] {
  const kinds = source.completeFor(files);
  if (kinds.length === 0) return [];
  return [
    {
      id: ["complete", source.id, context.account ?? "*", ...kinds].map(encode).join("/"),
      source: context.source,
      type: "log-complete",
      account: context.account,
      conversation: undefined,
      at: BEGINNING,
      recorded: BEGINNING,
      data: { kinds },
    },
  ];
}
