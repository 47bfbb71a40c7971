/** Irish PPS numbers: seven digits, a check letter modulus 23, since 2013 another letter (Revenue). */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { weighted } from "../check/weighted.ts";
import { shapeId } from "../form/shape-id.ts";

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2];
const LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";
/** The weight of the second letter. */
const SECOND = 9;

export const iePps: Recognizer = shapeId({
  name: "ie-pps",
  type: "GOVERNMENT_ID",
  forms: { "9999999~AW": 0.75, "9999999~A": 0.45 },
  classes: { W: "ABCDEFGHIW" },
  validation: "checksum",
  words: ["pps", "ppsn", "pps number", "personal public service"],
  check(value) {
    const second = LETTERS.indexOf(value[8] ?? "W");
    return LETTERS[(weighted(digitsOf(value.slice(0, 7)), 0, WEIGHTS) + second * SECOND) % 23] === value[7];
  },
});
