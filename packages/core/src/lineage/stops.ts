/** Events -> **Stops**: withdrawals, refusals, objections and deletions, by valid time */
import type { Event, Purpose } from "../events/event.ts";
import type { Stop, StopKind } from "./lineage.ts";

type Draft = { -readonly [K in keyof Stop]: Stop[K] };

/** @param events in order */
export function stopsOf(events: readonly Event[]): readonly Stop[] {
  const stops: Draft[] = [];
  const granted = new Set<string>();
  /** What a grant, or the end of an objection, would end. */
  const open = new Map<string, Draft[]>();
  const add = (made: Draft, key?: string): void => {
    stops.push(made);
    if (key !== undefined) open.set(key, [...(open.get(key) ?? []), made]);
  };
  const end = (key: string, at: number): void => {
    for (const one of open.get(key) ?? []) one.endedAt = at;
    open.delete(key);
  };
  for (const event of events) {
    const { type, at } = event;
    if (type === "choice.made") {
      const { purpose, choice, before } = event.data;
      const key = keyOf(event, purpose);
      if (choice === "granted") {
        granted.add(key);
        end(key, at);
      } else {
        const stood = granted.delete(key) || before === "on";
        add(draft(stood ? "withdrawal" : "refusal", event, purpose), key);
      }
    } else if (type === "objection.filed") add(draft("objection", event), keyOf(event));
    else if (type === "objection.withdrawn") end(keyOf(event), at);
    else if (type === "conversation.deleted" || type === "account.deleted") {
      add(draft(type === "account.deleted" ? "account-deleted" : "conversation-deleted", event));
    } else if (type === "participant.joined" && event.data.choice === "refused") {
      add({ ...draft("refusal", event), account: event.data.account });
    }
  }
  return stops;
}

function draft(kind: StopKind, event: Event, purpose?: Purpose): Draft {
  const { account = "", conversation, at, recorded, source, id } = event;
  return { kind, account, conversation, purpose, at, recorded, endedAt: undefined, event: { source, id } };
}

function keyOf({ account }: Event, purpose?: Purpose): string {
  return JSON.stringify([account ?? "", purpose ?? null]);
}
