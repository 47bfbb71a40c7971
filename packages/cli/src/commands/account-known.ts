/**
 * The account's timeline -> what the report says is known beforehand
 */
import { readFile } from "node:fs/promises";
import {
  type Event,
  type EventType,
  isFull,
  parseTimeline,
  SECTION_NAMES,
  timelineEvents,
} from "@proviso/core/events";
import type { AccountKnown } from "../report/model.ts";

/** Sentences for what a timeline holds, from its events. */
export async function accountKnown(file: string | undefined): Promise<readonly AccountKnown[]> {
  if (file === undefined) return [];
  const timeline = parseTimeline(await readFile(file, "utf8"), file);
  const entries = timelineEvents(timeline)
    .filter((event) => event.type !== "log-complete")
    .map((event) => ({ at: Number.isFinite(event.at) ? event.at : undefined, says: says(event) }))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return [
    {
      account: timeline.account,
      source: file,
      entries,
      completeFor: SECTION_NAMES.filter((section) => isFull(timeline, section)),
    },
  ];
}

type Says = { readonly [K in EventType]?: (event: Extract<Event, { type: K }>) => string };

const SAYS: Says = {
  "account.created": ({ data }) =>
    ["account created", data.plan && `plan ${data.plan}`, data.region && `region ${data.region}`]
      .filter((part) => part !== undefined && part !== "")
      .join(", "),
  "account.plan-changed": ({ data }) => `plan ${data.plan}`,
  "account.credential-changed": ({ data }) => `signs in by ${data.credential}`,
  "account.region-changed": ({ data }) => `region ${data.region}`,
  "account.moved": ({ data }) => `moved to ${data.to}, chats ${data.data}`,
  "terms.acknowledged": ({ data }) => `accepted ${data.document}`,
  "choice.made": ({ data }) => `${data.purpose} ${data.choice}${data.surface ? ` (${data.surface})` : ""}`,
  "conversation.deleted": ({ conversation }) => `deleted chat ${conversation ?? ""}`,
  "feedback.given": ({ data, conversation }) => `${data.kind} on chat ${conversation ?? ""}`,
  "hold.placed": ({ data }) => `legal hold ${data.hold} placed`,
  "hold.released": ({ data }) => `legal hold ${data.hold} released`,
};

function says(event: Event): string {
  const say = SAYS[event.type] as ((event: Event) => string) | undefined;
  return say?.(event) ?? event.type.replaceAll(/[.-]/g, " ");
}
