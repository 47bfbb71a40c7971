/** Facts and changes of a bundle -> whether the text says them */
import {
  type AxisChange,
  type AxisFact,
  axisFacts,
  changeOf,
  split,
  type Version,
} from "@proviso/core/terms";
import type { Check } from "@proviso/core/verify";
import type { Bundle, BundleChange, BundleFact } from "./bundle.ts";
import type { Made } from "./check-index.ts";
import { found, lacking } from "./checks.ts";

/** A quote must stand where it is said to stand; its meaning is read anew, from the text alone. */
export function checkFacts({ versions, facts, changes }: Bundle, made: readonly Made[]): readonly Check[] {
  const texts = new Map(versions.map(({ seq, markdown }) => [seq, markdown]));
  const wrong = facts.filter(
    ({ version, start, end, quote }) => texts.get(version)?.slice(start, end) !== quote,
  );
  const quotes =
    wrong.length > 0
      ? found(
          "quotes",
          "failed",
          `${wrong.length} of ${facts.length} quotes are not in the text where they should be`,
        )
      : found("quotes", "ok", `${facts.length} quotes stand in the text where they should`);
  return [quotes, checkReading(facts, changes, texts, made)];
}

function checkReading(
  facts: readonly BundleFact[],
  changes: readonly BundleChange[],
  texts: ReadonlyMap<number, string>,
  made: readonly Made[],
): Check {
  const [first, second] = made.map(({ entry }): Version => {
    const { version: id, judged, isUpgrade, language } = entry;
    return { id, at: judged.at, text: texts.get(entry.seq) ?? "", isUpgrade, language };
  });
  const document = made[0]?.entry.document;
  if (first === undefined || document === undefined)
    return lacking("reading", "what the text says: it is not sure");
  const [before, after] = made.map(({ entry }) => entry.seq);
  if (second === undefined) {
    const again = axisFacts(first.text, split(first.text)).map((fact) => keyOfFact(fact, before));
    return compared(
      facts.map((fact) => keyOfFact(fact, fact.version)),
      again,
      changes.length === 0,
    );
  }
  const used = new Set(changes.flatMap((one) => [one.before, one.after]));
  const again = changeOf(document, first, second).changes.map((one) => keyOfChange(one, before, after));
  const given = changes.map((one) => {
    const [was, is] = [one.before, one.after].map((at) => (at === null ? undefined : facts[at]));
    return JSON.stringify([one.axis, one.kind, one.direction, one.why, keyOrNull(was), keyOrNull(is)]);
  });
  return compared(given, again, facts.every((_, at) => used.has(at)) && areThere(changes, facts));
}

function compared(given: readonly string[], again: readonly string[], isTight: boolean): Check {
  const name = "reading";
  if (!isTight) return found(name, "failed", "facts and changes do not belong together");
  const other =
    given.filter((one, at) => one !== again[at]).length + Math.max(0, again.length - given.length);
  if (other === 0)
    return found(name, "ok", `the text, read again, says these ${given.length} things and no others`);
  return lacking(name, `what the quotes mean: read again, the text says ${other} things otherwise`);
}

function areThere(changes: readonly BundleChange[], facts: readonly BundleFact[]): boolean {
  return changes.every(({ before, after }) => (before ?? -1) < facts.length && (after ?? -1) < facts.length);
}

function keyOfChange(one: AxisChange, before: number | undefined, after: number | undefined): string {
  const { axis, kind, direction, why } = one;
  const [was, is] = [one.before && keyOfFact(one.before, before), one.after && keyOfFact(one.after, after)];
  return JSON.stringify([axis, kind, direction, why, was ?? null, is ?? null]);
}

function keyOrNull(fact: BundleFact | undefined): string | null {
  return fact === undefined ? null : keyOfFact(fact, fact.version);
}

function keyOfFact(
  { axis, values, start, end }: Pick<AxisFact, "axis" | "values" | "start" | "end">,
  version: number | undefined,
): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([version, axis, sorted, start, end]);
}
