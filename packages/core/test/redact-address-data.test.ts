/**
 * Addresses, held against public data with labels (presidio-research), if it lies beside the checkout:
 * any overlap with a label counts. The data is not part of the project.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PLACE } from "../src/redact/recognizers/place/place.ts";
import { find } from "../src/redact/scan/find.ts";
import { Scanner } from "../src/redact/scan/scanner.ts";

const FILE = join(import.meta.dirname, "../../../../shared/data/pii/presidio-research/synth_dataset_v2.json");
/** What a profile acts on unless it says otherwise. */
const THRESHOLD = 0.5;

interface Row {
  readonly full_text: string;
  readonly spans: readonly {
    readonly entity_type: string;
    readonly start_position: number;
    readonly end_position: number;
  }[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

it.skipIf(!existsSync(FILE))("finds at least 0.9 of the addresses, and is right in 0.98", () => {
  const rows = JSON.parse(readFileSync(FILE, "utf8")) as readonly Row[];
  const scanner = new Scanner(PLACE);
  let [right, wrong, hit, missed] = [0, 0, 0, 0];
  for (const row of rows) {
    const labels = row.spans
      .filter((span) => span.entity_type === "STREET_ADDRESS")
      .map((span) => unitsOf(row.full_text, span.start_position, span.end_position));
    const found = find(scanner, row.full_text, THRESHOLD).filter((one) => one.type === "ADDRESS");
    for (const one of found) {
      if (labels.some((label) => overlaps(one, label))) right += 1;
      else wrong += 1;
    }
    for (const label of labels) {
      if (found.some((one) => overlaps(one, label))) hit += 1;
      else missed += 1;
    }
  }
  expect(hit + missed).toBeGreaterThan(100);
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.98);
  expect(hit / (hit + missed)).toBeGreaterThanOrEqual(0.9);
});

/** Offsets in the data count characters, ours count UTF-16 code units. */
function unitsOf(text: string, start: number, end: number): Range {
  const characters = Array.from(text);
  return {
    start: characters.slice(0, start).join("").length,
    end: characters.slice(0, end).join("").length,
  };
}

function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}
