/**
 * Event x Controller -> **Receipt** -> verify
 *
 * A record of consent as ISO/IEC TS 27560 has it, in the words of the W3C Data Privacy Vocabulary, with
 * the evidence that just this record was logged. What is not known is said to be unknown.
 */
import * as z from "zod";
import { EVIDENCE, type Evidence } from "../ledger/index.ts";

export const RECEIPT_FORMAT = "proviso-receipt/1";

/** What the record's words mean. A reader of JSON-LD needs nothing from the network. */
export const CONTEXT = {
  dpv: "https://w3id.org/dpv#",
  ai: "https://w3id.org/dpv/ai#",
  loc: "https://w3id.org/dpv/loc#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  dct: "http://purl.org/dc/terms/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  proviso: "urn:proviso:receipt#",
} as const;

const node = z.looseObject({});
const status = z.looseObject({
  "@type": z.array(z.string()).min(1),
  "dpv:isIndicatedBy": z.string(),
  "dpv:isIndicatedAtTime": z.string(),
  "dpv:hasDuration": node,
});

/** The fields that the standard demands; others may stand there. */
export const RECORD = z.looseObject({
  "@context": node,
  "@id": z.string().min(1),
  "@type": z.literal("dpv:ConsentRecord"),
  "dct:conformsTo": z.string(),
  "dct:identifier": z.string().min(1),
  "dpv:hasDataSubject": node,
  "dpv:hasNotice": z.looseObject({ "@id": z.string(), "dct:language": z.string() }),
  "dpv:hasProcess": z.array(node).min(1),
  "dpv:hasEntity": z.array(node).min(1),
  "dpv:hasConsentControl": z.looseObject({ "dpv:isExercisedAt": z.string() }),
  "dpv:hasConsentStatus": z.array(status).min(1),
});

export type ConsentRecord = Readonly<z.infer<typeof RECORD>>;

export const RECEIPT = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  record: RECORD,
  evidence: EVIDENCE.describe("Its opening is of kind `receipt`, and its value is the record."),
});

export interface Receipt {
  readonly format: typeof RECEIPT_FORMAT;
  readonly record: ConsentRecord;
  readonly evidence: Evidence;
}

export function receiptSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(RECEIPT, { io: "input" });
  return { $schema, title: "Proviso receipt", ...schema };
}
