/**
 * Whether our recognizers find a number by its form alone, as one of a state or a bank.
 *
 * Asked before a pseudonym is given out, so that check digits of fifty kinds of numbers need not be
 * known twice. What only its surroundings make a number of a kind is not found here.
 */
import { groupOf } from "../../entity.ts";
import { RECOGNIZERS } from "../../recognizers/all.ts";
import { find } from "../../scan/find.ts";
import { Scanner } from "../../scan/scanner.ts";
import type { Recognises } from "./shape-form.ts";

const GROUPS: ReadonlySet<string> = new Set(["financial", "government-id"]);
/** The least score that any built-in profile acts on. */
const LIKELY = 0.3;

export function recogniser(): Recognises {
  let scanner: Scanner | undefined;
  return (value, type) => {
    scanner ??= new Scanner(RECOGNIZERS);
    return find(scanner, value).some(
      (one) =>
        one.type === type ||
        (GROUPS.has(groupOf(one.type)) && (one.validation === "checksum" || one.score >= LIKELY)),
    );
  };
}
