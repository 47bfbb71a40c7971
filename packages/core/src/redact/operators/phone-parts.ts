/**
 * A telephone number as it is written -> its **PhoneParts**
 *
 * `+1 415-200-1234` and `(415) 200-1234` are one number. The country is known where the number says
 * it, and in North America by the form, which no other country's numbers have.
 */

/** Where an extension begins: its digits are no part of the number. */
const EXTENSION = /[\p{L}#]/u;
/** ITU E.164: country codes of one and two digits; all others have three. */
const SHORT_CODES = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
/** No country code begins with zero: `000` is ours. */
const ABROAD = /^00[1-9]/;
const AMERICAN = /^[2-9]\d\d[2-9]\d{6}$/;
const SCHEME = /^\s*(?:tel:)?\s*/i;

export interface PhoneParts {
  /** Country code, or empty. */
  readonly country: string;
  /** All digits before the national number: `0044`, `44`, `440`, `1`, `0`, or none. */
  readonly lead: string;
  readonly national: string;
  /** Digits that are dialled afterwards. */
  readonly extension: string;
}

export function phoneParts(value: string): PhoneParts {
  const text = value.replace(SCHEME, "");
  const at = text.search(EXTENSION);
  const all = (at > 0 ? text.slice(0, at) : text).replace(/\D/g, "");
  const extension = at > 0 ? text.slice(at).replace(/\D/g, "") : "";
  const hasPlus = text.startsWith("+");
  if (!hasPlus && !ABROAD.test(all)) {
    if (AMERICAN.test(all)) return { country: "1", lead: "", national: all, extension };
    if (all.startsWith("1") && AMERICAN.test(all.slice(1))) {
      return { country: "1", lead: "1", national: all.slice(1), extension };
    }
    const lead = all.startsWith("0") ? "0" : "";
    return { country: "", lead, national: all.slice(lead.length), extension };
  }
  const dialled = hasPlus ? "" : "00";
  const rest = all.slice(dialled.length);
  const country = SHORT_CODES.exec(rest)?.[0] ?? rest.slice(0, 3);
  // `+44 (0)20`: the zero is written though it is not dialled. In Italy it is part of the number.
  const zero = country !== "39" && /\(0\)/.test(text) ? "0" : "";
  const national = rest.slice(country.length + zero.length);
  return { country, lead: `${dialled}${country}${zero}`, national, extension };
}

/** One text for one number, as far as it can be seen: with its country code where that is known. */
export function phoneIdentity(value: string): string {
  const { country, lead, national, extension } = phoneParts(value);
  const number = country === "" ? `${lead}${national}` : `+${country}${national}`;
  return extension === "" ? number : `${number}x${extension}`;
}
