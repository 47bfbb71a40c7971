/** Declaration -> fetch, extract, judge -> **Look** -> alerts: what one look at a document gave. */
import type { DocumentName } from "@proviso/core/terms";
import type { VersionEntry } from "../archive/archive.ts";
import type { HealthSignal } from "../health/signals.ts";

export type Look =
  /** Not even a request was needed to know, or the text is as it was. */
  | { readonly is: "unchanged"; readonly document: DocumentName; readonly signals: readonly HealthSignal[] }
  | { readonly is: "first"; readonly document: DocumentName; readonly entry: VersionEntry }
  | {
      readonly is: "changed";
      readonly document: DocumentName;
      readonly entry: VersionEntry;
      /** The last version that was seen well. */
      readonly against: VersionEntry | undefined;
      readonly signals: readonly HealthSignal[];
    }
  /** Silenced; why, says the entry. */
  | { readonly is: "quiet"; readonly document: DocumentName; readonly entry: VersionEntry }
  | { readonly is: "unseen"; readonly document: DocumentName; readonly signal: HealthSignal };

export type LookKind = Look["is"];
