/** Sentence -> facts by what it names (`data/marks.ts`) */
import type { AxisValues } from "../axis.ts";
import { MARKS, type Mark } from "../data/marks.ts";
import { DENIED } from "../data/training.ts";
import type { Sentence } from "../sentence.ts";
import { allCues, firstCue } from "./cues.ts";
import { type Finding, finding } from "./finding.ts";

interface Compiled {
  readonly mark: Mark;
  readonly when: RegExp;
  readonly around: RegExp | undefined;
  readonly not: RegExp | undefined;
}

const COMPILED: readonly Compiled[] = MARKS.map((mark) => ({
  mark,
  when: new RegExp(mark.when, "u"),
  around: mark.around === undefined ? undefined : new RegExp(mark.around, "u"),
  not: mark.not === undefined ? undefined : new RegExp(mark.not, "u"),
}));
const IS_DENIED = new RegExp(DENIED, "u");
/** A denial this far before the cue governs it. */
const REACH = 60;
const LONGEST_AROUND = 1_500;

export function marksRule(sentence: Sentence): readonly Finding[] {
  const { text, lead, heading } = sentence;
  const around = `${heading} ${lead} ${text}`.slice(0, LONGEST_AROUND);
  return COMPILED.flatMap((one) => {
    const found = one.when.exec(text);
    if (found === null || one.not?.test(text) || (one.around !== undefined && !one.around.test(around)))
      return [];
    const { mark } = one;
    const from = Math.max(
      0,
      found.index - REACH,
      text.lastIndexOf(";", found.index),
      text.lastIndexOf(", ", found.index),
      text.lastIndexOf(". ", found.index),
    );
    const isDenied = mark.isAny !== true && IS_DENIED.test(`${text.slice(from, found.index)}${found[0]}`);
    if (isDenied && mark.isDeniable !== true) return [];
    return read(mark, text, isDenied ? { applies: false } : appliesOf(mark));
  });
}

/** Only where promise and permission are told apart by that value alone. */
function appliesOf({ axis }: Mark): AxisValues {
  return axis === "anonymisation" ? { applies: true } : {};
}

function read(mark: Mark, text: string, applies: AxisValues): readonly Finding[] {
  const more = Object.fromEntries((mark.first ?? []).map(([name, table]) => [name, firstCue(table, text)]));
  if (mark.each === undefined) {
    return [finding(mark.axis, { ...mark.values, ...more, ...applies }, mark.confidence)];
  }
  const [field, cues] = mark.each;
  return allCues(cues, text).map((value) =>
    finding(mark.axis, { ...mark.values, [field]: value, ...more, ...applies }, mark.confidence),
  );
}
