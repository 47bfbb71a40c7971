/**
 * `proviso decrypt`: what `redact` has encrypted, back as it was
 *
 * Files are read twice: nothing is written before every tag of every file could be opened.
 */
import { ProvisoError } from "@proviso/core";
import { readKey } from "../input/key.ts";
import { chooseProfile } from "../profile/choose.ts";
import { fileChunks } from "../redact/chunks.ts";
import { type DecryptedInput, type Decrypting, decryptInput } from "../redact/decrypt-input.ts";
import { inputsOf } from "../redact/inputs.ts";
import { oneByOne } from "../redact/one-by-one.ts";
import { type Target, targetsOf } from "../redact/targets.ts";
import { hang } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count, counted } from "../terminal/words.ts";
import type { Context, DecryptOptions } from "./options.ts";

/** Of a profile that names none: what `redact` takes. */
const DEFAULT_SCOPE = "default";

export async function decryptFiles(
  { terminal }: Context,
  given: readonly string[],
  options: DecryptOptions,
): Promise<number> {
  const inputs = await inputsOf(given, options.stdin, "proviso decrypt --key-file key < encrypted.jsonl");
  const targets = targetsOf(inputs.files, options);
  const decrypting: Decrypting = {
    key: await readKey(options.keyFile, process.env),
    scope: await scopeOf(options),
    format: options.format,
  };
  for (const file of inputs.files) await decryptInput(file, fileChunks(file), decrypting, async () => {});
  const done = await oneByOne(inputs, targets, (name, chunks, write) =>
    decryptInput(name, chunks, decrypting, write),
  );
  process.stderr.write(summary(done, targets, terminal));
  return EXIT.ok;
}

async function scopeOf({ scope, profile }: DecryptOptions): Promise<string> {
  if (scope === "") throw new ProvisoError("USAGE", "`--scope` is empty", { hint: "leave it out" });
  if (scope !== undefined || profile === undefined) return scope ?? DEFAULT_SCOPE;
  return (await chooseProfile(profile)).profile.scope ?? DEFAULT_SCOPE;
}

function summary(
  done: readonly DecryptedInput[],
  targets: readonly Target[],
  { json, err, columns }: Terminal,
): string {
  if (json) {
    const inputs = done.map(({ name, format, counts, cut }, index) => ({
      name,
      out: targets[index] ?? null,
      format,
      decrypted: Object.fromEntries([...counts].sort(byNumber)),
      cut,
    }));
    return `${JSON.stringify({ inputs })}\n`;
  }
  const all = new Map<string, number>();
  for (const [type, times] of done.flatMap(({ counts }) => [...counts]))
    all.set(type, (all.get(type) ?? 0) + times);
  const sum = [...all.values()].reduce((before, times) => before + times, 0);
  const stay = done.reduce((before, one) => before + one.cut, 0);
  const lines = [`${counted(sum, "value")} decrypted in ${counted(done.length, "input")}`];
  const listed = [...all].sort(byNumber).map(([type, times]) => `${printable(type)} ${count(times)}`);
  if (listed.length > 0) lines.push(...hang("  ", listed.join(", "), columns));
  if (stay > 0)
    lines.push(err.yellow(`${counted(stay, "tag")} without an end cannot be decrypted, and stay`));
  return `${lines.join("\n")}\n`;
}

function byNumber(
  [one, times]: readonly [string, number],
  [other, often]: readonly [string, number],
): number {
  return often - times || (one < other ? -1 : 1);
}
