/**
 * **Form**: how pseudonyms of one kind look, and how they are known again
 *
 * Redacting twice must be redacting once, though the second pass finds the pseudonyms of the first.
 * So a form can tell its own: either no real value has the form at all (a number in a range kept
 * for films), or a keyed check is worked into it.
 */
import type { EntityType } from "../../entity.ts";
import type { Draw } from "../prf.ts";

export interface Form {
  /**
   * A pseudonym, or undefined where the value has no room for one.
   * @param draw chance fixed by key, scope, type and value
   */
  make(value: string, draw: Draw, type: EntityType): string | undefined;
  /** Whether it is a pseudonym of this form: `type` is what it was found as, which need not be what it was. */
  isOwn(value: string, type: EntityType): boolean;
}
