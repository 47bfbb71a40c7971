/** JSON -> **Receipt** */
import canonicalize from "canonicalize";
import { ProvisoError } from "../errors.ts";
import { RECEIPT, type Receipt } from "./receipt.ts";

/** @throws ProvisoError RECEIPT_INVALID */
export function parseReceipt(value: unknown, file?: string): Receipt {
  if (hasHiddenKey(value)) {
    throw new ProvisoError("RECEIPT_INVALID", "the receipt has a key `__proto__`, which readers pass over", {
      place: { file },
      hint: "no receipt is issued with one: something was put in",
    });
  }
  const parsed = RECEIPT.safeParse(value);
  if (parsed.success) return parsed.data as Receipt;
  const [issue] = parsed.error.issues;
  throw new ProvisoError("RECEIPT_INVALID", `the receipt's \`${issue?.path.join(".") ?? ""}\` is not right`, {
    place: { file, field: issue?.path.join(".") },
    hint: issue?.message.toLowerCase(),
  });
}

/** @throws ProvisoError RECEIPT_INVALID */
export function readReceipt(text: string, file: string): Receipt {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ProvisoError("RECEIPT_INVALID", "this is no receipt: it is no JSON", {
      place: { file },
      hint: error instanceof Error ? error.message.toLowerCase() : undefined,
    });
  }
  return parseReceipt(value, file);
}

/** Whether the record that is shown is the one that was logged. */
export function isOwnRecord({ record, evidence }: Receipt): boolean {
  return canonicalize(record) === canonicalize(evidence.opening.value);
}

function hasHiddenKey(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "__proto__") || Object.values(value).some(hasHiddenKey);
}
