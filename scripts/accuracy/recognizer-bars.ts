/**
 * Presidio's own test tables -> **Bars**
 *
 * Its tests ask one recognizer alone, mostly about a bare number. So a number that should be found
 * counts as known if the recognizers of its type see it at any score, asked alone: among all of them,
 * nine digits may as well be six other things. What should not be found must not be acted on. How many
 * are acted on with nothing beside them is told too; there is no bar for it, since without a word
 * beside it nobody can know what a number is.
 */
import {
  type Evaluation,
  type evaluate,
  find,
  type labelsOf,
  RECOGNIZERS,
  Scanner,
} from "@proviso/core/redact";
import { type Bar, noteBar, shareBar } from "./bar.ts";

type Counts = Evaluation["classes"] extends ReadonlyMap<string, infer Each> ? Each : never;

type Labels = ReturnType<typeof labelsOf>;
type Alone = Pick<Parameters<typeof evaluate>[1], "claims" | "find">;

/** What the recognizers find that answer the labels a document is about, and no others. */
export function aloneFindings(labels: Labels): Alone {
  const scanners = new Map<string, Scanner>();
  return {
    claims: new Set(RECOGNIZERS.flatMap((one) => one.types)),
    find: ({ text, about = [] }) => {
      const classes = about.flatMap((label) => labels.classOf(label) ?? []);
      const types = new Set(classes.flatMap((name) => labels.typesOf(name)));
      const key = [...types].join(" ");
      const asked = RECOGNIZERS.filter((one) => one.types.some((type) => types.has(type)));
      const scanner = scanners.get(key) ?? new Scanner(asked);
      scanners.set(key, scanner);
      return find(scanner, text);
    },
  };
}

export function recognizerBars(alone: Evaluation | undefined, acted: Evaluation | undefined): readonly Bar[] {
  return [
    ...casesBar("recognizer cases with a value, seen by its recognizers", alone, withValue, {
      atLeast: 0.98,
    }),
    ...casesBar("recognizer cases without one, nothing acted on", acted, without, { atLeast: 0.98 }),
    ...casesBar("recognizer cases with a value, acted on", acted, withValue, undefined),
  ];
}

interface Cases {
  readonly right: number;
  readonly all: number;
}

/** A clean text is right if nothing alarmed; the other right ones hold a value. */
function withValue({ documents, right, clean, alarmed }: Counts): Cases {
  return { right: right - (clean - alarmed), all: documents - clean };
}

function without({ clean, alarmed }: Counts): Cases {
  return { right: clean - alarmed, all: clean };
}

function casesBar(
  name: string,
  evaluation: Evaluation | undefined,
  casesOf: (counts: Counts) => Cases,
  goal: { readonly atLeast: number } | undefined,
): readonly Bar[] {
  const rows = [...(evaluation?.classes ?? [])].map(([type, counts]) => ({ type, ...casesOf(counts) }));
  const right = rows.reduce((sum, row) => sum + row.right, 0);
  const all = rows.reduce((sum, row) => sum + row.all, 0);
  const bar = shareBar(name, goal ?? { atLeast: 0 }, right, all);
  const worst = rows.filter((row) => row.right < row.all).map((row) => `${row.type} ${row.right}/${row.all}`);
  return [
    goal === undefined ? { ...bar, goal: "", isReached: undefined } : bar,
    ...(worst.length === 0 ? [] : [noteBar(`  not all of ${worst.join(", ")}`)]),
  ];
}
