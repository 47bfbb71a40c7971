/**
 * **DocumentState**: what one document has shown so far
 *
 * Numbers of tags count within a document. A person who was named in full is the same person when
 * only a part of the name follows, as long as only one such person is known.
 */
import type { EntityType } from "../entity.ts";
import { identityOf } from "./identity.ts";

export class DocumentState {
  /** Whose document it is; the offset of shifted dates depends on it. */
  readonly subject: string | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #counts = new Map<EntityType, number>();
  /** Parts of the name of each person, in the order of their numbers. */
  readonly #people: Set<string>[] = [];

  constructor(subject?: string) {
    this.subject = subject;
  }

  /** 1 for the first value of a type, and the same number whenever it comes again. */
  numberOf(type: EntityType, value: string): number {
    const identity = identityOf(type, value);
    const key = `${type}\u0000${identity}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = type === "PERSON" ? this.#person(identity) : this.#next(type);
    this.#numbers.set(key, number);
    return number;
  }

  #next(type: EntityType): number {
    const number = (this.#counts.get(type) ?? 0) + 1;
    this.#counts.set(type, number);
    return number;
  }

  #person(identity: string): number {
    const parts = new Set(identity.split(" "));
    const same = this.#people.flatMap((known, index) =>
      isWithin(parts, known) || isWithin(known, parts) ? [index] : [],
    );
    const [only] = same;
    if (only !== undefined && same.length === 1) {
      for (const part of parts) this.#people[only]?.add(part);
      return only + 1;
    }
    this.#people.push(parts);
    return this.#people.length;
  }
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((part) => all.has(part));
}
