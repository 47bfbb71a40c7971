/** Indian GST numbers: state, PAN, entity, Z, check sign over base 36 (CGST rules). The sign is not held against it: Z and state say enough. */
import type { Recognizer } from "../../recognizer.ts";
import { shapeId } from "../form/shape-id.ts";

const STATES = 37;

export const inGstin: Recognizer = shapeId({
  name: "in-gstin",
  type: "IN_ID",
  forms: { "99AAAAA9999AEZX": 0.9 },
  classes: { E: "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
  validation: "structure",
  words: ["gstin", "gst", "gstins", "goods and services tax"],
  check(value) {
    const state = Number(value.slice(0, 2));
    return (state >= 1 && state <= STATES) || state === 97;
  },
});
