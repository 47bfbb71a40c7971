/** What facts say of an account -> the **Timeline** that gives them, as a person would write it. */

import type { Purpose } from "../../events/event.ts";
import { printTime } from "../../events/time.ts";
import type { Timeline, TimelineChoice } from "../../events/timeline.ts";
import { SECTION_NAMES, type Section } from "../../events/timeline.ts";
import type { Slot } from "../../facts/facts.ts";
import { FACT_INDEX, type FactName } from "../../facts/vocabulary.ts";
import type { Policy } from "../policy.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The choices about other purposes than general training, by their facts. */
const OTHER_CHOICES: readonly (readonly [FactName, Purpose])[] = [
  ["choice.humanReview", "human-review"],
  ["choice.personalise", "personalise"],
  ["choice.evaluate", "evaluate"],
  ["choice.share", "share"],
];

export function timelineOf(slots: readonly Slot[], policy: Policy, account: string): Timeline {
  const of = (fact: FactName): Slot => slots[FACT_INDEX[fact]];
  const instant = (fact: FactName): number | undefined => numberOf(of(fact));
  const at = Number(of("query.at"));
  const signedUp = instant("account.signedUpAt");
  const created = instant("conversation.createdAt") ?? at;
  const start = signedUp ?? Math.min(created, at) - 30 * DAY;
  const timeline: Mutable<Timeline> = { account, product: policy.product };
  const unknown = new Set<Section>();
  const known = (section: Section, ...facts: readonly FactName[]): boolean => {
    if (facts.every((fact) => of(fact) !== undefined)) return true;
    unknown.add(section);
    return false;
  };
  if (signedUp !== undefined) timeline.signedUp = printTime(signedUp);
  if (typeof of("account.minor") === "boolean") timeline.minor = of("account.minor") === true;
  const region = regionOf(of("account.region"), of("account.country"));
  if (region !== undefined) timeline.region = [{ from: printTime(start), region }];
  const plans = plansOf(of("account.plan"), of("conversation.plan"), start, created);
  if (plans.length > 0) timeline.plan = plans;
  const credential = of("conversation.credential");
  if (typeof credential === "string") {
    timeline.credentials =
      credential === "login"
        ? []
        : [{ from: printTime(Math.min(start, created)), credential: credential as "cloud" }];
  }
  const { acknowledged } = policy.effective;
  timeline.terms =
    acknowledged === undefined
      ? []
      : [{ document: acknowledged, acknowledged: printTime(Math.min(start, at)) }];
  const notices = noticesOf(instant("notice.shownAt"), of("training.dialog"), choiceAt(slots, start));
  if (known("notices", "notice.shownAt", "training.dialog")) timeline.notices = notices;
  const choices = choicesOf(slots, start);
  if (known("choices", "training.choice")) timeline.choices = choices;
  if (known("objections", "objection.filedAt")) {
    timeline.objections = listed(instant("objection.filedAt"), (time) => ({ at: time }));
  }
  if (known("deletions", "conversation.deletedAt", "account.deletedAt")) {
    timeline.deletions = [
      ...listed(instant("conversation.deletedAt"), (time) => ({ conversation: CONVERSATION_NAME, at: time })),
      ...listed(instant("account.deletedAt"), (time) => ({ account: true as const, at: time })),
    ];
  }
  if (known("feedback", "feedback.at", "survey.answeredAt", "transcript.sharedAt")) {
    const given = (fact: FactName, kind: "rating" | "survey" | "transcript-share") =>
      listed(instant(fact), (time) => ({ conversation: CONVERSATION_NAME, at: time, kind }));
    timeline.feedback = [
      ...given("feedback.at", "rating"),
      ...given("survey.answeredAt", "survey"),
      ...given("transcript.sharedAt", "transcript-share"),
    ];
  }
  if (known("flags", "safety.flaggedAt", "safety.clearedAt")) {
    const cleared = instant("safety.clearedAt");
    timeline.flags = listed(instant("safety.flaggedAt") ?? cleared, (time) => ({
      conversation: CONVERSATION_NAME,
      at: time,
      ...(cleared === undefined ? {} : { cleared: printTime(cleared) }),
    }));
  }
  if (known("holds", "hold.placedAt", "hold.releasedAt")) {
    const released = instant("hold.releasedAt");
    timeline.holds = [
      ...listed(released, (time) => ({ hold: "earlier-hold", placed: printTime(start), released: time })),
      ...listed(instant("hold.placedAt"), (time) => ({ hold: "hold-1", placed: time })),
    ];
  }
  const organisation = organisationOf(slots, start);
  if (organisation === undefined) unknown.add("organisation");
  else timeline.organisation = organisation;
  if (unknown.size > 0)
    timeline.complete = SECTION_NAMES.filter((name) => timeline[name] !== undefined && !unknown.has(name));
  return timeline;
}

/** As plain-conversation.ts names it. */
export const CONVERSATION_NAME = "conversation-1";

function numberOf(slot: Slot): number | undefined {
  return typeof slot === "number" ? slot : undefined;
}

function listed<T>(instant: number | undefined, entry: (time: string) => T): readonly T[] {
  return instant === undefined ? [] : [entry(printTime(instant))];
}

function regionOf(region: Slot, country: Slot): string | undefined {
  if (typeof region !== "string") return undefined;
  if (region !== "EEA") return region === "another" ? "BR" : region;
  return typeof country === "string" ? `EEA-${country}` : "EEA";
}

function plansOf(
  now: Slot,
  then: Slot,
  start: number,
  created: number,
): readonly { readonly from: string; readonly plan: string }[] {
  const [first, last] = [then ?? now, now ?? then];
  if (typeof first !== "string" || typeof last !== "string") return [];
  const began = { from: printTime(Math.min(start, created)), plan: first };
  return first === last ? [began] : [began, { from: printTime(created + HOUR), plan: last }];
}

/** When the setting was last switched; an hour after the start where nothing asks for another time. */
function choiceAt(slots: readonly Slot[], start: number): number {
  const [granted, refused] = [
    slots[FACT_INDEX["training.grantedAt"]],
    slots[FACT_INDEX["training.refusedAt"]],
  ];
  return numberOf(granted) ?? numberOf(refused) ?? start + HOUR;
}

function choicesOf(slots: readonly Slot[], start: number): readonly TimelineChoice[] {
  const of = (fact: FactName): Slot => slots[FACT_INDEX[fact]];
  const choices: TimelineChoice[] = [];
  const made = (at: number, choice: TimelineChoice["choice"], purpose: Purpose = "train-general"): void => {
    choices.push({ at: printTime(at), purpose, choice });
  };
  const [now, then] = [of("training.choice"), of("training.choiceAtCreation")];
  const last = choiceAt(slots, start);
  const created = numberOf(of("conversation.createdAt"));
  const eligible = numberOf(of("conversation.firstEligibleAt"));
  if ((then === "granted" || then === "refused") && created !== undefined && then !== now)
    made(created - HOUR, then);
  if (eligible !== undefined && now !== "granted" && then !== "granted") made(eligible - 1, "granted");
  if (now === "granted" || now === "refused") {
    choices.push({
      at: printTime(last),
      purpose: "train-general",
      choice: now,
      ...(of("training.explicit") === true ? { explicit: true } : {}),
      ...validFor(of("training.expiresAt"), last),
    });
  }
  for (const [fact, purpose] of OTHER_CHOICES) {
    const choice = of(fact);
    if (choice === "granted" || choice === "refused") made(start + HOUR, choice, purpose);
  }
  return choices.sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Only whole hours can be written. */
function validFor(expires: Slot, made: number): { readonly validFor?: string } {
  if (typeof expires !== "number" || (expires - made) % HOUR !== 0 || expires <= made) return {};
  return { validFor: `PT${(expires - made) / HOUR}H` };
}

function noticesOf(
  shown: number | undefined,
  dialog: Slot,
  choice: number,
): NonNullable<Timeline["notices"]> {
  if (shown === undefined) return [];
  if (dialog !== "pass" && dialog !== "fail") return [{ shown: printTime(shown) }];
  return shown <= choice
    ? [{ shown: printTime(shown), dialog }]
    : [{ shown: printTime(choice), dialog }, { shown: printTime(shown) }];
}

function organisationOf(slots: readonly Slot[], start: number): Timeline["organisation"] {
  const of = (fact: FactName): Slot => slots[FACT_INDEX[fact]];
  const [retention, optedIn, ended] = [
    of("organisation.retention"),
    of("organisation.optedIn"),
    of("contract.terminatedAt"),
  ];
  if (retention === undefined || optedIn === undefined || ended === undefined) return undefined;
  return {
    ...(typeof retention === "string" ? { retention } : {}),
    ...(optedIn === true ? { optedIn: true, since: printTime(start) } : {}),
    ...(typeof ended === "number" ? { terminated: printTime(ended) } : {}),
  };
}
