/** A record of consent, with the evidence that just this record was logged. */
import { isOwnRecord, parseReceipt } from "../../receipt/parse-receipt.ts";
import { RECEIPT_FORMAT } from "../../receipt/receipt.ts";
import { failed, notChecked, ok } from "../checklist.ts";
import { placedChecks } from "../placed.ts";
import type { Verifier } from "./artefact.ts";
import { headOf } from "./evidence.ts";

export const receipt: Verifier = {
  says: "receipt of a choice",
  is: (_, format) => format === RECEIPT_FORMAT,
  verify({ file, json }, scene) {
    const read = parseReceipt(json, file.name);
    return [
      ok("form", "a record of consent as ISO/IEC TS 27560 asks for"),
      isOwnRecord(read)
        ? ok("record", "the record that is shown is the one that was logged")
        : failed("record", "the record that is shown is not the one that was logged"),
      ...placedChecks(read.evidence, file.name, scene, "receipt"),
      notChecked("later", "that no later record replaces this one: ask who holds the log for all of yours"),
    ];
  },
  heads: ({ file, json }) => [headOf(parseReceipt(json, file.name).evidence, file.name)],
};
