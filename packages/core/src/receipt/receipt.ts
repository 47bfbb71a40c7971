/**
 * Event x Controller -> **Receipt** -> verify
 *
 * A record of consent as ISO/IEC TS 27560 has it, in the words of the W3C Data Privacy Vocabulary, with
 * the evidence that just this record was logged. What is not known is said to be unknown.
 */
import * as z from "zod";
import { EVIDENCE, type Evidence } from "../ledger/index.ts";

export const RECEIPT_FORMAT = "proviso-receipt/1";

const term = (name: string) => ({ "@id": name, "@type": "@id" });

/**
 * What the record's words mean. A reader of JSON-LD needs nothing from the network; what names a term
 * or a thing is read as one, and not as a text.
 */
export const CONTEXT = {
  dpv: "https://w3id.org/dpv#",
  ai: "https://w3id.org/dpv/ai#",
  loc: "https://w3id.org/dpv/loc#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  dct: "http://purl.org/dc/terms/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  proviso: "urn:proviso:receipt#",
  "dct:conformsTo": term("dct:conformsTo"),
  "dpv:hasProcessing": term("dpv:hasProcessing"),
  "dpv:hasNecessity": term("dpv:hasNecessity"),
  "dpv:hasDataSource": term("dpv:hasDataSource"),
  "dpv:hasLocation": term("dpv:hasLocation"),
  "dpv:hasDataController": term("dpv:hasDataController"),
  "dpv:hasLegalBasis": term("dpv:hasLegalBasis"),
  "dpv:hasJurisdiction": term("dpv:hasJurisdiction"),
  "dpv:isIndicatedBy": term("dpv:isIndicatedBy"),
  "dpv:isExercisedAt": term("dpv:isExercisedAt"),
  "dpv:isIndicatedAtTime": { "@id": "dpv:isIndicatedAtTime", "@type": "xsd:dateTime" },
} as const;

const STATES = [
  "dpv:ConsentGiven",
  "dpv:RenewedConsentGiven",
  "dpv:ConsentUnknown",
  "dpv:ConsentRequested",
  "dpv:ConsentRequestDeferred",
  "dpv:ConsentRefused",
  "dpv:ConsentWithdrawn",
  "dpv:ConsentExpired",
  "dpv:ConsentRevoked",
  "dpv:ConsentInvalidated",
] as const;

const node = z.looseObject({});
const link = z.looseObject({ "@id": z.string().min(1) });
const isState = (types: readonly string[]): boolean => STATES.some((state) => types.includes(state));

const status = z.looseObject({
  "@type": z.array(z.string()).refine(isState, "one of the states of consent must be named"),
  "dpv:isIndicatedBy": z.string(),
  "dpv:isIndicatedAtTime": z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  "dpv:hasDuration": node,
});

const present = z.unknown().refine((value) => value !== undefined, "it is missing");

const process = z.looseObject({
  "dpv:hasPurpose": present,
  "dpv:hasPersonalData": present,
  "dpv:hasStorageCondition": z
    .array(z.looseObject({ "@type": z.string() }))
    .refine(
      (list) => list.some((one) => one["@type"] === "dpv:StorageLocation" && "dpv:hasLocation" in one),
      "it must name a location",
    )
    .refine(
      (list) => list.some((one) => one["@type"] === "dpv:StorageDuration" && "dpv:hasDuration" in one),
      "it must name a duration",
    ),
  "dpv:hasDataController": present,
  "dpv:hasRecipient": present,
  "dpv:hasJurisdiction": present,
});

/** The fields that schemas/consent-record.schema.json demands; others may stand there. */
export const RECORD = z.looseObject({
  "@context": node,
  "@id": z.string().min(1),
  "@type": z.literal("dpv:ConsentRecord"),
  "dct:conformsTo": z.enum([
    "https://w3id.org/dpv/schema/dpv-27560#record",
    "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr",
  ]),
  "dct:identifier": z.string().min(1),
  "dct:replaces": link.exactOptional().describe("The record before this one."),
  "proviso:corrects": z.array(link).exactOptional().describe("Records that were made before more was known."),
  "dpv:hasDataSubject": node,
  "dpv:hasNotice": z.looseObject({ "@id": z.string(), "dct:language": z.string() }),
  "dpv:hasProcess": z.array(process).min(1),
  "dpv:hasEntity": z
    .array(
      z.looseObject({
        "@id": z.string(),
        "@type": present,
        "dpv:hasName": present,
        "dpv:hasAddress": present,
        "dpv:hasContact": present,
      }),
    )
    .min(1),
  "dpv:hasConsentControl": z.looseObject({
    "@type": z
      .array(z.string())
      .refine((types) => types.includes("dpv:WithdrawConsent"), "it must say how to withdraw")
      .exactOptional(),
    "dpv:isExercisedAt": z.string(),
  }),
  "dpv:hasConsentStatus": z.array(status).min(1),
  "proviso:priorState": z.string().exactOptional().describe("Where the control stood before."),
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
