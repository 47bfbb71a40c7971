/** One pass over a conversation's events: the last, or first, of each kind that a fact asks for. */
import type { Event, EventOf } from "../events/event.ts";
import type { AccountState } from "./account.ts";
import { isGrantedAfter } from "./choice.ts";
import type { Mark } from "./draft.ts";

export interface Summary {
  exists: boolean;
  created: EventOf<"conversation.created"> | undefined;
  /** Undefined where the source gives no time. */
  createdAt: number | undefined;
  /** Some activity has no time. */
  isUndated: boolean;
  last: Mark | undefined;
  firstEligible: Mark | undefined;
  deleted: Mark | undefined;
  feedback: Mark | undefined;
  /** Feedback was given at a time that the source does not tell. */
  isFeedbackUndated: boolean;
  survey: Mark | undefined;
  shared: Mark | undefined;
  flagged: Mark | undefined;
  cleared: Mark | undefined;
  reviewed: Mark | undefined;
  participants: readonly EventOf<"participant.joined">[];
  holds: readonly Event[];
  runs: readonly string[];
}

const NONE: readonly never[] = [];

/** Events after the account's instants do not count. */
export function summarise(events: readonly Event[], account: AccountState): Summary {
  const found: Summary = {
    exists: false,
    created: undefined,
    createdAt: undefined,
    isUndated: true,
    last: undefined,
    firstEligible: undefined,
    deleted: undefined,
    feedback: undefined,
    isFeedbackUndated: false,
    survey: undefined,
    shared: undefined,
    flagged: undefined,
    cleared: undefined,
    reviewed: undefined,
    participants: NONE,
    holds: NONE,
    runs: NONE,
  };
  let undatedItems = false;
  for (const event of events) {
    if (event.at > account.at || event.recorded > account.known) continue;
    switch (event.type) {
      case "conversation.created":
        found.exists = true;
        found.created ??= event;
        if (event.data.undated !== true) {
          found.createdAt ??= event.at;
          found.isUndated = false;
          noteActivity(found, event, account);
        }
        break;
      case "item.added":
        found.exists = true;
        if (event.data.undated === true) undatedItems = true;
        else noteActivity(found, event, account);
        break;
      default:
        note(found, event);
    }
  }
  found.isUndated ||= undatedItems;
  if (account.runs.length > 0) found.runs = [...found.runs, ...runsOf(events, account)];
  return found;
}

function noteActivity(found: Summary, event: Event, account: AccountState): void {
  if (found.last === undefined || event.at >= found.last.at) found.last = event;
  if (found.firstEligible === undefined && isGrantedAfter(account.training, event.at)) {
    found.firstEligible = event;
  }
}

function note(found: Summary, event: Event): void {
  switch (event.type) {
    case "conversation.deleted":
      found.deleted = event;
      break;
    case "feedback.given":
      if (event.data.undated === true) found.isFeedbackUndated = true;
      else if (event.data.kind === "survey") found.survey = event;
      else if (event.data.kind === "transcript-share") found.shared = event;
      else found.feedback = event;
      break;
    case "safety.flagged":
      found.flagged = event;
      break;
    case "safety.cleared":
      found.cleared = event;
      break;
    case "review.done":
      found.reviewed = event;
      break;
    case "participant.joined":
      found.participants = [...found.participants, event];
      break;
    case "hold.placed":
    case "hold.released":
      found.holds = [...found.holds, event];
      break;
    case "run.started":
      found.runs = [...found.runs, event.data.run];
      break;
    default:
  }
}

/** Runs of the account's log that name the conversation. */
function runsOf(events: readonly Event[], account: AccountState): readonly string[] {
  const conversation = events[0]?.conversation;
  return account.runs
    .filter((run) => conversation !== undefined && run.data.includes?.includes(conversation) === true)
    .map((run) => run.data.run);
}
