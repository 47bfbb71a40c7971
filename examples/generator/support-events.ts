import type { Json } from "./files.ts";
import { ACCOUNTS, type Happening, STORY } from "./support-story.ts";

// events.jsonl: what happened to the accounts, as CloudEvents in the order they were recorded.

const SOURCE = "urn:proviso:example:support-desk";

function beginnings(): Happening[] {
  return ACCOUNTS.map(([account, since, region, plan, minor]) => ({
    type: "account.created",
    subject: `accounts/${account}`,
    time: since,
    data: minor ? { plan, region, minor } : { plan, region },
  }));
}

// From its first day the log lists everything about an account, and says so. Not for
// a-19: that account was never asked, and stays unknown.
function promises(): Happening[] {
  return ACCOUNTS.filter(([account]) => account !== "a-19").map(([account, since]) => ({
    type: "log-complete",
    subject: `accounts/${account}`,
    time: since,
    data: { kinds: ["*"], from: since },
  }));
}

export function supportEvents(): Json[] {
  const all = [...beginnings(), ...promises(), ...STORY].map((event) => ({
    ...event,
    recorded: event.recorded ?? event.time,
  }));
  all.sort((a, b) => (a.recorded < b.recorded ? -1 : Number(a.recorded > b.recorded)));
  return all.map((event, index) => ({
    specversion: "1.0",
    id: `e-${String(index + 1).padStart(4, "0")}`,
    source: SOURCE,
    type: `proviso.${event.type}`,
    subject: event.subject,
    time: event.time,
    recorded: event.recorded,
    data: event.data,
  }));
}
