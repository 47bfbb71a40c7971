/** CompareTable -> **rows** in words, the same for every form of print */
import { printDocument } from "@proviso/core/terms";
import { dayOf } from "../page/day.ts";
import { oneLine } from "../page/escape.ts";
import type { ComparedDocument, CompareTable, Sight } from "./compare-table.ts";

export const COMPARE_COLUMNS = ["document", "what it says", "quote", "text of", "note"] as const;

export interface CompareRow {
  readonly service: string;
  readonly document: string;
  readonly is: "fact" | "not-found" | "not-visible";
  readonly says: string;
  /** On one line; empty where nothing is quoted. */
  readonly quote: string;
  /** Day on which the text was first seen, in UTC; empty if there is none. */
  readonly seen: string;
  /** Why the document is not seen, or in doubt; empty if it is seen. The same in all rows of a document. */
  readonly sight: string;
  /** About this row alone; empty if there is nothing to add. */
  readonly note: string;
}

/** A document that is not visible has a row that says so before what its last text said. */
export function compareRows({ documents }: CompareTable): readonly CompareRow[] {
  return documents.flatMap(rowsOf);
}

function rowsOf({ document, sight, text, facts }: ComparedDocument): readonly CompareRow[] {
  const common = {
    service: document.service,
    document: printDocument(document),
    quote: "",
    seen: text === undefined ? "" : dayOf(text.at),
    sight: sightText(sight),
    note: "",
  };
  const hidden = { ...common, is: "not-visible", says: "not visible" } as const;
  if (text === undefined) return [hidden];
  const isHidden = sight.is === "not-visible";
  const rows = facts.map(({ says, quote, times, basis }): CompareRow => {
    const notes = [
      isHidden ? "as it was when it was last seen" : "",
      times > 1 ? `said in ${times} sentences` : "",
      basis === "rule" ? "" : `read by ${basis === "model" ? "the model" : "an assistant"}`,
    ];
    return { ...common, is: "fact", says, quote: oneLine(quote), note: notes.filter(Boolean).join("; ") };
  });
  if (isHidden) return [hidden, ...rows];
  return rows.length > 0 ? rows : [{ ...common, is: "not-found", says: "not found in the text" }];
}

function sightText(sight: Sight): string {
  if (sight.is === "seen") return "";
  const since = sight.since === undefined ? "" : ` since ${dayOf(sight.since)}`;
  return `${sight.is === "not-visible" ? "not seen" : "in doubt"}${since}: ${oneLine(sight.reason)}`;
}
