/**
 * What an import met that it did not use or could not read: counted, never dropped silently.
 */
import { type Place, ProvisoError } from "../errors.ts";

const KEPT_PROBLEMS = 50;

export interface Problem {
  readonly message: string;
  readonly place: Place;
}

export class Report {
  readonly conversations = { read: 0, duplicate: 0, malformed: 0 };
  items = 0;
  bytes = 0;
  /** Values left out of records that were kept, such as impossible dates. */
  values = 0;
  /** Items met a second time and kept once. */
  repeated = 0;
  /** `path.to.field` or `line type x` -> times seen. */
  readonly unknown: Map<string, number> = new Map();
  /** The first problems with their places; `conversations.malformed` and `values` have the full counts. */
  readonly problems: Problem[] = [];

  countUnknown(what: string): void {
    this.unknown.set(what, (this.unknown.get(what) ?? 0) + 1);
  }

  /**
   * Notes a malformed record and goes on, or throws under `strict`.
   * @throws ProvisoError INPUT_MALFORMED
   */
  malformed(message: string, place: Place, strict: boolean): void {
    this.#note(message, place, strict, "without `--strict` the record is passed over and counted");
    this.conversations.malformed += 1;
  }

  /**
   * Notes a value that cannot be right in a record that is kept without it, or throws under `strict`.
   * @throws ProvisoError INPUT_MALFORMED
   */
  problem(message: string, place: Place, strict: boolean): void {
    this.#note(message, place, strict, "without `--strict` the value is left out and counted");
    this.values += 1;
  }

  #note(message: string, place: Place, strict: boolean, hint: string): void {
    if (strict) throw new ProvisoError("INPUT_MALFORMED", message, { place, hint });
    if (this.problems.length < KEPT_PROBLEMS) this.problems.push({ message, place });
  }
}
