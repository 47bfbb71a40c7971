/**
 * German tax numbers (Steuernummer): a tax office's number for a person or firm, grouped by state; no
 * check that holds in all states, so below the line without a word.
 */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { numberId } from "../form/number-id.ts";

export const deTaxNumber: Recognizer = numberId({
  name: "de-tax-number",
  type: "GOVERNMENT_ID",
  forms: {
    "2/3/5": 0.4,
    "3/3/5": 0.4,
    "3/4/4": 0.4,
    "2/4/4": 0.3,
    "1/3/5": 0.2,
    "3 3 5": 0.2,
    "2 3 5": 0.2,
    "3 2 5": 0,
    "10": 0,
    "11": 0,
    "13": 0.2,
  },
  validation: "structure",
  withContext: 0.9,
  words: [
    "steuernummer",
    "steuer-nr",
    "steuernr",
    "st.-nr",
    "st.nr",
    "stnr",
    "st-nr",
    "steuer-nummer",
    "finanzamt",
    "elster",
  ],
  // Thirteen digits are the federal form: it begins with the state, or has a zero in the fifth place.
  check: (digits, from, size) => {
    if (size !== 13) return true;
    const state = two(digits, from);
    return (state >= 1 && state <= 16) || (digits[from] !== 0 && state !== 17 && digits[from + 4] === 0);
  },
});
