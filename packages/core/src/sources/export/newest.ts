/**
 * Batches that overlap -> each conversation once, in its latest state
 *
 * One file is read once, and a repeated id keeps its first record. Several files are read twice: the
 * first pass holds one number per conversation id, the second yields. Nothing else is remembered.
 */
import { ProvisoError } from "../../errors.ts";
import { parseInstant } from "../instant.ts";
import { project } from "../json/project.ts";
import type { Shape } from "../json/shape.ts";
import { firstName, objectOf } from "../read-field.ts";
import type { ReadOptions, SourceFile } from "../source.ts";
import { recordsOf } from "./files.ts";

const UNDATED = -1;
const TAKEN = Number.POSITIVE_INFINITY;

export interface Keys {
  /** Fields that may hold the id; the first that does counts. */
  readonly id: readonly string[];
  readonly updated: string;
}

export class Newest {
  readonly #latest: Map<string, number> = new Map();

  /** Looks through `files` when there are several. Unreadable records are left to the second pass. */
  static async of(files: readonly SourceFile[], keys: Keys, options: ReadOptions): Promise<Newest> {
    const newest = new Newest();
    if (files.length < 2) return newest;
    const shape: Shape = {
      object: Object.fromEntries([...keys.id, keys.updated].map((key) => [key, "value"])),
      rest: "skip",
    };
    for (const file of files) {
      for await (const raw of await recordsOf(file, { isUtf8: options.isUtf8 }))
        newest.#see(raw.bytes, shape, keys);
    }
    return newest;
  }

  /** Whether the record with this id and update date is the one to keep; true once per id. */
  takes(id: string, updated: unknown): boolean {
    const latest = this.#latest.get(id);
    if (latest === TAKEN) return false;
    if (latest !== undefined && latest !== (parseInstant(updated) ?? UNDATED)) return false;
    this.#latest.set(id, TAKEN);
    return true;
  }

  #see(bytes: Uint8Array, shape: Shape, keys: Keys): void {
    const fields = readFields(bytes, shape);
    const id = firstName(...keys.id.map((key) => fields[key]));
    if (id === undefined) return;
    const updatedAt = parseInstant(fields[keys.updated]) ?? UNDATED;
    this.#latest.set(id, Math.max(this.#latest.get(id) ?? UNDATED, updatedAt));
  }
}

function readFields(bytes: Uint8Array, shape: Shape): { readonly [key: string]: unknown } {
  try {
    return objectOf(project(bytes, shape));
  } catch (error) {
    if (error instanceof ProvisoError && error.code === "INPUT_MALFORMED") return {};
    throw error;
  }
}
