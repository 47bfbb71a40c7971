/** What commander hands to the commands of `ledger`, by name. */

export interface LedgerOptions {
  readonly keyFile?: string;
}

export interface LedgerInitOptions extends LedgerOptions {
  readonly origin: string;
}

export interface LedgerEvidenceOptions {
  readonly index?: number;
  readonly digest?: string;
  readonly event?: string;
  readonly out?: string;
}

export interface LedgerCosignOptions {
  readonly key: string;
  readonly state?: string;
  readonly logKey?: string;
  readonly out?: string;
}

export interface LedgerCosignatureOptions extends LedgerOptions {
  readonly witness?: string;
}

export interface LedgerCheckOptions {
  readonly against?: string;
  readonly key?: readonly string[];
  readonly out?: string;
}

export interface LedgerEraseOptions extends LedgerOptions {
  readonly index: readonly number[];
}

export interface LedgerWitnessOptions {
  readonly name: string;
}
