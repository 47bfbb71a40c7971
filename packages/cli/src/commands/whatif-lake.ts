/**
 * `proviso whatif --lake`: the same question over tables, decided by the engine that comes along
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ProvisoError } from "@proviso/core";
import { prepare } from "@proviso/core/decision";
import type { PolicySet } from "@proviso/core/policy";
import type { WhatIfQuestion } from "@proviso/core/whatif";
import type { LakeProgress, LakeSide, LakeWhatIf } from "@proviso/lake";
import { refuseOwnInput } from "../output/own-input.ts";
import { print } from "../output/stdout.ts";
import { writeError } from "../output/write-error.ts";
import { EXIT } from "../terminal/print-error.ts";
import { startStepProgress } from "../terminal/step-progress.ts";
import { untilInterrupted } from "../terminal/until-interrupted.ts";
import { type Asked, askedOf } from "../whatif/asked.ts";
import type { Imported } from "./import-problems.ts";
import { namedSet } from "./named-set.ts";
import type { Context, WhatIfOptions } from "./options.ts";
import { questionOf } from "./question.ts";
import { whatIfFails } from "./whatif-fails.ts";
import { whatIfJson } from "./whatif-json.ts";
import { whatIfText } from "./whatif-text.ts";

const STEPS: Readonly<Record<LakeProgress["step"], string>> = {
  reading: "reading",
  checking: "checking",
  parting: "parting",
  writing: "comparing",
};

export async function whatIfLake(
  context: Context,
  paths: readonly string[],
  options: WhatIfOptions,
): Promise<number> {
  const { terminal, now } = context;
  const inputs = options.lake ?? [];
  refuse(paths, options);
  if (options.list !== undefined) refuseOwnInput(options.list, inputs);
  const asked = await askedOf(options, questionOf(inputs, options, context), now);
  const { question, madeFor } = await sidesOf(asked);
  // Loaded when it is needed: the engine is large.
  const { compareLake, DEFAULT_MEMORY } = await import("@proviso/lake");
  const progress = startStepProgress<LakeProgress["step"]>(terminal, STEPS);
  try {
    const result = await untilInterrupted(async (signal) =>
      compareLake({
        inputs,
        before: sideOf(question.before),
        after: sideOf(question.after),
        madeFor,
        isAtGiven: options.at !== undefined || options.known !== undefined,
        purposes: question.purposes,
        list: options.list,
        work: await workFolder(options.work),
        buckets: options.buckets,
        memory: options.memory ?? DEFAULT_MEMORY,
        threads: options.threads,
        signal,
        onProgress: ({ step, done, all }) => progress.update(step, done, all),
      }),
    );
    progress.done();
    const frame = {
      before: asked.before,
      after: asked.after,
      due: [...asked.due],
      elsewhere: 0,
      list: options.list === undefined ? null : resolve(options.list),
      html: null,
    };
    const { found } = result;
    await print(
      terminal.json ? whatIfJson(found, frame) : whatIfText(found, frame, importedBy(result), terminal),
    );
    return whatIfFails(found, options.failOn) ? EXIT.failed : EXIT.ok;
  } catch (error) {
    throw writeError(error, options.list ?? options.work ?? tmpdir());
  } finally {
    progress.done();
  }
}

/** What asks single conversations, or reads something else. */
function refuse(paths: readonly string[], options: WhatIfOptions): void {
  const other = paths[0];
  if (other !== undefined) {
    throw new ProvisoError("USAGE", `\`${other}\` and \`--lake\` are two inputs`, {
      hint: "name exports, or tables with `--lake`",
    });
  }
  const option = (["account", "events", "items", "html", "strict"] as const).find(
    (name) => options[name] !== undefined,
  );
  if (option === undefined) return;
  const hint = {
    account: "tables of events hold what is known of the accounts",
    events: "name the tables of events with `--lake`",
    items: "items are counted for exports only",
    html: "a report has a page per conversation; `--list` writes what changes, `--json` has the counts",
    strict: "tables are always refused at the first rows that are wrong",
  };
  throw new ProvisoError("USAGE", `\`--${option}\` cannot be asked with \`--lake\``, { hint: hint[option] });
}

interface Sides {
  readonly question: WhatIfQuestion;
  /** The policies that a table of facts was made for, as far as the options say. */
  readonly madeFor: readonly PolicySet[];
}

async function sidesOf({ question: { policy, policies }, standing, sidesFor }: Asked): Promise<Sides> {
  if (policy === undefined) {
    if (standing !== undefined) return { question: standing, madeFor: [] };
    throw new ProvisoError("USAGE", "a table does not say of which product it is", {
      hint: "name its product with `--policy`",
    });
  }
  const set = await namedSet({ policy, policies });
  const question = sidesFor({ prepared: prepare(set) });
  if (question !== undefined) return { question, madeFor: [set] };
  throw new ProvisoError("USAGE", `the change is of another product than \`${policy}\``, {
    hint: "name the product of the table, or leave out `--policy`",
  });
}

function sideOf({ prepared, at, known }: WhatIfQuestion["before"]): LakeSide {
  return { set: prepared.set, at, known: Number.isFinite(known) ? known : undefined };
}

async function workFolder(given: string | undefined): Promise<string> {
  const parent = given ?? tmpdir();
  try {
    if (given !== undefined && !existsSync(given)) await mkdir(given);
    return await mkdtemp(join(parent, "proviso-whatif-"));
  } catch (error) {
    throw writeError(error, parent);
  }
}

function importedBy({ notes, foreign }: LakeWhatIf): Imported {
  return { inputs: [], notes, history: { timeline: undefined, events: 0, foreign } };
}
