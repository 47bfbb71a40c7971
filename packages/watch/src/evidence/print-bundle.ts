/** **Bundle** <-> bytes, in one way only: whatever is written otherwise was changed */
import { ProvisoError } from "@proviso/core";
import { sha256 } from "../archive/hash.ts";
import { BUNDLE, BUNDLE_FORMAT, type Bundle } from "./bundle.ts";

const START = `{"format":${JSON.stringify(BUNDLE_FORMAT)},`;
const END = /,"checksum":"(sha256:[0-9a-f]{64})"\}\n$/;
const END_BYTES = ',"checksum":"sha256:"}\n'.length + 64;

/** Base64 of the largest answers that are read, and their texts, several times over. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Whether a file that begins so is meant to be a bundle; its first hundred bytes are enough. */
export function isBundle(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, START.length)).toString("latin1") === START;
}

/** One line of JSON. The checksum is that of all before it, and shows damage, not who wrote it. */
export function printBundle(bundle: Bundle): Uint8Array {
  const body = Buffer.from(JSON.stringify(BUNDLE.parse(bundle)).slice(0, -1));
  return Buffer.concat([body, Buffer.from(`,"checksum":"${sha256(body)}"}\n`)]);
}

/** @throws ProvisoError PROOF_INVALID with the field */
export function parseBundle(bytes: Uint8Array, file?: string): Bundle {
  const fail = (what: string, field?: string, hint?: string): ProvisoError =>
    new ProvisoError("PROOF_INVALID", what, {
      place: { file, field },
      hint: hint ?? "take the file from whoever made it once more",
    });
  if (!isBundle(bytes)) throw fail(`the file does not begin as \`${BUNDLE_FORMAT}\` does`);
  if (bytes.length > MAX_BYTES) throw fail(`the file is larger than ${MAX_BYTES} bytes`);
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const split = Math.max(0, whole.length - END_BYTES);
  const checksum = END.exec(whole.subarray(split).toString("latin1"))?.[1];
  if (checksum === undefined) throw fail("the file has no checksum at its end; was it cut off?", "checksum");
  const body = whole.subarray(0, split);
  if (sha256(body) !== checksum) throw fail("the file was changed after it was written", "checksum");
  let json: unknown;
  try {
    json = JSON.parse(`${new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body)}}`);
  } catch {
    throw fail("the file is no JSON in UTF-8");
  }
  const read = BUNDLE.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw fail("the file has not the form that its format has", issue?.path.join("."), issue?.message);
  }
  // Twice the same key, another order or another way to write a number would be read by each reader as he likes.
  if (!isPrintOf(whole, read.data)) throw fail("the file is not written as its format has it");
  return read.data;
}

function isPrintOf(bytes: Buffer, bundle: Bundle): boolean {
  try {
    return bytes.equals(printBundle(bundle));
  } catch (error) {
    // What a ledger logged may be nested deeper than can be written again.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
