/** How good a finder is: spans that overlap, and spans that are the same. */
import { type Finding, find } from "../../packages/core/src/redact/index.ts";
import type { Finder } from "../../packages/core/src/redact/scan/scanner.ts";
import { Scanner } from "../../packages/core/src/redact/scan/scanner.ts";
import type { Document } from "./corpora.ts";

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly found: number;
  readonly gold: number;
}

export const TYPE_OF = { PER: "PERSON", LOC: "LOCATION", ORG: "ORGANISATION" } as const;

/** @param least share of the union that must be common: 0 for any overlap */
export function evaluate(
  finder: Finder,
  documents: readonly Document[],
  label: "PER" | "LOC" | "ORG",
  options: { readonly threshold: number; readonly least: number },
  miss?: (kind: "missed" | "false", document: Document, start: number, end: number) => void,
): Score {
  const scanner = new Scanner([], [finder]);
  let hits = 0;
  let covered = 0;
  let found = 0;
  let gold = 0;
  for (const document of documents) {
    const mine: readonly Finding[] = find(scanner, document.text).filter(
      (one) => one.type === TYPE_OF[label] && one.score >= options.threshold,
    );
    const theirs = document.spans.filter((one) => one.label === label);
    const agrees = (one: { start: number; end: number }, other: { start: number; end: number }): boolean => {
      const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      if (common <= 0) return false;
      const union = Math.max(one.end, other.end) - Math.min(one.start, other.start);
      return common / union >= options.least;
    };
    for (const one of mine) {
      if (theirs.some((other) => agrees(one, other))) hits += 1;
      else miss?.("false", document, one.start, one.end);
    }
    for (const one of theirs) {
      if (mine.some((other) => agrees(one, other))) covered += 1;
      else miss?.("missed", document, one.start, one.end);
    }
    found += mine.length;
    gold += theirs.length;
  }
  return { precision: found === 0 ? 0 : hits / found, recall: gold === 0 ? 0 : covered / gold, found, gold };
}
