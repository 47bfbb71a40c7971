/**
 * Events x Controller -> **ConsentRecords**: one for each choice, and for each that lapsed
 *
 * A withdrawal, a renewal and an expiry are records of their own, which name the one before them; no
 * record is ever changed. Terms are those of DPV 2 and of its guide to ISO/IEC TS 27560.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Event, EventOf, Purpose } from "../events/event.ts";
import type { Controller } from "./controller.ts";
import { CONTEXT, type ConsentRecord } from "./receipt.ts";
import { byTime, type ConsentState, type Status, statusesOf } from "./status.ts";

export interface ReceiptOptions {
  /** Epoch milliseconds: up to when an expiry counts. */
  readonly at: number;
  /** Epoch milliseconds: what was recorded later is left out. */
  readonly known: number;
  /** What a person is called in records: an id that says nothing of the account elsewhere. */
  readonly subjectOf: (account: string) => string;
}

export interface MadeRecord {
  readonly account: string;
  readonly purpose: Purpose;
  readonly state: ConsentState;
  readonly record: ConsentRecord;
}

const ID_CHARACTERS = 32;

const TYPES: Readonly<Record<ConsentState, string>> = {
  requested: "dpv:ConsentRequested",
  given: "dpv:ConsentGiven",
  renewed: "dpv:RenewedConsentGiven",
  refused: "dpv:ConsentRefused",
  withdrawn: "dpv:ConsentWithdrawn",
  expired: "dpv:ConsentExpired",
};

const PROCESSING: Readonly<Record<Purpose, string>> = {
  "train-general": "ai:ModelTraining",
  "train-safety": "ai:ModelTraining",
  "train-feedback": "ai:ModelTraining",
  "human-review": "dpv:Consult",
  evaluate: "dpv:Assess",
  personalise: "dpv:Analyse",
  share: "dpv:Share",
  sale: "dpv:Disclose",
};

/** By account, purpose and time. Choices that no account is named for are one account's. */
export function makeReceipts(
  events: readonly Event[],
  controller: Controller,
  options: ReceiptOptions,
): readonly MadeRecord[] {
  const known = once(events).filter(({ recorded, at }) => recorded <= options.known && at <= options.at);
  const choices = known.filter((event): event is EventOf<"choice.made"> => event.type === "choice.made");
  const notices = known.filter((event): event is EventOf<"notice.shown"> => event.type === "notice.shown");
  const groups = new Map<string, EventOf<"choice.made">[]>();
  for (const choice of choices.sort(byTime)) {
    const key = JSON.stringify([choice.account ?? "", choice.data.purpose]);
    groups.set(key, [...(groups.get(key) ?? []), choice]);
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const own = groups.get(key) ?? [];
    return recordsOf(own, notices, controller, options);
  });
}

function once(events: readonly Event[]): readonly Event[] {
  const seen = new Set<string>();
  return events.filter(({ source, id }) => {
    const key = JSON.stringify([source, id]);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

function recordsOf(
  choices: readonly EventOf<"choice.made">[],
  notices: readonly EventOf<"notice.shown">[],
  controller: Controller,
  { at, subjectOf }: ReceiptOptions,
): readonly MadeRecord[] {
  const [first] = choices;
  if (first === undefined) return [];
  const account = first.account ?? "";
  const { purpose } = first.data;
  const mine = notices.filter((one) => (one.account ?? "") === account);
  /** What was shown after the choice before it asked for this one; what was shown earlier did not. */
  const noticeOf = (made: EventOf<"choice.made">): EventOf<"notice.shown"> | undefined => {
    const before = choices[choices.indexOf(made) - 1];
    return mine.findLast((one) => isShownFor(one, made) && (before === undefined || one.at > before.at));
  };
  const statuses = statusesOf(choices, (one) => noticeOf(one)?.at, at);
  const subject = subjectOf(account);
  const records: MadeRecord[] = [];
  let choice = first;
  let from = 0;
  for (const [index, status] of statuses.entries()) {
    choice = status.event ?? choice;
    if (status.state === "requested") continue;
    const before = records.at(-1)?.record["@id"];
    const id = idOf(subject, purpose, status, before);
    const record = {
      "@context": CONTEXT,
      "@id": `${base(controller)}consent/${id}`,
      "@type": "dpv:ConsentRecord" as const,
      "dct:conformsTo": "https://w3id.org/dpv/schema/dpv-27560#record" as const,
      "dct:identifier": id,
      ...(before !== undefined && { "dct:replaces": { "@id": before } }),
      "dpv:hasDataSubject": {
        "@id": `${base(controller)}subject/${subject}`,
        "@type": "dpv:DataSubject",
        "dct:identifier": subject,
      },
      "dpv:hasNotice": printNotice(choice, noticeOf(choice), controller),
      "dpv:hasProcess": [printProcess(purpose, choice, controller)],
      "dpv:hasEntity": [
        {
          "@id": `${base(controller)}controller`,
          "@type": ["dpv:Organisation", "dpv:DataController"],
          "dpv:hasName": controller.name,
          "dpv:hasAddress": controller.address,
          "dpv:hasContact": controller.contact,
        },
      ],
      "dpv:hasConsentControl": {
        "@type": ["dpv:ProvideConsent", "dpv:WithdrawConsent"],
        "dpv:isExercisedAt": controller.exercisedAt,
      },
      "dpv:hasRight": [
        {
          "@type": ["dpv:DataSubjectRight", ...(controller.law === "gdpr" ? ["eu-gdpr:A7-3"] : [])],
          "dct:title": "Right to withdraw consent",
          "dpv:isExercisedAt": controller.exercisedAt,
        },
      ],
      // Back to the state of the record before: that one has what came earlier.
      "dpv:hasConsentStatus": statuses.slice(from, index + 1).map(printStatus),
      "proviso:priorState": (status.event === undefined ? undefined : choice.data.before) ?? "unknown",
    };
    from = index;
    records.push({ account, purpose, state: status.state, record });
  }
  return records;
}

function isShownFor(shown: EventOf<"notice.shown">, { at, data }: EventOf<"choice.made">): boolean {
  return shown.at <= at && (data.notice === undefined || shown.data.notice === data.notice);
}

/** The same choice after the same history has the same record, whoever makes it and when. */
function idOf(
  subject: string,
  purpose: Purpose,
  { state, at, event }: Status,
  before: string | undefined,
): string {
  const cause = event === undefined ? null : [event.source, event.id];
  const parts = ["proviso receipt 1", subject, purpose, state, at, cause, before ?? null];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, ID_CHARACTERS);
}

function printNotice(
  { data }: EventOf<"choice.made">,
  shown: EventOf<"notice.shown"> | undefined,
  controller: Controller,
): Readonly<Record<string, unknown>> & { readonly "@id": string; readonly "dct:language": string } {
  const notice = data.notice ?? shown?.data.notice;
  const about = notice === undefined ? undefined : controller.notices?.[notice];
  return {
    "@id": `${base(controller)}notice/${notice === undefined ? "unknown" : encodeURIComponent(notice)}`,
    "@type": "dpv:ConsentNotice",
    ...(notice !== undefined && { "dct:identifier": notice }),
    ...(about?.date !== undefined && { "dct:date": about.date }),
    // `und`: the language is not known (ISO 639-2).
    "dct:language": about?.language ?? "und",
    "proviso:shownAt": shown === undefined ? "unknown" : instant(shown.at),
    "proviso:surface": shown?.data.surface ?? data.surface ?? "unknown",
    "proviso:sha256": about?.sha256 ?? "unknown",
    "proviso:auditVerdict": shown?.data.dialog ?? "unknown",
  };
}

function printProcess(
  purpose: Purpose,
  { data }: EventOf<"choice.made">,
  controller: Controller,
): ConsentRecord["dpv:hasProcess"][number] {
  const { storage, law, purposes, recipients } = controller;
  const isExplicit = data.explicit === true && data.choice === "granted";
  const legal = isExplicit ? "eu-gdpr:A6-1-a-explicit-consent" : "eu-gdpr:A6-1-a";
  return {
    "@type": "dpv:Process",
    "dct:identifier": purpose,
    "dpv:hasPurpose": {
      "@id": `${base(controller)}purpose/${purpose}`,
      "@type": "dpv:Purpose",
      "dct:title": purposes?.[purpose]?.says ?? purpose,
    },
    "dpv:hasProcessing": [PROCESSING[purpose]],
    "dpv:hasPersonalData": [
      { "@type": "dpv:PersonalData", "dct:title": controller.data, "dpv:hasNecessity": "dpv:Optional" },
    ],
    "dpv:hasDataSource": "dpv:DataSubjectDataSource",
    "dpv:hasStorageCondition": [
      { "@type": "dpv:StorageLocation", "dpv:hasLocation": storage.locations.map(place) },
      { "@type": "dpv:StorageDuration", "dpv:hasDuration": storage.duration },
      ...(storage.deletion === undefined
        ? []
        : [{ "@type": "dpv:StorageDeletion", "dpv:hasDuration": storage.deletion }]),
    ],
    "dpv:hasDataController": `${base(controller)}controller`,
    "dpv:hasRecipient": recipients?.map((one) => ({ "@type": "dpv:Recipient", "dpv:hasName": one })) ?? [
      { "@id": `${base(controller)}controller` },
    ],
    ...(law === "gdpr" && { "dpv:hasLegalBasis": legal }),
    "dpv:hasJurisdiction": place(controller.jurisdiction),
  };
}

function printStatus({ state, at, period, isExplicit, surface }: Status) {
  return {
    "@type": [TYPES[state], ...(isExplicit ? ["dpv:ExplicitlyExpressedConsent"] : [])],
    "dpv:isIndicatedBy":
      state === "requested" || state === "expired" ? "dpv:DataController" : "dpv:DataSubject",
    ...(state !== "expired" && { "dpv:hasIndicationMethod": surface ?? "unknown" }),
    "dpv:isIndicatedAtTime": instant(at),
    "dpv:hasDuration": durationOf(state, period),
  };
}

function durationOf(state: ConsentState, period: string | undefined): Readonly<Record<string, unknown>> {
  if (state === "requested") return { "@type": "dpv:UntilEventDuration", "rdf:value": "decision" };
  if (period !== undefined) return { "@type": "dpv:TemporalDuration", "rdf:value": period };
  const isOpen = state === "given" || state === "renewed";
  return { "@type": isOpen ? "dpv:IndeterminateDuration" : "dpv:EndlessDuration" };
}

/** ISO 3166 calls the United Kingdom GB. */
function place(region: string): string {
  return `loc:${region === "UK" ? "GB" : region}`;
}

function base({ id }: Controller): string {
  return id.endsWith("/") ? id : `${id}/`;
}

function instant(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}
