/**
 * Presidio's own test tables -> **Bars**
 *
 * Its tests ask one recognizer for one type, mostly about a bare number. So a case with a value is
 * right if the recognizers of its type see the value at any score, asked alone: nine digits may as well
 * be six other things. A case without one is right if nothing of its type is acted on. How many values
 * would be acted on with nothing beside them is told for comparison: fewer, on purpose, since without a
 * word beside it nobody can know what a number is.
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

type Recognizer = (typeof RECOGNIZERS)[number];
type Emit = Parameters<NonNullable<Recognizer["atNumber"]>>[2];
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
      const scanner = scanners.get(key) ?? new Scanner(asked.map((one) => only(one, types)));
      scanners.set(key, scanner);
      return find(scanner, text);
    },
  };
}

/** The recognizer, asked for some of its types. */
function only(recognizer: Recognizer, types: ReadonlySet<string>): Recognizer {
  const { atLiteral, atNumber, atToken } = recognizer;
  const kept = (emit: Emit): Emit => {
    return (type, ...rest) => (types.has(type) ? emit(type, ...rest) : undefined);
  };
  return {
    ...recognizer,
    ...(atLiteral && {
      atLiteral: (text, start, end, at, emit) => atLiteral(text, start, end, at, kept(emit)),
    }),
    ...(atNumber && { atNumber: (text, run, emit) => atNumber(text, run, kept(emit)) }),
    ...(atToken && { atToken: (text, start, end, emit) => atToken(text, start, end, kept(emit)) }),
  };
}

export function recognizerBars(alone: Evaluation | undefined, acted: Evaluation | undefined): readonly Bar[] {
  const seen = casesOf(alone, withValue);
  const quiet = casesOf(acted, without);
  return [
    shareBar("recognizer cases right", { atLeast: 0.98 }, seen.right + quiet.right, seen.all + quiet.all),
    ...partBar("  of these with a value, seen by its recognizers", seen),
    ...partBar("  of these without one, nothing acted on", quiet),
    ...partBar("  for comparison, with a value, acted on", casesOf(acted, withValue)),
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

interface AllCases extends Cases {
  /** Types of which not all are right. */
  readonly worst: readonly string[];
}

function casesOf(evaluation: Evaluation | undefined, part: (counts: Counts) => Cases): AllCases {
  const rows = [...(evaluation?.classes ?? [])].map(([type, counts]) => ({ type, ...part(counts) }));
  return {
    right: rows.reduce((sum, row) => sum + row.right, 0),
    all: rows.reduce((sum, row) => sum + row.all, 0),
    worst: rows.filter((row) => row.right < row.all).map((row) => `${row.type} ${row.right}/${row.all}`),
  };
}

/** A part of a bar has no goal of its own. */
function partBar(name: string, { right, all, worst }: AllCases): readonly Bar[] {
  const bar = shareBar(name, { atLeast: 0 }, right, all);
  const rest = worst.length === 0 ? [] : [noteBar(`    not all of ${worst.join(", ")}`)];
  return [{ ...bar, goal: "", isReached: undefined }, ...rest];
}
