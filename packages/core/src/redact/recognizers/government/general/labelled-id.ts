/** Identity and tax numbers of any state, by a label that does not say which. */
import type { Recognizer } from "../../recognizer.ts";
import { labelled } from "../form/labelled.ts";

export const labelledId: Recognizer = labelled({
  name: "labelled-id",
  type: "GOVERNMENT_ID",
  labels: [
    "national id", "national identification", "national insurance number", "identity card", "identity number",
    "identification number", "id card number", "tax id", "taxpayer id", "tax identification", "tax file number",
    "social security number", "ausweisnummer", "personalausweis", "identifikationsnummer", "sozialversicherungsnummer",
    "carte d'identité", "numéro d'identité", "numéro fiscal", "numéro de sécurité sociale", "documento de identidad",
    "número de identificación", "número de identidad", "número de seguridad social", "cédula", "carteira de identidade",
    "cartão de cidadão", "número de contribuinte", "carta d'identità", "identiteitskaart", "identiteitsnummer", "residence permit",
    "aufenthaltstitel", "titre de séjour", "permiso de residencia", "permesso di soggiorno", "visa number", "alien number",
  ],
  digits: { min: 6, max: 18 },
  score: 0.75,
});
