/** Driving licence numbers of any state, by their label: each US state alone has its own form. */
import type { Recognizer } from "../../recognizer.ts";
import { labelled } from "../form/labelled.ts";

export const drivingLicence: Recognizer = labelled({
  name: "driving-licence",
  type: "DRIVING_LICENCE",
  labels: [
    "driver's license", "driver’s license", "drivers license", "driver license", "driver's licence", "drivers licence",
    "driver licence", "driving licence", "driving license", "driverslicense", "driver_license", "drivers_license",
    "driverlicense", "drivinglicence", "driving_licence", "dl number", "dl no", "dl#", "führerschein", "fuehrerschein",
    "permis de conduire", "permiso de conducir", "carnet de conducir", "licencia de conducir", "carteira de motorista",
    "carta de condução", "carteira de habilitação", "patente di guida", "rijbewijs",
  ],
  digits: { min: 5, max: 16 },
  score: 0.85,
});
