/** The form of Open Terms Archive's service files, and of the history beside them. */
import * as z from "zod";
import { address } from "./fields.ts";
import { selectors } from "./selector-form.ts";

const filterCall = z.union([z.string().min(1), z.record(z.string(), z.unknown())]);

const shared = {
  select: selectors.exactOptional(),
  remove: selectors.exactOptional(),
  filter: z.array(filterCall).exactOptional(),
  executeClientScripts: z.boolean().exactOptional(),
};

const part = z.looseObject({ fetch: address, ...shared });

/** Fields of later versions of the format are passed over with a note, so objects are not strict. */
export const otaTerms = z.looseObject({
  fetch: address.exactOptional(),
  ...shared,
  combine: z.array(part).min(1).exactOptional(),
});

export const otaService = z.looseObject({
  name: z.string().min(1),
  terms: z.record(z.string(), otaTerms).exactOptional(),
  /** As `terms` was called before 2023. */
  documents: z.record(z.string(), otaTerms).exactOptional(),
});

export const otaHistory = z.record(z.string(), z.array(otaTerms.extend({ validUntil: z.string() })));

export type OtaTerms = z.output<typeof otaTerms>;

export const OTA_TERMS_KEYS: ReadonlySet<string> = new Set([...Object.keys(otaTerms.shape), "validUntil"]);
