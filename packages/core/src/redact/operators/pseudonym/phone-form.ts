/**
 * `+44 20 8366 1177` -> `+44 20 7946 0418`: same country, same layout, a number that never rings
 *
 * Where the country keeps numbers for films, one of those. Elsewhere, and where the country cannot be
 * seen, a national number that begins with 000, as none does.
 */
import { type PhoneParts, phoneParts } from "../phone-parts.ts";
import type { Draw } from "../prf.ts";
import { FICTIONAL_RANGES, type FictionalRange } from "./fictional-phones.ts";
import type { Form } from "./form.ts";

const FEWEST = 7;
const NOWHERE = "000";
const AMERICAN_FICTION = /^[2-9]\d\d55501\d\d$/;

export const phoneForm: Form = {
  make(value, draw) {
    const parts = phoneParts(value);
    if (parts.lead.length + parts.national.length < FEWEST) return undefined;
    return withDigits(value, `${parts.lead}${fictional(parts, draw)}`);
  },

  isOwn(value, type) {
    if (!hasDigits(value)) return false;
    const { country, lead, national } = phoneParts(value);
    if (lead.length + national.length < FEWEST) return false;
    if (country === "1" && AMERICAN_FICTION.test(national)) return true;
    if (FICTIONAL_RANGES.some((one) => isIn(one, country, lead, national))) return true;
    // A number of another kind may begin with zeros, but not after a `+`.
    const isPhone = type === "PHONE" || value.startsWith("+");
    return isPhone && `${lead === "0" ? "0" : ""}${national}`.startsWith(NOWHERE);
  },
};

function fictional({ country, lead, national }: PhoneParts, draw: Draw): string {
  if (country === "1" && national.length === 10) {
    return `${2 + draw.below(8)}${draw.below(9)}${draw.below(10)}55501${digits(2, draw)}`;
  }
  const fitting = FICTIONAL_RANGES.filter((one) => one.country === country && one.size === national.length);
  const alike = fitting.filter(({ prefix }) => prefix.charAt(0) === national.charAt(0));
  const range = draw.pick(alike.length > 0 ? alike : fitting);
  if (range !== undefined) return `${range.prefix}${digits(national.length - range.prefix.length, draw)}`;
  const zeros = lead === "0" ? NOWHERE.slice(1) : NOWHERE;
  return `${zeros}${digits(national.length - zeros.length, draw)}`;
}

/** Inside its country a number of a range is written with a zero before it. */
function isIn(
  { country, prefix, size }: FictionalRange,
  code: string,
  lead: string,
  national: string,
): boolean {
  return (
    (country === code || (code === "" && lead === "0")) &&
    national.length === size &&
    national.startsWith(prefix)
  );
}

function hasDigits(value: string): boolean {
  let count = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) count += 1;
  }
  return count >= FEWEST;
}

function withDigits(value: string, wanted: string): string {
  let index = -1;
  return value.replace(/\d/g, () => {
    index += 1;
    return wanted.charAt(index) || "0";
  });
}

function digits(count: number, draw: Draw): string {
  return Array.from({ length: Math.max(0, count) }, () => draw.below(10)).join("");
}
