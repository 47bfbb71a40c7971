/**
 * Data -> **what can be filtered by** -> the list's controls
 */
import type { Context } from "./context.ts";
import { yearOf } from "./dates.ts";
import { policyKey } from "./filter.ts";
import { reasonText } from "./reasons.ts";
import { countReasons } from "./tally.ts";
import { ANSWERS, answerLabel, fromCode } from "./words.ts";

export interface Facet {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Only those with a choice to make. */
export function facetsOf(context: Context): Facet[] {
  const { data, purpose } = context;
  const values = (all: Iterable<string>) => [...new Set(all)].sort();
  const codes = (all: Iterable<string>) => values(all).map((value) => ({ value, label: fromCode(value) }));
  const years = new Set<number>();
  for (const created of data.created) if (!Number.isNaN(created)) years.add(yearOf(created));
  const facets: Facet[] = [
    {
      name: "answer",
      label: "Answer",
      options: ANSWERS.map((value) => ({ value, label: answerLabel(value) })),
    },
    {
      name: "reason",
      label: "Reason",
      options: countReasons(data, purpose).map(({ key }) => ({
        value: key,
        label: reasonText(key, data.tables.reasons),
      })),
    },
    { name: "surface", label: "Where", options: codes(data.tables.groups.map(({ surface }) => surface)) },
    { name: "mode", label: "Mode", options: codes(data.tables.groups.map(({ mode }) => mode ?? "not said")) },
    { name: "source", label: "Format", options: codes(data.tables.groups.map(({ source }) => source)) },
    {
      name: "year",
      label: "Year",
      options: [...years].sort().map((year) => ({ value: String(year), label: String(year) })),
    },
    {
      name: "policy",
      label: "Policy",
      options: values(
        data.tables.shapes.flatMap(({ policies }) => policies.map((each) => policyKey(data, each))),
      ).map((value) => ({ value, label: value })),
    },
  ];
  return facets.filter(({ name, options }) => name === "answer" || options.length > 1);
}
