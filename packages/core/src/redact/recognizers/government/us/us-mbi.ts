/** US Medicare beneficiary identifiers: eleven places, each with its own class; S L O I B Z are never used (CMS). */
import type { Recognizer } from "../../recognizer.ts";
import { shapeId } from "../form/shape-id.ts";

export const usMbi: Recognizer = shapeId({
  name: "us-mbi",
  type: "MEDICAL_ID",
  forms: { "NCE9~CE9~CC99": 0.9 },
  classes: { N: "123456789", C: "ACDEFGHJKMNPQRTUVWXY", E: "0123456789ACDEFGHJKMNPQRTUVWXY" },
  validation: "structure",
  words: ["mbi", "medicare", "beneficiary", "cms"],
});
