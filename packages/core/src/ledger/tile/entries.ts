/** Leaves -> a **bundle** of entries (C2SP tlog-tiles): each with its length in two bytes before it */
import { ProvisoError } from "../../errors.ts";

const LENGTH_BYTES = 2;
const MAX_ENTRY = 0xffff;

/** @throws RangeError for an entry of more than 65,535 bytes */
export function printEntries(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, one) => sum + LENGTH_BYTES + one.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY) throw new RangeError(`an entry has ${MAX_ENTRY} bytes at the most`);
    view.setUint16(at, entry.length);
    bytes.set(entry, at + LENGTH_BYTES);
    at += LENGTH_BYTES + entry.length;
  }
  return bytes;
}

/**
 * @param file for the error's place
 * @throws ProvisoError LEDGER_DAMAGED if the last entry is cut off
 */
export function parseEntries(bytes: Uint8Array, file?: string): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + LENGTH_BYTES <= bytes.length ? at + LENGTH_BYTES + view.getUint16(at) : Number.NaN;
    if (!(end <= bytes.length)) {
      throw new ProvisoError("LEDGER_DAMAGED", `entry ${entries.length} of the bundle is cut off`, {
        place: { file, offset: at },
        hint: "restore the file from a copy of the log",
      });
    }
    entries.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return entries;
}
