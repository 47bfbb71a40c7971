/** Timeline and event files -> the events known before any conversation is read. */
import { readFile } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import { type Event, parseTimeline, readEvents, type Timeline, timelineEvents } from "@proviso/core/events";
import { Report } from "@proviso/core/sources";
import { inputError } from "../input/fs-error.ts";
import { openInput } from "../input/open-input.ts";
import type { Question } from "./question.ts";

export interface ReadHistory {
  readonly timeline: Timeline | undefined;
  readonly events: readonly Event[];
  readonly foreign: ReadonlyMap<string, number>;
}

/** @throws ProvisoError TIMELINE_*, EVENT_INVALID, NOT_FOUND, PERMISSION */
export async function readHistory(
  question: Pick<Question, "account" | "events" | "strict">,
): Promise<ReadHistory> {
  const timeline = question.account === undefined ? undefined : await readTimeline(question.account);
  const events: Event[] = timeline === undefined ? [] : [...timelineEvents(timeline)];
  const foreign = new Map<string, number>();
  for (const path of question.events ?? []) {
    const input = await openInput(path);
    for (const file of input.files) {
      for await (const event of readEvents(file, new Report(), { strict: question.strict })) {
        if ("foreign" in event) foreign.set(event.type, (foreign.get(event.type) ?? 0) + 1);
        else events.push(event);
      }
    }
  }
  return { timeline, events, foreign };
}

async function readTimeline(path: string): Promise<Timeline> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw inputError(error, path);
  });
  if (text.trim() === "") {
    throw new ProvisoError("INPUT_EMPTY", `timeline \`${path}\` is empty`, {
      place: { file: path },
      hint: "`proviso init` writes one",
    });
  }
  return parseTimeline(text, path);
}
