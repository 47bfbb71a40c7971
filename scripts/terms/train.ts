/**
 * Labels -> **packages/core/src/terms/axes/model/data**
 *
 * `node --conditions=@proviso/source scripts/terms/train.ts --labels <folder>`. The same labels give the same
 * bytes. docs/terms-labels.md says what the folder holds, and under which licences.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { unpack } from "../../packages/core/src/terms/axes/model/unpack.ts";
import { formattedText } from "../formatted.ts";
import { caseModelOf, caseScores, casesOf, heldOutScores, MARK_SIZE, markedBy } from "./cross.ts";
import { cutsOf, withheldOf } from "./cuts.ts";
import { readPoints, readSentences, TAGS } from "./labels.ts";
import { learnMarks } from "./learn-marks.ts";
import { modules } from "./modules.ts";
import { pack } from "./pack.ts";

const { values } = parseArgs({ options: { labels: { type: "string" } } });
if (values.labels === undefined) throw new RangeError("say where the labels are: --labels <folder>");
const points = readPoints(values.labels);
const sentences = readSentences(values.labels);
const cases = casesOf(points);
const caseModel = caseModelOf(points, cases);
const marked = markedBy(unpack(caseModel), sentences);
const folds = sentences.map(({ fold }) => fold);
const files = modules({
  cases,
  caseModel,
  marks: TAGS,
  markModel: pack(learnMarks(marked, TAGS, MARK_SIZE.features), MARK_SIZE.weights),
  cuts: cutsOf(heldOutScores(marked, folds, [...new Set(folds)].sort(), "shipped"), marked, TAGS),
  withheld: withheldOf(points, cases, caseScores(points, cases, "shipped")),
});
const folder = join(import.meta.dirname, "../../packages/core/src/terms/axes/model/data");
mkdirSync(folder, { recursive: true });
for (const [name, content] of files) {
  const path = join(folder, name);
  writeFileSync(path, name.includes("weights") ? content : formattedText(path, content));
}
console.log(files.map(([name, content]) => `${name} ${content.length}`).join("\n"));
