/**
 * `proviso lake facts`, `decide`, `due`: tables in, tables out, by the engine that comes along
 */
import { ProvisoError } from "@proviso/core";
import type { LakeManifest, LakeProgress, LakeResult, LakeTable } from "@proviso/lake";
import { print } from "../output/stdout.ts";
import { writeError } from "../output/write-error.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { startStepProgress } from "../terminal/step-progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { untilInterrupted } from "../terminal/until-interrupted.ts";
import { versionOf } from "../terminal/version.ts";
import { count, counted } from "../terminal/words.ts";
import type { LakeOptions } from "./lake-options.ts";
import { namedSet } from "./named-set.ts";
import type { Context } from "./options.ts";
import { purposeOf } from "./question.ts";

export async function lakeFacts(
  context: Context,
  paths: readonly string[],
  options: LakeOptions,
): Promise<number> {
  return await runTables(context, paths, options, ["facts"]);
}

export async function lakeDecide(
  context: Context,
  paths: readonly string[],
  options: LakeOptions,
): Promise<number> {
  if (options.clocks === true && options.items === true) {
    throw new ProvisoError("USAGE", "items have no clocks", { hint: "leave out --clocks or --items" });
  }
  return await runTables(context, paths, options, [
    "decisions",
    ...(options.clocks ? ["clocks" as const] : []),
  ]);
}

export async function lakeDue(
  context: Context,
  paths: readonly string[],
  options: LakeOptions,
): Promise<number> {
  return await runTables(context, paths, options, ["due"]);
}

async function runTables(
  { terminal, now }: Context,
  paths: readonly string[],
  options: LakeOptions,
  tables: readonly LakeTable[],
): Promise<number> {
  const from = options.facts === true ? "facts" : "events";
  if (from === "facts" && (options.at !== undefined || options.known !== undefined)) {
    throw new ProvisoError("USAGE", "a table of facts says itself for which instant it is", {
      hint: "leave out --at and --known, or decide from the events",
    });
  }
  const set = await namedSet(options);
  // Loaded when it is needed: the engine is large.
  const { runLake } = await import("@proviso/lake");
  const progress = startStepProgress<LakeProgress["step"]>(terminal, STEPS);
  try {
    const result = await untilInterrupted((signal) =>
      runLake({
        tables,
        inputs: paths,
        from,
        set,
        purposes: options.purpose?.map(purposeOf),
        items: options.items ?? false,
        at: options.at ?? now,
        isAtGiven: options.at !== undefined,
        known: options.known,
        out: options.out,
        work: options.work,
        resume: options.resume ?? false,
        force: options.force ?? false,
        keepGoing: options.keepGoing ?? false,
        buckets: options.buckets,
        memory: options.memory,
        threads: options.threads,
        format: options.format ?? "parquet",
        version: versionOf(),
        signal,
        onProgress: ({ step, done, all }) => progress.update(step, done, all),
      }),
    );
    progress.done();
    await print(terminal.json ? `${JSON.stringify(result.manifest)}\n` : resultText(result, terminal));
    return result.manifest.leftOut.accounts > 0 ? EXIT.failed : EXIT.ok;
  } catch (error) {
    throw writeError(error, options.out);
  } finally {
    progress.done();
  }
}

const STEPS: Readonly<Record<LakeProgress["step"], string>> = {
  reading: "reading",
  checking: "checking",
  parting: "parting",
  writing: "deciding",
};

function resultText({ out, manifest, notes }: LakeResult, { err }: Terminal): string {
  const lines = Object.entries(manifest.tables).flatMap(([name, table]) => [
    `${counted(table.rows, "row")} of ${name} -> ${printable(out)}/${name}`,
    ...countLines(table.counts),
  ]);
  for (const [type, rows] of Object.entries(manifest.foreign)) {
    lines.push(`${counted(rows, "event")} of type ${printable(type)} without effect`);
  }
  lines.push(...notes.map((note) => err.dim(`note: ${printable(note)}`)), ...leftOutLines(manifest));
  return `${lines.join("\n")}\n`;
}

function countLines(counts: LakeManifest["tables"][string]["counts"]): readonly string[] {
  return Object.entries(counts).flatMap(([group, numbers]) =>
    Object.entries(numbers).map(([what, number]) => `  ${group}: ${printable(what)} ${count(number)}`),
  );
}

function leftOutLines({ leftOut }: LakeManifest): readonly string[] {
  if (leftOut.accounts === 0) return [];
  return [
    `${counted(leftOut.accounts, "account")} left out, for rows that are no events:`,
    ...leftOut.faults.map(
      ({ file, id, says, rows }) =>
        `  ${printable(file)}: event ${printable(id ?? "without an id")}: ${printable(says)} (${counted(rows, "row")})`,
    ),
  ];
}
