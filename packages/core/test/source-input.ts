/**
 * Inputs made of text, and everything an importer says of them, for tests.
 */
import type { Account, Conversation, Feedback, SourceRecord } from "../src/sources/conversation.ts";
import { Report } from "../src/sources/report.ts";
import type { Input, ReadOptions, Source, SourceFile } from "../src/sources/source.ts";

const CHUNK = 7;

/** A file in small chunks, so that every record straddles some. */
export function fileOf(path: string, content: string | Uint8Array, chunk = CHUNK): SourceFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    path,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}

export function inputOf(files: Readonly<Record<string, string | Uint8Array>>, chunk = CHUNK): Input {
  return {
    name: "input",
    files: Object.entries(files).map(([path, content]) => fileOf(path, content, chunk)),
  };
}

/** JSON Lines of the given values. */
export function jsonLines(...values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

export interface Imported {
  readonly conversations: readonly Conversation[];
  readonly feedback: readonly Feedback[];
  readonly accounts: readonly Account[];
  /** Holdings by what they are. */
  readonly held: Readonly<Record<string, number>>;
  readonly report: Report;
}

/** What `source` reads of the files that it claims. */
export async function importAll(
  source: Source,
  input: Input,
  options: Partial<ReadOptions> = {},
): Promise<Imported> {
  const report = new Report();
  const records: SourceRecord[] = [];
  const files = await source.detect(input);
  const passed = { content: false, strict: false, ...options };
  for await (const record of source.read(files, report, passed)) records.push(record);
  const of = <K extends SourceRecord["kind"]>(kind: K): Extract<SourceRecord, { kind: K }>[] =>
    records.filter((record): record is Extract<SourceRecord, { kind: K }> => record.kind === kind);
  return {
    conversations: of("conversation"),
    feedback: of("feedback"),
    accounts: of("account"),
    held: Object.fromEntries(of("holding").map(({ what, count }) => [what, count])),
    report,
  };
}
