/** **HistoryRecord**: folder or repository -> **HistoryRecord** -> replay. One dated text of one document. */
import type { DocumentName, Version } from "@proviso/core/terms";

export interface HistoryRecord {
  readonly document: DocumentName;
  readonly version: Version;
}
