export { type Controller, controllerSchema, parseController } from "./controller.ts";
export { type MadeRecord, makeReceipts, type ReceiptOptions } from "./make-receipts.ts";
export { isOwnRecord, parseReceipt, readReceipt } from "./parse-receipt.ts";
export { type ConsentRecord, RECEIPT_FORMAT, type Receipt, receiptSchema } from "./receipt.ts";
export type { ConsentState } from "./status.ts";
export { subjectUnder } from "./subject.ts";
