/** Words that do not belong into the docs: promises of later work, traces of how they were written, adornment */
import type { Document } from "./document.ts";
import type { Problem } from "./problem.ts";

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TODO|FIXME|TBD|XXX)\b/, "says that something is missing: do it, or leave it out"],
  [/\blorem ipsum\b/i, "is not text"],
  [/(?<![\w-])\/(?:home|root|Users)\/\w/, "is a path of one machine"],
  [/\b(?:this|that|next|previous|another|our|my) session\b/i, "tells how the text came about"],
  [/\bissue #?\d+\b/i, "is a number that readers cannot look up"],
  [/\bregistry\.[a-z]+\.[a-z]+/i, "is the host of a registry"],
  [
    /\b(?:seamless(?:ly)?|effortless(?:ly)?|powerful|cutting-edge|blazing(?:ly)?|world-class|robust|leverag(?:e|es|ing)|state-of-the-art)\b/i,
    "is adornment",
  ],
];

export function checkWords(documents: readonly Document[]): readonly Problem[] {
  return documents.flatMap(({ file, lines }) =>
    lines.flatMap((text, index) =>
      FORBIDDEN.flatMap(([pattern, why]) => {
        const word = pattern.exec(text)?.[0];
        return word === undefined ? [] : [{ file, line: index + 1, message: `\`${word}\` ${why}` }];
      }),
    ),
  );
}
