/** Taiwanese identity numbers: a letter for the place, sex (1, 2; foreigners 8, 9 or a letter), a check digit. */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { weighted } from "../check/weighted.ts";
import { shapeId } from "../form/shape-id.ts";

/** Places in the order of their codes, from 10. */
const PLACES = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
const WEIGHTS = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];

export const twId: Recognizer = shapeId({
  name: "tw-id",
  type: "GOVERNMENT_ID",
  forms: { AS99999999: 0.55 },
  classes: { S: "1289" },
  validation: "checksum",
  words: ["身分證*", "身分證字號*", "統一編號*", "taiwan id", "taiwanese id", "national id"],
  check(value) {
    const place = PLACES.indexOf(value[0] ?? "") + 10;
    return weighted([Math.floor(place / 10), place % 10, ...digitsOf(value.slice(1))], 0, WEIGHTS) % 10 === 0;
  },
});
