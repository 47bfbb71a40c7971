/**
 * Decisions + explanations -> **ReportModel** -> one HTML file
 *
 * What the caller of `writeReport` hands over. Plain data; rows may come as a stream, so that
 * a large export never lies in memory as a whole.
 */
import type { Decision, Explanation } from "@proviso/core/decision";
import type { Purpose } from "@proviso/core/events";
import type { DocumentRef } from "@proviso/core/policy";
import type { WireWhatIf } from "./client/wire-what-if.ts";

/** One file or folder that was read, and what the import met in it. */
export interface ReportInput {
  readonly name: string;
  readonly format: string;
  readonly conversations: number;
  readonly items: number;
  /** Already printed with their places; the first ones. */
  readonly problems: readonly string[];
  /** Records that could not be read, of which `problems` tells the first. */
  readonly malformed: number;
  /** Fields or record types the importer does not know, with how often they were met. */
  readonly unknownFields: readonly { readonly name: string; readonly count: number }[];
}

/** What is known of the account from elsewhere than the export: the timeline, in words. */
export interface AccountKnown {
  readonly account: string | undefined;
  /** File that says it; undefined where nothing was given. */
  readonly source: string | undefined;
  readonly entries: readonly { readonly at: number | undefined; readonly says: string }[];
  /** What the timeline lists in full, in words: inside it, absence is knowledge. */
  readonly completeFor: readonly string[];
}

export interface ReportPolicy {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly title: string;
  readonly documents: Readonly<Record<string, DocumentRef>>;
}

/** What a reader needs to know of a fact; `VOCABULARY` of the core fits as it is. */
export interface FactWords {
  readonly about: string;
  readonly says: string;
  readonly ask: string;
}

export interface ReportRow {
  readonly id: string;
  readonly title: string | undefined;
  /** The importer's name of the export's format. */
  readonly source: string;
  readonly surface: string;
  readonly mode: string | undefined;
  readonly createdAt: number | undefined;
  readonly lastActivityAt: number | undefined;
  readonly items: number;
  readonly file: string;
  readonly decision: Decision;
  /** Without it the page of the conversation shows the deciding rule only, and says so. */
  readonly explanation?: Explanation | undefined;
}

/** What redaction would replace; counts and no values. */
export interface ReportRedaction {
  readonly profile: string;
  readonly conversations: number;
  readonly types: readonly {
    readonly type: string;
    readonly says: string;
    readonly values: number;
    readonly conversations: number;
  }[];
  readonly special: readonly { readonly says: string; readonly conversations: number }[];
}

/** What a change of policy, or a day, does; as the page has it. */
export type ReportWhatIf = WireWhatIf;

export interface ReportModel {
  readonly title: string;
  /** All instants are epoch milliseconds (UTC). */
  readonly generatedAt: number;
  readonly at: number;
  readonly known: number | null;
  /** Name and version of the program. */
  readonly generator: string;
  /** The command line that makes this report again. */
  readonly command: string;
  /** How to answer an open question, as one plain sentence. */
  readonly howToAnswer: string | undefined;
  readonly inputs: readonly ReportInput[];
  readonly accountKnown: readonly AccountKnown[];
  /** Undefined where nobody asked; read after the last row. */
  readonly redaction?: ReportRedaction | undefined;
  /** Undefined where nothing is compared; read after the last row. */
  readonly whatIf?: ReportWhatIf | undefined;
  readonly policies: readonly ReportPolicy[];
  /** In the order to show; the first one is what the report opens with. */
  readonly purposes: readonly Purpose[];
  /** A sentence for a reason code. Codes without one are shown as words made of the code. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly vocabulary: Readonly<Record<string, FactWords>>;
  /** What an export cannot tell, one sentence each. */
  readonly limits: readonly string[];
  readonly rows: Iterable<ReportRow> | AsyncIterable<ReportRow>;
}
