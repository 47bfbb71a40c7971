/**
 * Rows -> **CSV** (RFC 4180, UTF-8 with a mark, as spreadsheets want it) -> a file of the reader's
 */
import { type Data, groupOf, idOf, titleOf } from "./data.ts";
import { keepsOf, usesOf } from "./decode.ts";
import { endText } from "./ends.ts";
import { answerLabel, answerOf } from "./words.ts";

const PIECE = 5000;

export function csvBlob(data: Data, rows: Uint32Array): Blob {
  const parts: string[] = ["\ufeff", line(header(data))];
  for (let start = 0; start < rows.length; start += PIECE) {
    let piece = "";
    for (const row of rows.subarray(start, start + PIECE)) piece += line(record(data, row));
    parts.push(piece);
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

function header(data: Data): string[] {
  const perPurpose = data.tables.purposes.flatMap((purpose) => [
    purpose,
    `${purpose} reason`,
    `${purpose} rule`,
  ]);
  return [
    "id",
    "title",
    ...perPurpose,
    "began",
    "last activity",
    "items",
    "where",
    "mode",
    "format",
    "file",
    "policies",
    "copies kept until",
  ];
}

function record(data: Data, row: number): string[] {
  const uses = usesOf(data, row);
  const group = groupOf(data, row);
  const perPurpose = data.tables.purposes.flatMap((purpose) => {
    const use = uses.find((each) => each.purpose === purpose);
    return [answerLabel(answerOf(use)), use?.reason ?? "", use?.rule ?? ""];
  });
  const policies = (data.tables.shapes[data.shape[row] ?? 0]?.policies ?? [])
    .map((each) => data.tables.policies[each])
    .map((policy) => (policy === undefined ? "" : `${policy.id}@${policy.version}`));
  const copies = keepsOf(data, row).map((keep) => `${keep.copy}: ${endText(data, row, keep)}`);
  return [
    idOf(data, row),
    titleOf(data, row),
    ...perPurpose,
    stamp(data.created[row]),
    stamp(data.last[row]),
    String(data.items[row] ?? 0),
    group?.surface ?? "",
    group?.mode ?? "",
    group?.source ?? "",
    group?.file ?? "",
    policies.join("; "),
    copies.join("; "),
  ];
}

function stamp(at: number | undefined): string {
  return at !== undefined && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : "";
}

function line(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** Quoted where needed; a leading sign that a spreadsheet would run as a formula is disarmed. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
