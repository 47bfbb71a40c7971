/**
 * Whether our recognizers find a number by its form alone.
 *
 * Asked before a pseudonym is given out, so that check digits of fifty kinds of numbers need not be
 * known twice. Whatever group of types the number is found as counts, and whatever score it gets.
 */
import { groupOf } from "../../entity.ts";
import { RECOGNIZERS } from "../../recognizers/all.ts";
import { find } from "../../scan/find.ts";
import { Scanner } from "../../scan/scanner.ts";
import type { Recognises } from "./shape-form.ts";

export function recogniser(): Recognises {
  let scanner: Scanner | undefined;
  return (type, value) => {
    scanner ??= new Scanner(RECOGNIZERS);
    const group = groupOf(type);
    return find(scanner, value).some((one) => one.type === type || groupOf(one.type) === group);
  };
}
