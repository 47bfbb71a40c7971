/**
 * The arrows of docs/flow.md against the code.
 *
 * A table below `<!-- arrows: FOLDER -->` has the columns stage, takes, verb, gives. Verb and gives are
 * links to the file that exports them. Each stage is a folder of FOLDER that holds the verb's file;
 * the verb takes the types named (in code or as links) and gives the type named; a type that
 * is taken without a link is one that an earlier row of the page gives.
 */
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Document, Row } from "./document.ts";
import type { Problem } from "./problem.ts";
import { type Export, exportsOf } from "./signatures.ts";

const MARK = /^<!-- arrows: (\S+) -->$/;
/** `[`name`](target)`, or `name` alone. */
const NAME = /\[`([^`]+)`\]\(([^)]+)\)|`([^`]+)`/g;

interface Named {
  readonly name: string;
  readonly target: string | undefined;
}

export function checkArrows(document: Document, root: string): readonly Problem[] {
  const problems: Problem[] = [];
  const given = new Set<string>();
  let tables = 0;
  for (const [index, line] of document.lines.entries()) {
    const folder = MARK.exec(line)?.[1];
    if (folder === undefined) continue;
    tables += 1;
    const head = [...document.tables.keys()].find((at) => at > index);
    const rows = head === undefined || head > index + 4 ? [] : (document.tables.get(head) ?? []);
    const fail = (at: number, message: string): void => {
      problems.push({ file: document.file, line: at, message });
    };
    if (rows.length === 0) fail(index + 1, "no table of arrows follows");
    for (const row of rows) {
      for (const message of checkRow(row, folder, document.file, root, given)) fail(row.line, message);
    }
  }
  if (tables === 0) problems.push({ file: document.file, line: 1, message: "there is no table of arrows" });
  return problems;
}

function checkRow(
  { cells }: Row,
  folder: string,
  file: string,
  root: string,
  given: Set<string>,
): readonly string[] {
  const [stage, takes, verb, gives] = cells.map(namesIn);
  const step = verb?.[0];
  const result = gives?.[0];
  if (stage?.[0] === undefined || takes === undefined || step?.target === undefined || result === undefined) {
    return ["an arrow has a stage, what it takes, a linked verb and what it gives"];
  }
  const problems: string[] = [];
  const stageFolder = join(folder, stage[0].name);
  const verbFile = resolved(file, step.target);
  if (!existsSync(join(root, stageFolder))) problems.push(`there is no folder \`${stageFolder}\``);
  else if (!verbFile.startsWith(`${stageFolder}/`)) {
    problems.push(`\`${step.name}\` is not in \`${stageFolder}\` but in \`${verbFile}\``);
  }
  const found = exported(step, file, root, "function");
  if (typeof found === "string") problems.push(found);
  for (const one of takes) {
    const wrong = one.target === undefined ? undefined : exported(one, file, root, "type");
    if (typeof wrong === "string") problems.push(wrong);
    if (typeof found !== "string" && !found.takes.has(one.name)) {
      problems.push(`\`${step.name}\` takes no \`${one.name}\`, but ${listed(found.takes)}`);
    }
    if (one.target === undefined && !given.has(one.name)) {
      problems.push(`no arrow above gives \`${one.name}\`: link its file`);
    }
  }
  if (typeof found !== "string" && !found.gives.has(result.name)) {
    problems.push(`\`${step.name}\` gives no \`${result.name}\`, but ${listed(found.gives)}`);
  }
  const noun = result.target === undefined ? undefined : exported(result, file, root, "type");
  if (typeof noun === "string") problems.push(noun);
  if (result.target === undefined && !given.has(result.name)) {
    problems.push(`\`${result.name}\` is given here for the first time: link its file`);
  }
  given.add(result.name);
  return problems;
}

function namesIn(cell: string): readonly Named[] {
  return [...cell.matchAll(NAME)].map(([, linked, target, alone]) => ({
    name: linked ?? alone ?? "",
    target,
  }));
}

function resolved(from: string, target: string): string {
  return normalize(join(dirname(from), target));
}

/** The export a name is linked to, or what is wrong with it. */
function exported(
  { name, target = "" }: Named,
  from: string,
  root: string,
  kind: Export["kind"],
): Export | string {
  const file = resolved(from, target);
  if (!existsSync(join(root, file))) return `\`${name}\`: there is no file \`${file}\``;
  const found = exportsOf(join(root, file)).get(name);
  if (found === undefined) return `\`${file}\` exports no \`${name}\``;
  return found.kind === kind ? found : `\`${name}\` of \`${file}\` is no ${kind}`;
}

function listed(names: ReadonlySet<string>): string {
  return names.size === 0 ? "nothing named" : [...names].map((name) => `\`${name}\``).join(", ");
}
