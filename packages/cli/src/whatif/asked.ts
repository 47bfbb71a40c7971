/**
 * `--from`, `--to`, `--on` -> **Asked**: what is compared with what -> run
 *
 * Three forms: two versions at one instant, two instants under the same policies, and a day. A day on
 * which versions become binding is asked against the world in which they had not come: who accepted them
 * earlier sees what they changed, too. docs/what-if.md says it for people.
 */
import { statSync } from "node:fs";
import { ProvisoError } from "@proviso/core";
import { type Prepared, prepare } from "@proviso/core/decision";
import type { Policy, PolicySet } from "@proviso/core/policy";
import {
  type Asking,
  dayQuestion,
  instantsQuestion,
  versionsQuestion,
  type WhatIfQuestion,
} from "@proviso/core/whatif";
import { parseInstantOption } from "../commands/instant-option.ts";
import { wantedFor } from "../packs/choose.ts";
import { loadPacks, type Packs } from "../packs/load.ts";
import { policyAt } from "../packs/policy-at.ts";
import type { Decided, Question } from "../pipeline/question.ts";
import { dateText, instantText } from "../terminal/words.ts";

export interface AskedOptions {
  readonly from?: string;
  readonly to?: string;
  readonly on?: string;
  readonly at?: number;
}

export interface Asked {
  /** For people: what stands on each side. */
  readonly before: string;
  readonly after: string;
  /** What opens the inputs; its instant is that of `after`. */
  readonly question: Question;
  /** The earlier of the two instants: what is undated in an export had begun by then, or cannot be compared. */
  readonly earliest: number;
  /** Undefined where the change is of another product than the conversation's. */
  sidesFor(decided: Pick<Decided, "prepared">): WhatIfQuestion | undefined;
  /** The sides of two versions, whatever they are held against; undefined: they hang on the product. */
  readonly standing?: WhatIfQuestion;
  /** Versions that become binding on the day asked for; filled while conversations are read. */
  readonly due: ReadonlySet<string>;
}

const DAY = 86_400_000;
const BEGINS_LIKE_A_DATE = /^\d{4}-\d\d-\d\d(?:$|[Tt ])/;
const NOTHING: ReadonlySet<string> = new Set();

/** @param question as the options that all commands share have it; @param now epoch milliseconds */
export async function askedOf(options: AskedOptions, question: Question, now: number): Promise<Asked> {
  const { from, to, on } = options;
  if (on !== undefined) {
    if (from !== undefined || to !== undefined || options.at !== undefined) {
      throw usage("`--on` stands alone", "leave out `--from`, `--to` and `--at`");
    }
    return onDay(on, question, now);
  }
  if (from === undefined || to === undefined) {
    throw usage(
      "say what is compared with what",
      "`--on 2025-10-08` for a day, `--from` and `--to` for two versions (`policy@version`, files, folders) or two dates",
    );
  }
  const [isOld, isNew] = [isInstant(from), isInstant(to)];
  if (isOld !== isNew) {
    throw usage(`\`${from}\` and \`${to}\` cannot be compared`, "name two versions, or two dates");
  }
  if (isOld) {
    if (options.at !== undefined) throw usage("`--at` has no meaning beside two dates", "leave it out");
    const instants = [parseInstantOption("--from", from, now), parseInstantOption("--to", to, now)] as const;
    return betweenInstants(instants, question);
  }
  const [oldFolder, newFolder] = [isFolder(from), isFolder(to)];
  if (oldFolder !== newFolder) {
    throw usage(`\`${from}\` and \`${to}\` cannot be compared`, "name two policies, or two folders of them");
  }
  return oldFolder ? betweenFolders(from, to, question) : betweenVersions(from, to, question);
}

/** Since the packs of a product are chosen by the input's format, what depends on them is made on the way. */
function memo(make: (prepared: Prepared) => WhatIfQuestion): (prepared: Prepared) => WhatIfQuestion {
  const made = new Map<Prepared, WhatIfQuestion>();
  return (prepared) => {
    let one = made.get(prepared);
    if (one === undefined) {
      one = make(prepared);
      made.set(prepared, one);
    }
    return one;
  };
}

function onDay(text: string, asked: Question, now: number): Asked {
  const start = parseInstantOption("--on", text, now);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text.trim());
  const end = isDay ? start + DAY - 1 : start;
  const named = new Set<string>();
  const sides = memo((prepared) => {
    const { question, due } = dayQuestion(prepared, [start, end], askingOf(asked));
    for (const { id, version } of due) named.add(`${id}@${version}`);
    return question;
  });
  return {
    before: `before ${instantText(start)}`,
    after: isDay ? `at the end of ${dateText(start)}` : `from ${instantText(start)}`,
    question: { ...asked, at: end },
    earliest: start - 1,
    sidesFor: ({ prepared }) => sides(prepared),
    due: named,
  };
}

function betweenInstants([from, to]: readonly [number, number], asked: Question): Asked {
  const sides = memo((prepared) => instantsQuestion(prepared, [from, to], askingOf(asked)));
  return {
    before: instantText(from),
    after: instantText(to),
    question: { ...asked, at: to },
    earliest: Math.min(from, to),
    sidesFor: ({ prepared }) => sides(prepared),
    due: NOTHING,
  };
}

async function betweenVersions(from: string, to: string, asked: Question): Promise<Asked> {
  const { at, policies } = asked;
  const [before, after] = [await policyAt(from, policies), await policyAt(to, policies)];
  const packs = await loadPacks(policies, wantedFor([], after.product));
  const sides = versionsQuestion(
    { before, after, around: packs.sets.get(after.product) },
    at,
    askingOf(asked),
  );
  const products = new Set([before.product, after.product]);
  // Someone's own policy, of a product that no pack has, governs whatever is given.
  const isAny = ![...products].some((product) => packs.sets.has(product));
  const policy = asked.policy ?? (packs.sets.has(after.product) ? after.product : undefined);
  return {
    before: nameOf(before, from),
    after: nameOf(after, to),
    question: { ...asked, ...(policy === undefined ? {} : { policy }) },
    earliest: at,
    sidesFor: ({ prepared }) => (isAny || products.has(prepared.set.product) ? sides : undefined),
    standing: sides,
    due: NOTHING,
  };
}

function askingOf({ known, purposes, items }: Question): Asking {
  return { known, purposes, items };
}

async function betweenFolders(from: string, to: string, asked: Question): Promise<Asked> {
  const { at, known } = asked;
  const [old, now] = [await loadPacks([from]), await loadPacks([to])];
  const sides = memo(({ set: { product } }): WhatIfQuestion => {
    const after = prepare(setIn(now, product));
    return {
      before: { prepared: prepare(setIn(old, product)), at, known },
      after: { prepared: after, at, known },
      dating: { prepared: after, since: undefined, until: at },
      ...askingOf(asked),
    };
  });
  return {
    before: from,
    after: to,
    question: { ...asked, policies: [to] },
    earliest: at,
    sidesFor: ({ prepared }) => sides(prepared),
    due: NOTHING,
  };
}

function setIn(packs: Packs, product: string): PolicySet {
  const set = packs.sets.get(product);
  if (set !== undefined) return set;
  throw new ProvisoError("NOT_FOUND", `no policy of \`${product}\` is in \`${packs.folder}\``, {
    hint: `there are policies of ${[...packs.sets.keys()].map((one) => `\`${one}\``).join(", ")}`,
  });
}

function nameOf({ id, version }: Policy, given: string): string {
  return /\.ya?ml$/i.test(given) ? `${id}@${version} (${given})` : `${id}@${version}`;
}

function isInstant(text: string): boolean {
  return BEGINS_LIKE_A_DATE.test(text) || text === "now";
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function usage(message: string, hint: string): ProvisoError {
  return new ProvisoError("USAGE", message, { hint });
}
