/**
 * US social security numbers. Since 2011 they are given out at random; what never was given out is
 * area 000, 666 and 900 to 999, group 00, serial 0000 (Social Security Administration, POMS RM 10201).
 */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { numberId } from "../form/number-id.ts";

/** Printed in advertisements and given to nobody: a wallet maker's card of 1938, a pamphlet of 1940. */
const ADVERTISED = new Set([78_051_120, 219_099_999]);

export const usSsn: Recognizer = numberId({
  name: "us-ssn",
  type: "US_SSN",
  forms: { "3-2-4": 0.85, "3 2 4": 0.6, "3.2.4": 0.6, "3-6": 0.3, "5-4": 0.2, "9": 0.2 },
  validation: "structure",
  withContext: 0.95,
  words: [
    "ssn",
    "ssns",
    "ss#",
    "ssn#",
    "ssnumber",
    "social security",
    "social-security",
    "socialsecurity*",
    "social_security*",
    "social sec",
    "soc sec",
    "social number",
    "seguro social",
    "seguridad social",
    "sécurité sociale américaine",
    "sozialversicherung*",
  ],
  check(digits, from) {
    let area = 0;
    let all = 0;
    for (let index = 0; index < 9; index += 1) {
      all = all * 10 + (digits[from + index] ?? 0);
      if (index === 2) area = all;
    }
    return (
      area !== 0 &&
      area !== 666 &&
      area < 900 &&
      two(digits, from + 3) !== 0 &&
      all % 10_000 !== 0 &&
      !ADVERTISED.has(all)
    );
  },
});
