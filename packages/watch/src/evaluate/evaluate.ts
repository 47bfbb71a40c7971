/** Gold changes and their versions -> **evaluation** */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  type Axis,
  changeOf,
  type Direction,
  directionOfAll,
  IMPACT_LEVELS,
  type ImpactLevel,
  type TermsChange,
} from "@proviso/core/terms";
import { CATEGORY_AXES } from "./data/category-axes.ts";
import type { EvaluatedChange, Evaluation, Score, Share } from "./evaluation.ts";
import { type GoldChange, type GoldPair, readGold, readText } from "./gold.ts";

/**
 * Precision, recall and F1 of axes, and how often direction and severity agree. Labels name what people
 * thought worth telling and not all that changed, so precision is a lower bound.
 *
 * `file`: gold changes; the versions they name lie under its folder or the one above.
 * @throws ProvisoError NOT_FOUND, INPUT_MALFORMED with file, line and field
 */
export async function evaluate(file: string): Promise<Evaluation> {
  const gold = await readGold(file);
  const entries: EvaluatedChange[] = [];
  for (const change of gold) entries.push(await evaluateOne(change, file));
  const labelled = entries.filter((entry) => entry.standing === "evaluated" && entry.isLabelled);
  const seen = entries.filter((entry) => entry.standing === "evaluated");
  return {
    file,
    ...scoresOf(labelled),
    leading: shareOf(labelled, isLeadingRight),
    direction: shareOf(
      labelled.filter((entry) => entry.direction !== undefined),
      // Nothing told is no direction found, even where the label is neutral.
      ({ direction, isTold }) => isTold && direction?.found === direction?.label,
    ),
    severity: shareOf(
      labelled.filter((entry) => entry.severity !== undefined),
      ({ severity }) => severity?.found === severity?.label,
    ),
    told: shareOf(seen, ({ isTold }) => isTold),
    entries,
  };
}

async function evaluateOne(gold: GoldChange, file: string): Promise<EvaluatedChange> {
  const changes: TermsChange[] = [];
  for (const pair of gold.pairs) {
    const change = await changeOfPair(pair, file);
    if (change !== undefined) changes.push(change);
  }
  const found = [...new Set(changes.flatMap((one) => one.changes.map(({ axis }) => axis)))];
  const asked: readonly (readonly Axis[])[] = (gold.categories ?? []).map(
    (name) => CATEGORY_AXES[name] ?? [],
  );
  const isEvaluated = changes.length > 0;
  return {
    id: gold.id,
    standing: isEvaluated ? "evaluated" : "no-files",
    isLabelled: gold.categories !== undefined,
    isTold: found.length > 0,
    found,
    extra:
      gold.categories === undefined ? [] : found.filter((axis) => !asked.some((any) => any.includes(axis))),
    missing: isEvaluated
      ? asked.filter((any) => !any.some((axis) => found.includes(axis))).flatMap(([axis]) => axis ?? [])
      : [],
    direction:
      gold.direction === undefined || !isEvaluated
        ? undefined
        : { found: joinedDirection(changes), label: gold.direction },
    severity:
      gold.severity === undefined || !isEvaluated
        ? undefined
        : { found: highest(changes), label: gold.severity },
    changes,
  };
}

/** Undefined where a version of the pair is not there. */
async function changeOfPair(pair: GoldPair, file: string): Promise<TermsChange | undefined> {
  const before = versionFile(pair.beforeFile, file);
  const after = versionFile(pair.afterFile, file);
  if (before === undefined || after === undefined) return undefined;
  const [service = "", type = ""] = pair.path.replace(/\.md$/, "").split("/");
  const [earlier, later] = [await readText(before), await readText(after)];
  return changeOf(
    { service, type },
    { id: pair.beforeCommit, at: Date.parse(pair.beforeRecordedAt), text: earlier, isUpgrade: false },
    { id: pair.afterCommit, at: Date.parse(pair.afterRecordedAt), text: later, isUpgrade: false },
  );
}

function versionFile(name: string | undefined, file: string): string | undefined {
  if (name === undefined) return undefined;
  const folder = dirname(resolve(file));
  return [join(folder, name), join(dirname(folder), name)].find((path) => existsSync(path));
}

function joinedDirection(changes: readonly TermsChange[]): Direction {
  return directionOfAll(changes.flatMap((one) => one.changes));
}

function highest(changes: readonly TermsChange[]): ImpactLevel {
  const ranks = changes.map(({ impact }) => IMPACT_LEVELS.indexOf(impact.level));
  return IMPACT_LEVELS[Math.max(0, ...ranks)] ?? "none";
}

function isLeadingRight({ changes, extra }: EvaluatedChange): boolean {
  const leading = changes.toSorted((a, b) => b.impact.score - a.impact.score)[0]?.changes[0]?.axis;
  return leading !== undefined && !extra.includes(leading);
}

function scoresOf(entries: readonly EvaluatedChange[]): Pick<Evaluation, "all" | "axes"> {
  const counts = new Map<Axis, { found: number; wrong: number; missed: number }>();
  const add = (axis: Axis, what: "found" | "wrong" | "missed"): void => {
    const count = counts.get(axis) ?? { found: 0, wrong: 0, missed: 0 };
    count[what] += 1;
    counts.set(axis, count);
  };
  for (const { found, extra, missing } of entries) {
    for (const axis of found) add(axis, extra.includes(axis) ? "wrong" : "found");
    for (const axis of missing) add(axis, "missed");
  }
  const all = { found: 0, wrong: 0, missed: 0 };
  for (const count of counts.values()) {
    all.found += count.found;
    all.wrong += count.wrong;
    all.missed += count.missed;
  }
  const axes = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([axis, count]) => [axis, score(count)] as const);
  return { all: score(all), axes: new Map(axes) };
}

function score({ found, wrong, missed }: { found: number; wrong: number; missed: number }): Score {
  const precision = found + wrong === 0 ? undefined : found / (found + wrong);
  const recall = found + missed === 0 ? undefined : found / (found + missed);
  const f1 = found + wrong + missed === 0 ? undefined : (2 * found) / (2 * found + wrong + missed);
  return { found, wrong, missed, precision, recall, f1 };
}

function shareOf(entries: readonly EvaluatedChange[], isRight: (entry: EvaluatedChange) => boolean): Share {
  return { right: entries.filter(isRight).length, of: entries.length };
}
