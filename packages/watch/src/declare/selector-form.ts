/** How parts of a page are named: a CSS selector, a range between two, or a list of those. */
import { parseHTML } from "linkedom";
import * as z from "zod";
import type { Place } from "../extract/rules.ts";

const RANGE_KEYS = ["startBefore", "startAfter", "endBefore", "endAfter"] as const;

const css = z.string().min(1);

const range = z
  .strictObject({
    startBefore: css.exactOptional().describe("The range begins before this element."),
    startAfter: css.exactOptional().describe("The range begins after this element."),
    endBefore: css.exactOptional().describe("The range ends before this element."),
    endAfter: css.exactOptional().describe("The range ends after this element."),
  })
  .check((payload) => {
    const { startBefore, startAfter, endBefore, endAfter } = payload.value;
    const trouble = (message: string, hint: string): void => {
      payload.issues.push({ code: "custom", message, params: { hint }, input: payload.value });
    };
    if ((startBefore === undefined) === (startAfter === undefined)) {
      trouble("a range has one start", "write either `startBefore` or `startAfter`");
    } else if ((endBefore === undefined) === (endAfter === undefined)) {
      trouble("a range has one end", "write either `endBefore` or `endAfter`");
    }
  });

export const selectors = z.union([css, range, z.array(z.union([css, range]))]);

export type SelectorsFile = z.output<typeof selectors>;

export function selectorsOf(file: SelectorsFile | undefined): readonly Place[] {
  if (file === undefined) return [];
  return Array.isArray(file) ? file : [file];
}

export interface WrongSelector {
  /** Within the field: `[1]`, `[1].startBefore`, or nothing. */
  readonly path: readonly PropertyKey[];
  readonly selector: string;
}

/** Selectors that no page can be searched by. */
export function wrongSelectors(file: SelectorsFile | undefined): readonly WrongSelector[] {
  if (file === undefined) return [];
  if (Array.isArray(file)) return file.flatMap((one, index) => wrongIn(one, [index]));
  return wrongIn(file, []);
}

function wrongIn(one: Place, path: readonly PropertyKey[]): readonly WrongSelector[] {
  if (typeof one === "string") return isSelector(one) ? [] : [{ path, selector: one }];
  return RANGE_KEYS.flatMap((key) => {
    const selector = one[key];
    return selector === undefined || isSelector(selector) ? [] : [{ path: [...path, key], selector }];
  });
}

let page: { querySelector(selector: string): unknown } | undefined;

function isSelector(selector: string): boolean {
  const searched = page ?? parseHTML("<!doctype html><html><body><p></p></body></html>").document;
  page = searched;
  try {
    searched.querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
