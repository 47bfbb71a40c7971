/** Text in small letters -> **durations** in it, as ISO 8601 periods */
import { NUMBER_WORDS, UNITS } from "../data/keeping.ts";

export interface Duration {
  readonly period: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const FORM = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(\\d{1,4})|(${NUMBER}))(?:\\s?\\((\\d{1,4})\\))?[\\s-](?:additional |consecutive |calendar |business |rolling |more |full )?(${UNIT})(?:s|e|en|n)?(?![\\p{L}])(?! old|s old|s of age)`,
  "gu",
);

/** "five (5) years" → `P5Y`, "30 days" → `P30D`, "72 hours" → `PT72H`. Weeks are written as days. */
export function durationsIn(text: string): readonly Duration[] {
  const found: Duration[] = [];
  for (const match of text.matchAll(FORM)) {
    const count = Number(match[3] ?? match[1] ?? NUMBER_WORDS[match[2] ?? ""]);
    const unit = UNITS[match[4] ?? ""];
    if (unit === undefined || !Number.isInteger(count) || count === 0) continue;
    const [letter, times] = unit;
    const period = letter === "H" ? `PT${count}H` : `P${count * times}${letter}`;
    found.push({ period, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
