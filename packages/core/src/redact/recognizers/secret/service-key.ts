/**
 * Keys and tokens that can be told by their form: a prefix or marker, an alphabet, a length. The
 * forms are data (`key-forms-*.ts`); this only reads them.
 */
import { HARD, type Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { ALPHABETS } from "./alphabet.ts";
import { endsInCrc32 } from "./crc32.ts";
import { isFiller } from "./filler.ts";
import type { Companion, KeyForm } from "./key-form.ts";
import { BUSINESS_KEYS } from "./key-forms-business.ts";
import { CLOUD_KEYS } from "./key-forms-cloud.ts";
import { CODE_KEYS } from "./key-forms-code.ts";
import { type KeyPattern, keyPattern, type Match, matchKey } from "./key-pattern.ts";
import { looksRandom, newTraits, readTraits } from "./randomness.ts";

export const KEY_FORMS: readonly KeyForm[] = [...CODE_KEYS, ...CLOUD_KEYS, ...BUSINESS_KEYS];

interface Compiled {
  readonly form: KeyForm;
  readonly pattern: KeyPattern;
}

const COMPILED: readonly Compiled[] = KEY_FORMS.flatMap((form) =>
  form.patterns.map((source) => ({ form, pattern: keyPattern(source) })),
);

const match: Match = { start: 0, end: 0 };
const traits = newTraits();
/** A value without digits that reads like this is made of words. */
const WORDY = 6.3;

export const serviceKey: Recognizer = {
  name: "service-key",
  types: ["API_KEY"],
  literals: COMPILED.map(({ pattern }) => ({
    text: pattern.anchor,
    wordStart: pattern.before.length === 0 && !pattern.isAddress && /^\w/.test(pattern.anchor),
  })),
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    const compiled = COMPILED[literal];
    if (compiled === undefined || !matchKey(text, start, end, compiled.pattern, match)) return;
    const { bytes } = text;
    const from = match.start < start ? match.start : end;
    const to = match.start < start && match.end === end ? start : match.end;
    if (isFiller(bytes, from, to)) return;
    readTraits(bytes, from, to, traits);
    if (traits.digits === 0 && traits.wordiness > WORDY) return;
    const isChecked = compiled.form.checksum !== undefined && endsInCrc32(bytes, end, match.end);
    emit("API_KEY", match.start, match.end, isChecked ? 0.99 : 0.95, isChecked ? "checksum" : "structure");
    if (compiled.form.companion !== undefined) companion(text, match.end, compiled.form.companion, emit);
  },
};

/** How far behind a key its companion may stand. */
const REACH = 160;

/** A key ID and its secret are handed on together: `AKIA..., wJal...`. */
function companion({ bytes, end }: Text, from: number, form: Companion, emit: Emit): void {
  const table = ALPHABETS[form.alphabet];
  const limit = Math.min(end, from + REACH);
  let at = from;
  while (at < limit && bytes[at] !== HARD) {
    let stop = at;
    while (stop < end && stop - at <= form.size && table[bytes[stop] as number] === 1) stop += 1;
    if (stop - at === form.size) {
      readTraits(bytes, at, stop, traits);
      if (!traits.isHex && traits.digits > 0 && traits.uppers > 0 && looksRandom(traits)) {
        emit("API_KEY", at, stop, 0.9, "context");
        return;
      }
    }
    // What is longer is another thing: past it.
    while (stop < limit && table[bytes[stop] as number] === 1) stop += 1;
    at = stop + 1;
  }
}
