/** A folder, or a `postgres://` address -> **Ledger** */
import { type Ledger, type OpenOptions, openFolderLedger, openPostgresLedger } from "@proviso/store/ledger";

export function isDatabase(location: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(location);
}

/** @throws ProvisoError NOT_FOUND, LEDGER_LOCKED, LEDGER_DAMAGED, KEY_MISMATCH, KEY_MISSING, KEY_INVALID */
export function openLedger(location: string, options: OpenOptions = {}): Promise<Ledger> {
  return isDatabase(location) ? openPostgresLedger(location, options) : openFolderLedger(location, options);
}
