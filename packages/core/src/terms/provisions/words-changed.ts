/** Two texts -> **ChangedWords**: what a reader is shown beside the facts */
import { diffWordsWithSpace } from "diff";
import { follow } from "./follow.ts";
import type { Provision, Succession } from "./provision.ts";
import { split } from "./split.ts";

export interface ChangedWords {
  /** Headings, from the outermost in. */
  readonly path: readonly string[];
  readonly fate: Succession["fate"];
  readonly parts: readonly { readonly is: "same" | "gone" | "come"; readonly text: string }[];
}

/** Longer pairs are shown as one text in place of the other: finding the words would take too long. */
const LONGEST = 20_000;

/** Provisions that were reworded, split, merged, added or removed, in the order of the text after. */
export function wordsChanged(before: string, after: string): readonly ChangedWords[] {
  const { succession } = follow(split(before), split(after));
  return succession
    .filter(({ fate }) => fate !== "same" && fate !== "moved")
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((one) => {
      const was = textOf(one.before);
      const is = textOf(one.after);
      return { path: (one.after[0] ?? one.before[0])?.path ?? [], fate: one.fate, parts: partsOf(was, is) };
    });
}

function placeOf({ before, after }: Succession): number {
  return after[0]?.start ?? before[0]?.start ?? 0;
}

function textOf(provisions: readonly Provision[]): string {
  return provisions.map(({ text }) => text.trim()).join("\n");
}

function partsOf(was: string, is: string): ChangedWords["parts"] {
  if (was === "") return [{ is: "come", text: is }];
  if (is === "") return [{ is: "gone", text: was }];
  if (was.length + is.length > LONGEST) {
    return [
      { is: "gone", text: was },
      { is: "come", text: is },
    ];
  }
  return diffWordsWithSpace(was, is).map(({ added, removed, value }) => ({
    is: added ? "come" : removed ? "gone" : "same",
    text: value,
  }));
}
