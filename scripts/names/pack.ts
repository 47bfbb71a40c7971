/** A trained model -> small integers, and the **modules** in which the bundle ships them. */
import type { Weights } from "../../packages/core/src/redact/names/tagger.ts";
import type { Model } from "./crf.ts";

/** Weights beyond this are cut: few are, and the rest gains in precision. */
const LARGEST = 3;
/** Characters in one module: what editors and linters still open. */
const CHUNK = 640_000;
/** The line width of biome.json. */
const LINE = 110;

export function packed({ weights, transitions }: Model): Weights {
  const unit = LARGEST / 127;
  const values = Int8Array.from(weights, (value) => Math.max(-127, Math.min(127, Math.round(value / unit))));
  return { values, unit, transitions };
}

/** Name and content of each file in `names/data`. */
export function dataModules(lexicon: Uint8Array, weights: Weights): readonly (readonly [string, string])[] {
  const numbers = filled([...weights.transitions].map((value) => `${Number(value.toPrecision(6))},`));
  const values = new Uint8Array(weights.values.buffer, weights.values.byteOffset, weights.values.length);
  return [
    ...chunks("lexicon", lexicon),
    ...chunks("weights", values),
    [
      "transitions.ts",
      `${header("what one step of a weight is worth, and how tags follow each other")}export const UNIT: number = ${weights.unit};\n\nexport const TRANSITIONS: readonly number[] = [\n${numbers}\n];\n`,
    ],
  ];
}

/** As many on a line as the formatter puts there. */
function filled(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > LINE) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join("\n");
}

function header(says: string): string {
  return `/** Made by scripts/names/train.ts; NOTICE says from what: ${says}. */\n`;
}

function chunks(name: string, bytes: Uint8Array): readonly (readonly [string, string])[] {
  const text = Buffer.from(bytes).toString("base64");
  const count = Math.ceil(text.length / CHUNK);
  return Array.from({ length: count }, (_, index) => [
    `${name}-${index + 1}.ts`,
    `${header(`part ${index + 1} of ${count} of the ${name}, in base64`)}export const ${name.toUpperCase()}_${index + 1}: string =\n  "${text.slice(index * CHUNK, (index + 1) * CHUNK)}";\n`,
  ]);
}
