/**
 * What is to be redacted -> the same, with the **known** values that the model has found
 *
 * The model is asked in the program itself, once for each document, before anything goes to a worker
 * thread: threads get its answers with the texts.
 */
import type { Job } from "../export/job.ts";
import type { Piece } from "../redact/piece.ts";
import type { Pool } from "../threads/pool.ts";
import type { NameModel } from "./name-model.ts";
import { pieceTexts } from "./piece-texts.ts";

export type Ask<In> = (input: In) => Promise<In>;

/** The model has something to do while the program redacts, and the other way round. */
const AHEAD = 8;

/** The pool, whose work is asked about first. */
export function askFirst<In, Out>(pool: Pool<In, Out>, ask: Ask<In> | undefined): Pool<In, Out> {
  if (ask === undefined) return pool;
  return {
    ahead: Math.max(pool.ahead, AHEAD),
    run: async (input) => await pool.run(await ask(input)),
    close: () => pool.close(),
  };
}

export function askPieces<One extends Piece>(model: NameModel | undefined): Ask<One> | undefined {
  if (model === undefined) return undefined;
  return async (piece) => {
    const documents = pieceTexts(piece.bytes, piece.format);
    return { ...piece, known: await Promise.all(documents.map((texts) => model.find(texts))) };
  };
}

export function askJobs(model: NameModel | undefined): Ask<readonly Job[]> | undefined {
  if (model === undefined) return undefined;
  return async (jobs) =>
    await Promise.all(
      jobs.map(async (job) => {
        const names = new Set(job.turns.map(({ name }) => name ?? ""));
        const texts = [...job.turns.map(({ text }) => text), ...names];
        return { ...job, known: await model.find(texts) };
      }),
    );
}
