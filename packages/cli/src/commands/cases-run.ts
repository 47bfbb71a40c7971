/** `proviso cases run`: decisions against what case files expect of them */
import { print } from "../output/stdout.ts";
import { loadPacks } from "../packs/load.ts";
import { hang } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readKnownFailures } from "./known-failures.ts";
import type { CasesOptions, Context } from "./options.ts";
import { policyFolders } from "./question.ts";
import { type CaseOutcome, runCaseFile } from "./run-cases.ts";

export async function casesRun(
  { terminal }: Context,
  files: readonly string[],
  options: CasesOptions,
): Promise<number> {
  const run = {
    packs: await loadPacks(policyFolders(options)),
    only: options.only,
    certain: options.confidence === "certain",
    known: await readKnownFailures(options.knownFailures),
  };
  const count = { passed: 0, failed: 0, skipped: 0 };
  const outcomes: CaseOutcome[] = [];
  for (const file of files) {
    for await (const outcome of runCaseFile(file, run)) {
      count[outcome.status] += 1;
      if (terminal.json) outcomes.push(outcome);
      else await print(outcomeText(outcome, terminal));
    }
  }
  await print(
    terminal.json
      ? `${JSON.stringify({ ...count, cases: outcomes })}\n`
      : `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`,
  );
  return count.failed > 0 ? EXIT.failed : EXIT.ok;
}

/** Nothing for a case that passed. */
function outcomeText(outcome: CaseOutcome, { out, columns }: Terminal): string {
  const name = printable(`${outcome.id} ${outcome.title}`.trim());
  const lines: string[] = [];
  for (const { part, expected, got, why } of outcome.mismatches) {
    lines.push(...hang(`${out.bold(out.red("failed"))} `, `${name} (${part})`, columns, 2));
    lines.push(...hang("  expected ", printable(expected), columns));
    lines.push(...hang("  got      ", printable(got), columns));
    lines.push(...hang("  why      ", printable(why), columns));
  }
  for (const { part, reason, cite } of outcome.known) {
    lines.push(...hang(`${out.yellow("known")} `, `${name} (${part})`, columns, 2));
    lines.push(
      ...hang("  because  ", printable(cite === undefined ? reason : `${reason} (${cite})`), columns),
    );
  }
  if (outcome.unknown.length > 0) {
    const types = [...new Set(outcome.unknown)].join(", ");
    lines.push(
      ...hang(`${out.yellow("note")} `, printable(`${outcome.id}: without effect: ${types}`), columns, 2),
    );
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
