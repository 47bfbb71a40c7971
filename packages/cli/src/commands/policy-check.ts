/** `proviso policy check`: errors and oversights of policy files, each where it stands */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError, printPlace } from "@proviso/core";
import { assemble, checkPolicy, type Finding, type Policy } from "@proviso/core/policy";
import { inputError } from "../input/fs-error.ts";
import { print } from "../output/stdout.ts";
import { excerpt } from "../terminal/excerpt.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { counted } from "../terminal/words.ts";
import type { Context, PolicyCheckOptions } from "./options.ts";

interface CheckedFile {
  readonly file: string;
  readonly text: string;
  readonly policy: Policy | undefined;
  readonly errors: readonly ProvisoError[];
  readonly findings: readonly Finding[];
}

export async function policyCheck(
  { terminal }: Context,
  paths: readonly string[],
  options: PolicyCheckOptions,
): Promise<number> {
  const checked: CheckedFile[] = [];
  const between: ProvisoError[] = [];
  for (const path of paths) {
    const files = await filesUnder(path);
    const own = await Promise.all(files.map((file) => checkFile(file, file !== path)));
    const policies = own.filter((one) => one !== undefined);
    if (policies.length === 0) {
      throw new ProvisoError("NOT_FOUND", `no policy under \`${path}\``, {
        hint: "a policy is a YAML file that begins with `policy:`",
      });
    }
    checked.push(...policies);
    // A folder is a whole: its versions must follow each other. A single file may follow any.
    if (files[0] !== path) between.push(...chainErrors(policies));
  }
  const errors = checked.reduce((sum, { errors: one }) => sum + one.length, 0) + between.length;
  const findings = checked.reduce((sum, { findings: one }) => sum + one.length, 0);
  await print(
    terminal.json
      ? checkJson(checked, between, errors, findings)
      : checkText(checked, between, errors, findings, terminal),
  );
  return errors > 0 || (options.strict === true && findings > 0) ? EXIT.failed : EXIT.ok;
}

async function filesUnder(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes("node_modules"))
      .sort();
  } catch (error) {
    throw inputError(error, path);
  }
}

/** @param isFound in a folder, where other YAML may lie too and is passed over */
async function checkFile(file: string, isFound: boolean): Promise<CheckedFile | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw inputError(error, file);
  });
  if (isFound && !/^policy:/m.test(text)) return undefined;
  return { file, text, ...checkPolicy(text, file) };
}

function chainErrors(checked: readonly CheckedFile[]): readonly ProvisoError[] {
  const policies = checked.flatMap(({ policy }) => policy ?? []);
  return [...Map.groupBy(policies, ({ product }) => product).values()].flatMap((ofProduct) => {
    try {
      assemble(ofProduct);
      return [];
    } catch (error) {
      if (error instanceof ProvisoError) return [error];
      throw error;
    }
  });
}

function checkText(
  checked: readonly CheckedFile[],
  between: readonly ProvisoError[],
  errors: number,
  findings: number,
  terminal: Terminal,
): string {
  const { bold, red, yellow, dim } = terminal.out;
  const lines: string[] = [];
  const add = (
    text: string,
    place: ProvisoError["place"],
    what: string,
    message: string,
    hint?: string,
  ): void => {
    const where = printPlace({ file: place.file, line: place.line, column: place.column });
    lines.push(`${where === "" ? "" : `${printable(where)}: `}${what} ${printable(message)}`);
    for (const line of excerpt(text, place, terminal.columns - 2)) lines.push(`  ${dim(line)}`);
    if (hint !== undefined) lines.push(`  ${dim("hint:")} ${printable(hint)}`);
  };
  for (const one of checked) {
    for (const error of one.errors) {
      add(one.text, error.place, bold(red(`error ${error.code}:`)), error.message, error.hint);
    }
    for (const found of one.findings) {
      const what = bold(yellow(`finding ${found.kind}:`));
      add(one.text, found.place ?? { file: one.file }, what, found.message, found.hint);
    }
  }
  for (const error of between)
    add("", error.place, bold(red(`error ${error.code}:`)), error.message, error.hint);
  lines.push(
    `${counted(checked.length, "file")}: ${counted(errors, "error")}, ${counted(findings, "finding")}`,
  );
  return `${lines.join("\n")}\n`;
}

function checkJson(
  checked: readonly CheckedFile[],
  between: readonly ProvisoError[],
  errors: number,
  findings: number,
): string {
  const errorFields = ({ code, message, place, hint }: ProvisoError) => ({
    code,
    message,
    place,
    hint: hint ?? null,
  });
  return `${JSON.stringify({
    errors,
    findings,
    files: checked.map((one) => ({
      file: one.file,
      policy: one.policy === undefined ? null : `${one.policy.id}@${one.policy.version}`,
      errors: one.errors.map(errorFields),
      findings: one.findings.map(({ kind, about, message, hint, purposes, by, place }) => ({
        kind,
        about,
        message,
        hint: hint ?? null,
        purposes,
        by,
        place: place ?? { file: one.file },
      })),
    })),
    between: between.map(errorFields),
  })}\n`;
}
