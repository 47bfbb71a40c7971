/** Models and cuts -> the **modules** in which they are shipped. */
import type { Case } from "../../packages/core/src/terms/axes/model/judge.ts";
import type { Cuts, Withheld } from "./cuts.ts";

/** Characters in one module: what editors and linters still open. */
const CHUNK = 640_000;

export interface Shipped {
  readonly cases: readonly Case[];
  readonly caseModel: Uint8Array;
  readonly marks: readonly string[];
  readonly markModel: Uint8Array;
  readonly cuts: Cuts;
  readonly withheld: Withheld;
}

/** Name and content of each file. */
export function modules({ cases, caseModel, marks, markModel, cuts, withheld }: Shipped): [string, string][] {
  const rows = cases.map(({ title, polarity }) => `[${JSON.stringify(title)}, "${polarity}"],`);
  const cut = ({ threshold, slope }: Cuts["unfair"]): string =>
    `threshold: ${round(threshold)}, slope: ${round(slope)}`;
  const { leastP, leastFit, precision, recall } = withheld;
  return [
    ...weights("case-weights", caseModel, 2),
    ...weights("mark-weights", markModel, 1),
    [
      "cases.ts",
      `${header("titles of cases and their polarity, as ToS;DR has them")}import type { Polarity } from "../judge.ts";\n\nexport const CASES: readonly (readonly [title: string, polarity: Polarity])[] = [\n${lines(rows)}\n];\n`,
    ],
    [
      "marks.ts",
      `${header("tags of CLAUDETTE and from where each is believed")}import type { Cut, Mark } from "../judge.ts";\n\nexport const MARKS: readonly Mark[] = [\n${lines(marks.map((name, which) => `{ name: "${name}", ${cut(cuts.marks[which] ?? cuts.unfair)} },`))}\n];\n\nexport const UNFAIR: Cut = { ${cut(cuts.unfair)} };\n`,
    ],
    [
      "withheld.ts",
      `${header(`topics below these are withheld; on held-out services precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)}export const LEAST_P: number = ${round(leastP)};\n\nexport const LEAST_FIT: number = ${round(leastFit)};\n`,
    ],
  ];
}

function weights(name: string, bytes: Uint8Array, parts: number): [string, string][] {
  const text = Buffer.from(bytes).toString("base64");
  if (text.length > parts * CHUNK) throw new RangeError(`${name} does not fit into ${parts} modules`);
  const constant = name.toUpperCase().replace("-", "_");
  return Array.from({ length: parts }, (_, at) => [
    `${name}-${at + 1}.ts`,
    `${header(`part ${at + 1} of ${parts} of the ${name.replace("-", " ")}, in base64`)}export const ${constant}_${at + 1}: string =\n  "${text.slice(at * CHUNK, (at + 1) * CHUNK)}";\n`,
  ]);
}

function header(says: string): string {
  return `/** Made by scripts/terms/train.ts; NOTICE says from what: ${says}. */\n`;
}

function lines(rows: readonly string[]): string {
  return rows.map((row) => `  ${row}`).join("\n");
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
