/** Numbers of patients and of the insured, by their label. */
import type { Recognizer } from "../../recognizer.ts";
import { labelled } from "../form/labelled.ts";

export const medicalRecord: Recognizer = labelled({
  name: "medical-record",
  type: "MEDICAL_ID",
  labels: [
    "medical record number", "medical record no", "medical record", "medicalrecord", "medical_record", "mrn", "patient id",
    "patientid", "patient_id", "patient number", "patient no", "health insurance number", "health card number",
    "health plan id", "health card", "patientennummer", "patienten-nr", "patienten-id", "fallnummer", "krankenaktennummer",
    "numéro de patient", "numéro de dossier médical", "ipp", "número de paciente", "historia clínica", "número de historia",
    "prontuário", "número de utente", "cartella clinica", "numero paziente", "tessera sanitaria", "tarjeta sanitaria",
    "patiëntnummer", "patientnummer",
  ],
  digits: { min: 4, max: 16 },
  score: 0.85,
});
