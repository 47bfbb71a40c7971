/** `proviso receipt show`: what a receipt says, for the person whose choice it is */

import { placeOf } from "@proviso/core/ledger";
import { isOwnRecord, type Receipt, readReceipt } from "@proviso/core/receipt";
import { readText } from "../input/read-text.ts";
import { print } from "../output/stdout.ts";
import { padEnd } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Context } from "./options.ts";

type Fields = Readonly<Record<string, unknown>>;

const STATES: Readonly<Record<string, string>> = {
  "dpv:ConsentRequested": "asked",
  "dpv:ConsentGiven": "agreed",
  "dpv:RenewedConsentGiven": "agreed again",
  "dpv:ConsentRefused": "refused",
  "dpv:ConsentWithdrawn": "withdrawn",
  "dpv:ConsentExpired": "lapsed",
};
const UNKNOWN = "unknown";

export async function receiptShow({ terminal }: Context, file: string): Promise<number> {
  const receipt = readReceipt(await readText(file), file);
  await print(terminal.json ? `${JSON.stringify(receipt.record)}\n` : `${receiptText(receipt)}\n`);
  return EXIT.ok;
}

function receiptText(receipt: Receipt): string {
  const { record } = receipt;
  const notice = record["dpv:hasNotice"] as Fields;
  const [process = {}] = record["dpv:hasProcess"] as readonly Fields[];
  const [controller = {}] = record["dpv:hasEntity"] as readonly Fields[];
  const purpose = (process["dpv:hasPurpose"] ?? {}) as Fields;
  const { index, checkpoint, isIncluded } = placeOf(receipt.evidence);
  const { origin, size } = checkpoint;
  const isLogged = isIncluded && isOwnRecord(receipt);
  const replaces = record["dct:replaces"];
  const corrects = record["proviso:corrects"] ?? [];
  const rows: readonly (readonly [string, string])[] = [
    ["receipt", text(record["dct:identifier"])],
    ["of", text((record["dpv:hasDataSubject"] as Fields)["dct:identifier"])],
    ["given to", `${text(controller["dpv:hasName"])}, ${text(controller["dpv:hasAddress"])}`],
    ["contact", text(controller["dpv:hasContact"])],
    ["purpose", text(purpose["dct:title"])],
    ["legal basis", text(process["dpv:hasLegalBasis"])],
    ...record["dpv:hasConsentStatus"].map(statusRow),
    ["notice", `${text(notice["dct:identifier"])}, in language ${text(notice["dct:language"])}`],
    ["shown", `${text(notice["proviso:shownAt"])} in ${text(notice["proviso:surface"])}`],
    ["its hash", text(notice["proviso:sha256"])],
    ["its audit", text(notice["proviso:auditVerdict"])],
    ["before it", `the control stood at: ${text(record["proviso:priorState"])}`],
    ["withdraw at", text(record["dpv:hasConsentControl"]["dpv:isExercisedAt"])],
    ...(replaces === undefined ? [] : [["replaces", text(replaces["@id"])] as const]),
    ...corrects.map((one) => ["corrects", one["@id"]] as const),
    isLogged
      ? [
          "logged",
          `entry ${index} of ${origin}, which had ${size} then; \`proviso receipt verify\` asks who signed`,
        ]
      : ["logged", "NOT as it is shown here: this is not the record that was logged"],
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => `${padEnd(name, width)}${printable(value)}`).join("\n");
}

function statusRow(status: Fields): readonly [string, string] {
  const [type = ""] = status["@type"] as readonly string[];
  const duration = (status["dpv:hasDuration"] ?? {}) as Fields;
  const period = duration["@type"] === "dpv:TemporalDuration" ? `, for ${text(duration["rdf:value"])}` : "";
  const how = status["dpv:hasIndicationMethod"];
  const by = how === undefined ? "" : `, in ${text(how)}`;
  return [STATES[type] ?? type, `${text(status["dpv:isIndicatedAtTime"])}${by}${period}`];
}

function text(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : UNKNOWN;
}
