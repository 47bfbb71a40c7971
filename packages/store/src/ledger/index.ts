export { forked } from "./add-signature.ts";
export { makeFolderLedger, type OpenOptions, openFolderLedger } from "./folder/open-folder.ts";
export { makeKey, readKeyFile, writeKeyFile } from "./key-file.ts";
export type { Appended, Checked, Kept, Ledger, LogKey, Settings } from "./ledger.ts";
export { newOpening } from "./new-opening.ts";
export { makePostgresLedger, openPostgresLedger } from "./postgres/open-postgres.ts";
export { keysOf } from "./settings.ts";
export { trustedKeys } from "./trusted.ts";
