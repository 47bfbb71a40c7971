/**
 * CloudEvents `subject` <-> account and conversation of an event
 *
 * `accounts/<a>`, `accounts/<a>/conversations/<c>`, `conversations/<c>`, `holds/<h>`, `runs/<r>`, and
 * `*` for every account. Two forms have no id on purpose: `account` is the log's one account, left
 * unnamed, and `conversations/<c>` belongs to it. An empty id is refused: it is what a broken
 * template writes, and a choice must never land on other people's conversations.
 */
import type { Event, EventType } from "./event.ts";

export interface Subject {
  /** Undefined: every account; empty: the log's one account, unnamed. */
  readonly account: string | undefined;
  readonly conversation: string | undefined;
  /** The form that names no account: what must agree with `data`. */
  readonly names: { readonly what: "hold" | "run"; readonly id: string } | undefined;
}

type Reach = "every" | "account" | "conversation";

/** What events of a type may be about. Total: a new type without an entry does not compile. */
export const REACH: Readonly<Record<EventType, readonly Reach[]>> = {
  "account.created": ["account"],
  "account.plan-changed": ["account"],
  "account.credential-changed": ["account"],
  "account.region-changed": ["account"],
  "account.moved": ["account"],
  "account.deleted": ["account"],
  "contract.terminated": ["account"],
  "organisation.retention-set": ["account"],
  "organisation.opted-in": ["account"],
  "terms.acknowledged": ["account"],
  "notice.shown": ["account"],
  "choice.made": ["account"],
  "objection.filed": ["account"],
  "objection.withdrawn": ["account"],
  "conversation.created": ["conversation"],
  "item.added": ["conversation"],
  "participant.joined": ["conversation"],
  "feedback.given": ["conversation"],
  "safety.flagged": ["conversation"],
  "safety.cleared": ["conversation"],
  "review.done": ["conversation"],
  "conversation.deleted": ["conversation"],
  "hold.placed": ["every", "account", "conversation"],
  "hold.released": ["every", "account", "conversation"],
  "run.started": ["every", "account", "conversation"],
  "copy.destroyed": ["account", "conversation"],
  "log-complete": ["every", "account"],
};

const FORMS: Readonly<Record<Reach, string>> = {
  every: "`*`",
  account: "`accounts/<account>`",
  conversation: "`accounts/<account>/conversations/<conversation>`",
};

export function reachOf(subject: Subject): Reach {
  if (subject.conversation !== undefined) return "conversation";
  return subject.account === undefined ? "every" : "account";
}

/** The forms a type's subject may have, for a message. */
export function formsFor(type: EventType): string {
  return REACH[type].map((reach) => FORMS[reach]).join(" or ");
}

const EVERY: Subject = { account: undefined, conversation: undefined, names: undefined };

/** @returns undefined for a text of none of the forms, or with an id that is empty or badly encoded */
export function parseSubject(text: string | undefined): Subject | undefined {
  if (text === undefined || text === "*") return EVERY;
  if (text === "account") return { account: "", conversation: undefined, names: undefined };
  const parts = text.split("/").map((part) => decode(part));
  const [kind, first, inner, second] = parts;
  if (first === undefined || parts.includes(undefined) || parts.includes("")) return undefined;
  if (parts.length === 2) {
    if (kind === "accounts") return { account: first, conversation: undefined, names: undefined };
    if (kind === "conversations") return { account: "", conversation: first, names: undefined };
    if (kind === "holds") return { ...EVERY, names: { what: "hold", id: first } };
    if (kind === "runs") return { ...EVERY, names: { what: "run", id: first } };
  }
  if (parts.length === 4 && kind === "accounts" && inner === "conversations") {
    return { account: first, conversation: second, names: undefined };
  }
  return undefined;
}

export function printSubject(event: Event): string {
  const { account, conversation } = event;
  if (conversation !== undefined) {
    const inner = `conversations/${encode(conversation)}`;
    return account ? `accounts/${encode(account)}/${inner}` : inner;
  }
  if (account !== undefined) return account === "" ? "account" : `accounts/${encode(account)}`;
  if (event.type === "hold.placed" || event.type === "hold.released")
    return `holds/${encode(event.data.hold)}`;
  return event.type === "run.started" ? `runs/${encode(event.data.run)}` : "*";
}

/** Percent-encodes what would end an id: `/`, and `%` itself. */
export function encode(id: string): string {
  return id.includes("%") || id.includes("/") ? id.replaceAll("%", "%25").replaceAll("/", "%2F") : id;
}

function decode(part: string): string | undefined {
  if (!part.includes("%")) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
