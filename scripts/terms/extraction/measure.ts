import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { extract } from "../../../packages/watch/src/extract/extract.ts";
import { wordBag, wordF1 } from "../../../packages/watch/src/extract/vote/word-bag.ts";
import { type HealthSignal, isBlind } from "../../../packages/watch/src/health/signals.ts";

interface Snapshot {
  readonly file: string;
  readonly service: string;
  readonly documentType: string;
  readonly recordedAt: string;
  readonly mediaType: string;
  readonly source: { readonly url: string };
  readonly extractedVersionFile?: string;
}

interface Manifest {
  readonly entries: readonly {
    readonly file: string;
    readonly service: string;
    readonly documentType: string;
    readonly recordedAt: string;
    readonly words: number;
  }[];
  readonly snapshots: readonly Snapshot[];
}

export interface MeasuredPage {
  readonly file: string;
  /** The archived text it is held against: made of this page, else the one that was the newest then. */
  readonly reference: string | undefined;
  /** Word F1 against it; undefined if there is none. */
  readonly f1: number | undefined;
  /** The page holds the document, by its own signals. */
  readonly isHeld: boolean;
  readonly words: number;
  readonly chosen: string;
  readonly signals: readonly HealthSignal[];
  readonly milliseconds: number;
}

/** A collapsed text is nothing to hold a page against. */
const MIN_REFERENCE_WORDS = 200;

export async function measureExtraction(folder: string): Promise<readonly MeasuredPage[]> {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const rows: MeasuredPage[] = [];
  for (const snapshot of manifest.snapshots) {
    const { file, mediaType, source } = snapshot;
    const start = performance.now();
    const bytes = readFileSync(join(folder, file));
    const { markdown, chosen, signals } = await extract({ bytes, mediaType, url: source.url });
    const milliseconds = Math.round(performance.now() - start);
    const reference = snapshot.extractedVersionFile ?? nearest(folder, manifest, snapshot);
    const bag = wordBag(markdown);
    const f1 =
      reference === undefined
        ? undefined
        : wordF1(bag, wordBag(readFileSync(join(folder, reference), "utf8")));
    rows.push({
      file,
      reference,
      f1,
      isHeld: !isBlind(signals),
      words: bag.words,
      chosen,
      signals,
      milliseconds,
    });
  }
  return rows;
}

function nearest(folder: string, { entries }: Manifest, snapshot: Snapshot): string | undefined {
  const at = Date.parse(snapshot.recordedAt);
  const distance = (one: { readonly recordedAt: string }): number =>
    Math.abs(Date.parse(one.recordedAt) - at);
  const texts = entries
    .filter((one) => one.service === snapshot.service && one.documentType === snapshot.documentType)
    .filter((one) => one.words >= MIN_REFERENCE_WORDS && existsSync(join(folder, dirname(one.file))))
    .sort((a, b) => distance(a) - distance(b));
  // An archive writes a text when it changes: what stood on the page is the last one written before it.
  return (texts.find((one) => Date.parse(one.recordedAt) <= at) ?? texts[0])?.file;
}
