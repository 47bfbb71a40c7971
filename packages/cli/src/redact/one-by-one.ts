/**
 * Inputs x targets -> each written whole; an error says which of them were written before it
 */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { ProvisoError } from "@proviso/core";
import { type Write, writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { writeError } from "../output/write-error.ts";
import { type Chunks, fileChunks, streamChunks } from "./chunks.ts";
import type { Inputs } from "./inputs.ts";
import { STANDARD_INPUT, type Target } from "./targets.ts";

/** Names are listed up to here. */
const MOST_NAMED = 10;

/** Folders that are not there are made. */
export async function oneByOne<T>(
  { isStream, files }: Inputs,
  targets: readonly Target[],
  work: (name: string, chunks: Chunks, write: Write) => Promise<T>,
): Promise<readonly T[]> {
  if (isStream) {
    return [await to(targets[0], (write) => work(STANDARD_INPUT, streamChunks(process.stdin), write))];
  }
  const done: T[] = [];
  const written: string[] = [];
  for (const [index, file] of files.entries()) {
    const target = targets[index];
    try {
      done.push(await to(target, (write) => work(file, fileChunks(file), write)));
    } catch (error) {
      throw withWritten(error, written);
    }
    if (target !== undefined) written.push(target);
  }
  return done;
}

async function to<T>(target: Target, work: (write: Write) => Promise<T>): Promise<T> {
  if (target === undefined) return await work(print);
  await makeFolderOf(target);
  return await writeAtomic(target, work);
}

/** @throws ProvisoError as a write to the file would */
export async function makeFolderOf(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true }).catch((error: unknown) => {
    throw writeError(error, file);
  });
}

function withWritten(error: unknown, written: readonly string[]): unknown {
  if (!(error instanceof ProvisoError) || written.length === 0) return error;
  const named = written.slice(0, MOST_NAMED).map((one) => `\`${one}\``);
  if (written.length > named.length) named.push(`and ${written.length - named.length} more`);
  const { code, message, place, hint } = error;
  return new ProvisoError(code, message, {
    place,
    hint: [...(hint === undefined ? [] : [hint]), `already written: ${named.join(", ")}`].join("\n"),
    cause: error,
  });
}
