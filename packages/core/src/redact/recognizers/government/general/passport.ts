/** Passport numbers of any state, by their label: form and check differ from state to state and year to year. */
import type { Recognizer } from "../../recognizer.ts";
import { labelled } from "../form/labelled.ts";

export const passport: Recognizer = labelled({
  name: "passport",
  type: "PASSPORT",
  labels: [
    "passport",
    "travel document",
    "reisepass",
    "passnummer",
    "pass-nr",
    "passeport",
    "pasaporte",
    "passaporte",
    "passaporto",
    "paspoort",
    "passnr",
    "paszport",
    "여권",
  ],
  digits: { min: 6, max: 10 },
  score: 0.8,
});
