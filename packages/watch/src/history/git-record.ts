/** **GitRecord**: repository of versions or snapshots -> **GitRecord** -> HistoryRecord, or snapshot entry */
import type { DocumentName } from "@proviso/core/terms";
import type { CommitMessage } from "./commit-message.ts";

export interface GitRecord {
  readonly document: DocumentName;
  /** Of several pages that make one document. */
  readonly page: string | undefined;
  /** In small letters: `md`, `html`, `pdf`. */
  readonly extension: string;
  readonly commit: string;
  /** When the page was fetched: milliseconds since 1970, UTC. */
  readonly at: number;
  readonly message: CommitMessage;
  /** The bytes left another path in the same commit: the service or type got another name. */
  readonly isRenamed: boolean;
  readonly bytes: Buffer;
}
