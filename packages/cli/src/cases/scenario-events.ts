/**
 * Scenario -> **Event[]**: one total table from the case format's event names to ours.
 *
 * A scenario tells everything there is to know, so its log is complete from the beginning. A
 * setting whose value is `unknown` opens a gap in that completeness until the next known one.
 */
import type { Event, EventData, EventType, Purpose } from "@proviso/core/events";
import { EVENT_TYPES } from "@proviso/core/events";
import { instantOf, type Scenario, type ScenarioEvent } from "./scenario.ts";

export const CASE_ACCOUNT = "case-account";
const SOURCE = "urn:proviso:case";

type Made = { readonly [K in EventType]: readonly [K, EventData[K]] }[EventType];

const SETTINGS: Readonly<Record<string, "granted" | "refused">> = { on: "granted", off: "refused" };
/** What becomes of the old account's chats; an account left behind for a fresh one is closed. */
const MOVES: Readonly<Record<string, EventData["account.moved"]["data"]>> = {
  merge: "moved",
  merged: "moved",
  kept_separate: "kept",
  kept: "kept",
  keep_both: "kept",
  separate: "kept",
  deleted: "deleted",
  delete: "deleted",
  fresh: "deleted",
  fresh_start: "deleted",
  start_fresh: "deleted",
  not_transferred: "deleted",
  none_transferred: "deleted",
  stays_with_organisation: "left",
};
/** What signed the requests, in the words of the cases; anything else is a login. */
const CREDENTIALS: Readonly<Record<string, string>> = {
  api_key: "api-key",
  console_api_key: "api-key",
  bedrock: "cloud",
  vertex: "cloud",
  cloud: "cloud",
  cloud_provider: "cloud",
};

function text(event: ScenarioEvent, field: string): string | undefined {
  const value = event[field];
  return typeof value === "string" ? value : undefined;
}

/** Names of acknowledged documents in the cases, as the packs name them. */
function documentName(terms: string): string {
  const words = terms.toLowerCase().split(/[^a-z0-9]+/);
  const year = words.find((word) => /^\d{4}$/.test(word));
  return [...words.filter((word) => word !== year), ...(year === undefined ? [] : [year])].join("-");
}

function credentialIn(event: ScenarioEvent): { readonly credential?: string } {
  const auth = text(event, "auth") ?? text(event, "credential") ?? text(event, "surface") ?? "";
  const credential = auth === "api" ? "api-key" : CREDENTIALS[auth];
  return credential === undefined ? {} : { credential };
}

/** Feedback by what was sent: `kind`, `via` or `channel`, whichever the case uses. */
function feedback(event: ScenarioEvent): Made {
  const said = [event["kind"], event["via"], event["channel"]].join(" ").toLowerCase();
  const isBug = ["bug", "/feedback", "report"].some((word) => said.includes(word));
  const isSurvey = said.includes("survey");
  const isTranscript = said.includes("transcript");
  const kind = isTranscript ? "transcript-share" : isSurvey ? "survey" : isBug ? "bug-report" : "rating";
  const rating = event["rating"];
  return ["feedback.given", { kind, ...(rating === undefined ? {} : { rating: String(rating) }) }];
}

function move(event: ScenarioEvent, data: EventData["account.moved"]["data"], plan: string): Made {
  const said = text(event, "data") ?? text(event, "choice") ?? "";
  return ["account.moved", { to: text(event, "to") ?? plan, data: MOVES[said] ?? data }];
}

function connector(event: ScenarioEvent): Made {
  const name = text(event, "connector") ?? text(event, "server");
  return [
    "item.added",
    {
      ...(event.item === undefined ? {} : { item: event.item }),
      role: "tool",
      source: "connector",
      ...(name === undefined ? {} : { name }),
      ...(event["origin"] === "pasted" ? { pasted: true } : {}),
    },
  ];
}

function hold(event: ScenarioEvent): string {
  return text(event, "hold") ?? text(event, "id") ?? text(event, "name") ?? "hold";
}

function explicit(): Made {
  return ["choice.made", { purpose: "train-general", choice: "granted", explicit: true }];
}

const TABLE: Readonly<Record<string, (event: ScenarioEvent) => Made | undefined>> = {
  chat_created: (event) => [
    "conversation.created",
    {
      surface: text(event, "surface") === "claude_code" ? "coding" : (text(event, "surface") ?? "chat"),
      mode: event["mode"] === "incognito" || event["mode"] === "temporary" ? event["mode"] : "ordinary",
      ...credentialIn(event),
      coveredModel: event["covered_model"] === true || event["covered"] === true,
    },
  ],
  message: (event) => [
    "item.added",
    {
      ...(event.item === undefined ? {} : { item: event.item }),
      role: text(event, "role") ?? "user",
      source: event["role"] === "assistant" ? "assistant" : "user",
      ...(event["origin"] === "pasted" ? { pasted: true } : {}),
    },
  ],
  chat_resumed: () => ["item.added", { role: "user", source: "user" }],
  connector_content: connector,
  mcp_content: connector,
  chat_deleted: () => ["conversation.deleted", {}],
  account_deleted: () => ["account.deleted", {}],
  terms_acknowledged: (event) => [
    "terms.acknowledged",
    { document: documentName(text(event, "terms") ?? "") },
  ],
  notice_shown: () => ["notice.shown", {}],
  training_setting: (event) => {
    const choice = SETTINGS[text(event, "value") ?? ""];
    return choice === undefined ? undefined : ["choice.made", { purpose: "train-general", choice }];
  },
  explicit_agreement: explicit,
  explicit_opt_in: explicit,
  trusted_tester_joined: explicit,
  data_subject_objection: (event) => ["objection.filed", { basis: text(event, "article") ?? "unstated" }],
  objection_withdrawn: () => ["objection.withdrawn", {}],
  feedback_submitted: feedback,
  bug_report_submitted: () => ["feedback.given", { kind: "bug-report" }],
  bug_report: () => ["feedback.given", { kind: "bug-report" }],
  survey_rating: () => ["feedback.given", { kind: "survey" }],
  survey_answered: () => ["feedback.given", { kind: "survey" }],
  survey_rated: () => ["feedback.given", { kind: "survey" }],
  survey_response: () => ["feedback.given", { kind: "survey" }],
  survey_submitted: () => ["feedback.given", { kind: "survey" }],
  survey_transcript_shared: () => ["feedback.given", { kind: "transcript-share" }],
  safety_flagged: () => ["safety.flagged", {}],
  safety_flag_cleared: () => ["safety.cleared", {}],
  human_reviewed: () => ["review.done", {}],
  legal_hold_placed: (event) => ["hold.placed", { hold: hold(event) }],
  legal_hold_released: (event) => ["hold.released", { hold: hold(event) }],
  org_retention_policy: (event) => ["organisation.retention-set", { max: text(event, "max") ?? null }],
  org_opted_in: () => ["organisation.opted-in", { in: true }],
  partner_program_joined: () => ["organisation.opted-in", { in: true }],
  contract_terminated: () => ["contract.terminated", {}],
  plan_changed: (event) => ["account.plan-changed", { plan: text(event, "to") ?? text(event, "plan") ?? "" }],
  account_switched: (event) => move(event, "moved", ""),
  account_merged: (event) => move(event, "moved", "enterprise"),
  account_migrated: (event) => move(event, "moved", "enterprise"),
  domain_claim_resolved: (event) => move(event, "deleted", "enterprise"),
  training_run_started: (event) => [
    "run.started",
    {
      run: text(event, "run") ?? "run",
      includes: Array.isArray(event["includes"]) ? event["includes"].map(String) : [],
    },
  ],
};

/** Types that belong to the account even where the case names a chat. */
const OF_ACCOUNT: readonly EventType[] = ["run.started", "organisation.retention-set"];

/** @returns the events and the names of event types the table does not know, which have no effect */
export function scenarioEvents(scenario: Scenario): { events: readonly Event[]; unknown: readonly string[] } {
  const events: Event[] = [];
  const unknown: string[] = [];
  const add = (id: string, at: number, [type, data]: Made, conversation?: string): void => {
    const event = { id, source: SOURCE, type, account: CASE_ACCOUNT, conversation, at, recorded: at, data };
    events.push(event as Event);
  };
  const { region, signup } = scenario.account;
  let { plan } = scenario.account;
  const signedUpAt = signup === undefined ? 0 : Date.parse(`${signup.slice(0, 10)}T00:00:00Z`);
  add("account", signedUpAt, [
    "account.created",
    { ...(plan === undefined ? {} : { plan }), ...(region === undefined ? {} : { region }) },
  ]);
  if (plan === "anonymous") add("credential", 0, ["account.credential-changed", { credential: "anonymous" }]);
  for (const [index, event] of scenario.events.entries()) {
    plan = planAfter(event) ?? plan;
    const made = withPlan(TABLE[event.type]?.(event), plan);
    if (made === undefined) {
      unknown.push(event.type);
      continue;
    }
    const conversation = OF_ACCOUNT.includes(made[0]) ? undefined : event.chat;
    add(`e${String(index + 1).padStart(3, "0")}`, instantOf(event.at, scenario.id), made, conversation);
  }
  for (const made of completeness(scenario)) add(`complete-${events.length}`, made.from, made.made);
  return { events, unknown };
}

/** The plan of the chats that follow, where an event says that it changed. */
function planAfter(event: ScenarioEvent): string | undefined {
  return event.type === "plan_changed" ? (text(event, "to") ?? text(event, "plan")) : undefined;
}

/** A case gives the plan under which its chats were made, which may be older than the account's record. */
function withPlan(made: Made | undefined, plan: string | undefined): Made | undefined {
  if (made?.[0] !== "conversation.created" || plan === undefined) return made;
  return ["conversation.created", { ...made[1], plan }];
}

function completeness(scenario: Scenario): readonly { from: number; made: Made }[] {
  const kinds = EVENT_TYPES.filter((type) => type !== "choice.made");
  const declared: { from: number; made: Made }[] = [{ from: 0, made: ["log-complete", { kinds }] }];
  let from: number | undefined = 0;
  for (const event of scenario.events) {
    if (event.type !== "training_setting") continue;
    const at = instantOf(event.at, scenario.id);
    const isKnown = SETTINGS[text(event, "value") ?? ""] !== undefined;
    if (isKnown) from ??= at;
    else if (from !== undefined) {
      declared.push({
        from,
        made: ["log-complete", { kinds: ["choice.made"], until: new Date(at - 1).toISOString() }],
      });
      from = undefined;
    }
  }
  if (from !== undefined) declared.push({ from, made: ["log-complete", { kinds: ["choice.made"] }] });
  return declared;
}

const PURPOSE_NAMES: Readonly<Record<string, Purpose>> = {
  general_model_training: "train-general",
  safety_model_training: "train-safety",
  safety_training: "train-safety",
  feedback_training: "train-feedback",
  human_review: "human-review",
  personalisation: "personalise",
  sale_to_third_party: "sale",
  sharing: "share",
};

/** A purpose no one has a name for is asked as a sale: the one every policy refuses. */
export function purposeOf(name: string): Purpose {
  return PURPOSE_NAMES[name] ?? "sale";
}
