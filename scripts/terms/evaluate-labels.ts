/**
 * Labels -> **figures** of the offline classifier, cross-validated
 *
 * `node --conditions=@proviso/source scripts/terms/evaluate-labels.ts --labels <folder> [--kind exact|shipped]`
 */
import { parseArgs } from "node:util";
import { highest, polarityOf, sharesOf } from "../../packages/core/src/terms/axes/model/judge.ts";
import { unpack } from "../../packages/core/src/terms/axes/model/unpack.ts";
import { caseModelOf, caseScores, casesOf, heldOutScores, type Kind, markedBy, markScores } from "./cross.ts";
import { cutsOf, withheldOf } from "./cuts.ts";
import { POLARITIES, readPoints, readSentences, TAGS } from "./labels.ts";
import { f1, macroF1, mean } from "./measures.ts";

const FREQUENT = 20;

const { values } = parseArgs({ options: { labels: { type: "string" }, kind: { type: "string" } } });
if (values.labels === undefined) throw new RangeError("say where the labels are: --labels <folder>");
const folder = values.labels;
const points = readPoints(folder);
const sentences = readSentences(folder);
const cases = casesOf(points);
console.log(`${points.length} quotes, ${cases.length} cases, ${sentences.length} sentences`);
const kinds = (["exact", "shipped"] as const).filter(
  (kind) => values.kind === undefined || values.kind === kind,
);
for (const kind of kinds) {
  measureCases(kind);
  measureMarks(kind);
}

function measureCases(kind: Kind): void {
  const scores = caseScores(points, cases, kind);
  const said = scores.map((one) => polarityOf(cases, sharesOf(one)));
  print(
    kind,
    "ToS;DR polarity, macro-F1",
    macroF1(
      POLARITIES,
      points.map(({ polarity }) => polarity),
      said,
    ),
    0.795,
  );
  const counts = new Map<string, number>();
  for (const { title } of points) counts.set(title, (counts.get(title) ?? 0) + 1);
  const isFrequent = cases.map(({ title }) => (counts.get(title) ?? 0) >= FREQUENT);
  const ranks = points.flatMap(({ title }, at) => {
    const right = cases.findIndex((one) => one.title === title);
    if (isFrequent[right] !== true) return [];
    const own = scores[at]?.[right] ?? 0;
    return [
      scores[at]?.reduce(
        (above, score, which) => above + (isFrequent[which] === true && score > own ? 1 : 0),
        0,
      ) ?? 0,
    ];
  });
  const within = (rank: number): number => mean(ranks.map((one) => (one < rank ? 1 : 0)));
  print(kind, `ToS;DR case, top-1 of ${isFrequent.filter(Boolean).length}`, within(1), 0.762);
  print(kind, "ToS;DR case, top-3", within(3));
  const { precision, recall, leastP, leastFit } = withheldOf(points, cases, scores);
  console.log(
    `${kind}: topics told at p >= ${leastP.toFixed(3)}, fit >= ${leastFit.toFixed(2)}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
  );
}

function measureMarks(kind: Kind): void {
  const marked = markedBy(unpack(caseModelOf(points, cases)), sentences);
  const folds = sentences.map(({ fold }) => fold);
  const all = [...new Set(folds)].sort();
  const isSaid = TAGS.map(() => new Array<boolean>(sentences.length).fill(false));
  const isUnfair = new Array<boolean>(sentences.length).fill(false);
  for (const fold of all) {
    const others = all.filter((one) => one !== fold);
    const cuts = cutsOf(heldOutScores(marked, folds, others, kind), marked, TAGS);
    for (const [at, scores] of markScores(marked, folds, others, fold, kind)) {
      isSaid.forEach((said, which) => {
        said[at] = (scores[which] ?? 0) >= (cuts.marks[which]?.threshold ?? 0);
      });
      isUnfair[at] = highest(scores) >= cuts.unfair.threshold;
    }
  }
  const detection = f1(
    marked.map(({ marks }) => marks.size > 0),
    isUnfair,
  );
  const figures = TAGS.map((tag, which) =>
    f1(
      marked.map(({ marks }) => marks.has(tag)),
      isSaid[which] ?? [],
    ),
  );
  print(kind, "CLAUDETTE unfair or not, F1", detection, 0.687);
  print(kind, "CLAUDETTE 9 categories, macro-F1", mean(figures), 0.637);
  console.log(`  ${TAGS.map((tag, which) => `${tag} ${(figures[which] ?? 0).toFixed(3)}`).join(", ")}`);
}

function print(kind: Kind, what: string, figure: number, goal?: number): void {
  const beside = goal === undefined ? "" : ` (goal > ${goal}: ${figure > goal ? "ok" : "missed"})`;
  console.log(`${kind}: ${what} ${figure.toFixed(4)}${beside}`);
}
