/**
 * Records of one value each: telephone numbers by region, account numbers by country. The text is
 * the value alone, the hardest case: nothing beside it says what it is.
 */
import { z } from "zod";
import type { Labelled } from "../labelled.ts";
import { parsed, type RecordFormat } from "./record.ts";

const PHONE = z.object({ region: z.string(), cc: z.string(), national: z.string() });
const IBAN = z.object({ country: z.string(), iban: z.string() });

export const NUMBER_EXAMPLES: readonly RecordFormat[] = [
  {
    name: "telephone numbers",
    keys: ["region", "cc", "national"],
    note: "written in the international form: +, country code and number, without spaces",
    read(record, at) {
      const { region, cc, national } = parsed(PHONE, record, at);
      return [alone(`${region} ${at.id}`, `+${cc}${national}`, "PHONE")];
    },
  },
  {
    name: "account numbers",
    keys: ["country", "iban"],
    read(record, at) {
      const { country, iban } = parsed(IBAN, record, at);
      return [alone(`${country} ${at.id}`, iban, "IBAN")];
    },
  },
];

function alone(id: string, text: string, label: string): Labelled {
  return { id, text, spans: [{ start: 0, end: text.length, label }], about: [label] };
}
