/** Timeline -> **rows** in words, the same for every form of print */
import { printDocument } from "@proviso/core/terms";
import { dayOf } from "../page/day.ts";
import { oneLine } from "../page/escape.ts";
import type { Changed, NotSeen, Timeline, TimelineEntry } from "./timeline.ts";

export const TIMELINE_COLUMNS = ["day", "document", "what", "for the user", "dates", "notice"] as const;

export interface TimelineRow {
  readonly is: TimelineEntry["is"];
  /** In UTC. */
  readonly day: string;
  readonly document: string;
  readonly what: string;
  /** Direction, impact and axes; empty for what is no change. */
  readonly user: string;
  /** Stated and in force; empty for what is no change. */
  readonly dates: string;
  readonly notice: string;
}

export function timelineRows({ entries }: Timeline): readonly TimelineRow[] {
  return entries.map((entry) => {
    const common = { is: entry.is, day: dayOf(entry.at), document: printDocument(entry.document) };
    const none = { ...common, user: "", dates: "", notice: "" };
    if (entry.is === "first-seen") return { ...none, what: "first seen" };
    if (entry.is === "not-seen") return { ...none, what: notSeenText(entry) };
    return {
      ...common,
      what: whatText(entry),
      user: userText(entry),
      dates: datesText(entry),
      notice: noticeText(entry),
    };
  });
}

function notSeenText({ until, reason, times }: NotSeen): string {
  const end = until === undefined ? "to this day" : `until ${dayOf(until)}`;
  const looks = times === 0 ? "" : `, in ${times} ${times === 1 ? "look" : "looks"}`;
  return `not seen ${end}${looks}: ${oneLine(reason)}`;
}

function whatText({ title, class: kind }: Changed): string {
  return `${kind === "return" ? "back to an earlier text: " : ""}${oneLine(title)}`;
}

function userText({ direction, impact, axes }: Changed): string {
  const on = axes.length === 0 ? "nothing on an axis" : axes.join(", ");
  return `${direction}; impact ${impact.level} (${impact.score} of 100); ${on}`;
}

function datesText({ clocks: { stated, inForce, isSilent } }: Changed): string {
  const force =
    inForce === undefined
      ? "in force: not said"
      : inForce.is === "day"
        ? `in force ${dayOf(inForce.at)}`
        : `in force per account${inForce.latest === undefined ? "" : `, at the latest ${dayOf(inForce.latest)}`}`;
  const silent = isSilent ? ["its date did not move"] : [];
  return [stated === undefined ? "no date stated" : `states ${dayOf(stated.at)}`, force, ...silent].join(
    "; ",
  );
}

function noticeText({ notice }: Changed): string {
  if (notice === undefined) return "none promised";
  const kept = { yes: "kept", no: "not kept", unknown: "not known whether it was kept" }[notice.kept];
  return `${kept}: ${oneLine(notice.reason)}`;
}
