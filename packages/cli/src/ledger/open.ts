/** Folder or address of a database -> **Ledger** */
import { parseVerifierKey, type VerifierKey } from "@proviso/core/ledger";
import {
  type Ledger,
  makeFolderLedger,
  makePostgresLedger,
  type OpenOptions,
  openFolderLedger,
  openPostgresLedger,
} from "@proviso/store/ledger";
import { readText } from "../input/read-text.ts";

const DATABASE = /^postgres(?:ql)?:\/\//;

/** @throws ProvisoError NOT_FOUND, LEDGER_LOCKED, LEDGER_DAMAGED, KEY_MISMATCH, KEY_MISSING, KEY_INVALID */
export function openLedger(place: string, options: OpenOptions = {}): Promise<Ledger> {
  return (DATABASE.test(place) ? openPostgresLedger : openFolderLedger)(place, options);
}

/** Closed when `work` has ended, however it ended. */
export async function withLedger<T>(
  place: string,
  options: OpenOptions,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const ledger = await openLedger(place, options);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

export async function makeLedger(
  place: string,
  origin: string,
  keyFile: string | undefined,
): Promise<VerifierKey> {
  const make = DATABASE.test(place) ? makePostgresLedger : makeFolderLedger;
  return await make(place, origin, { keyFile });
}

/** Given as text, or as a file that holds it. */
export async function readVerifierKey(given: string): Promise<VerifierKey> {
  if (given.includes("+")) return parseVerifierKey(given);
  return parseVerifierKey(await readText(given));
}
