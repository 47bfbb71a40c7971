/** Text -> **dates** in it, as days in UTC */
import { MONTHS } from "./data/months.ts";

export interface FoundDate {
  /** 00:00 UTC of the day, milliseconds since 1970. */
  readonly at: number;
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const NAME = "\\p{L}{3,12}";
const FORMS: readonly (readonly [form: RegExp, order: readonly (0 | 1 | 2)[]])[] = [
  // Groups in the text; `order` says where year, month and day stand.
  [/(\d{4})-(\d{2})-(\d{2})(?!\d)/gu, [0, 1, 2]],
  [/(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/gu, [0, 1, 2]],
  [/(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu, [0, 1, 2]],
  [new RegExp(`(${NAME})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})(?!\\d)`, "giu"), [2, 0, 1]],
  [
    new RegExp(
      `(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s{1,3}(?:of |de |d[’'])?(${NAME})\\.?,?\\s{1,3}(?:de |del )?(\\d{4})(?!\\d)`,
      "giu",
    ),
    [2, 1, 0],
  ],
  [/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/gu, [2, 1, 0]],
];
/** Day and month in either order: read only where one of them cannot be a month. */
const SLASHES = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/gu;

/** In the order of the text. `03/04/2025` is two days, so it is none. */
export function datesIn(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const [form, order] of FORMS) {
    for (const match of text.matchAll(form)) {
      const [year, month, day] = order.map((group) => match[group + 1] ?? "");
      add(found, match, Number(year), monthOf(month ?? ""), Number(day));
    }
  }
  for (const match of text.matchAll(SLASHES)) {
    const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (first > 12) add(found, match, year, second, first);
    else if (second > 12 || first === second) add(found, match, year, first, second);
  }
  return found.sort((a, b) => a.start - b.start);
}

function add(
  found: FoundDate[],
  match: RegExpExecArray,
  year: number,
  month: number | undefined,
  day: number,
): void {
  if (month === undefined || year < 1990 || year > 2100) return;
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return;
  const end = match.index + match[0].length;
  if (found.some((one) => match.index < one.end && one.start < end)) return;
  found.push({ at, start: match.index, end });
}

/**
 * A number, or a name. The name may have grown together with the word before it (`UpdatedNovember`): the
 * longest ending that is a month counts.
 */
function monthOf(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined;
  const capital = /\p{Lu}\p{Ll}{2,}$/u.exec(text)?.[0] ?? text;
  return MONTHS.get(text.toLowerCase()) ?? MONTHS.get(capital.toLowerCase());
}
