import type { Json } from "./files.ts";

// The people of the support desk and what they decided.

export interface Happening {
  type: string;
  subject: string;
  time: string;
  recorded?: string;
  data: { [key: string]: Json };
}

type Account = [id: string, since: string, region: string, plan: string, minor?: true];

export const ACCOUNTS: Account[] = [
  ["a-01", "2025-01-10T08:00:00Z", "EEA-DE", "customer"],
  ["a-02", "2025-11-03T08:00:00Z", "EEA-AT", "customer"],
  ["a-03", "2025-11-14T08:00:00Z", "EEA-FR", "customer"],
  ["a-04", "2025-12-01T08:00:00Z", "US", "customer"],
  ["a-05", "2025-12-02T08:00:00Z", "EEA-ES", "customer"],
  ["a-06", "2025-12-05T08:00:00Z", "UK", "customer", true],
  ["a-07", "2025-12-08T08:00:00Z", "US", "business"],
  ["a-08", "2025-01-15T08:00:00Z", "EEA-PT", "customer"],
  ["a-09", "2026-01-02T08:00:00Z", "UK", "customer"],
  ["a-10", "2026-01-02T08:00:00Z", "US", "customer"],
  ["a-11", "2026-01-03T08:00:00Z", "CH", "customer"],
  ["a-12", "2026-01-03T08:00:00Z", "EEA-NL", "customer"],
  ["a-13", "2026-01-05T08:00:00Z", "US", "customer"],
  ["a-14", "2026-01-05T08:00:00Z", "EEA-DE", "customer"],
  ["a-15", "2026-01-06T08:00:00Z", "US", "customer"],
  ["a-16", "2026-01-06T08:00:00Z", "CA", "customer"],
  ["a-17", "2026-01-07T08:00:00Z", "US", "customer"],
  ["a-18", "2026-01-07T08:00:00Z", "JP", "customer"],
  ["a-19", "2026-01-08T08:00:00Z", "BR", "customer"],
  ["a-20", "2026-01-08T08:00:00Z", "EEA-FR", "customer"],
  ["a-21", "2026-01-09T08:00:00Z", "EEA-PL", "customer"],
  ["a-22", "2026-01-09T08:00:00Z", "US", "customer"],
];

type Dialog = "pass" | "fail";

function shown(account: string, time: string, notice: string, dialog: Dialog, surface: string): Happening {
  return { type: "notice.shown", subject: `accounts/${account}`, time, data: { notice, surface, dialog } };
}

function chose(account: string, time: string, choice: string, notice: string, surface: string): Happening {
  const validFor = choice === "granted" ? { validFor: "P12M" } : {};
  const data = { purpose: "train-general", choice, surface, notice, ...validFor };
  return { type: "choice.made", subject: `accounts/${account}`, time, data };
}

/** Seen and answered at the same sitting. */
function asked(account: string, day: string, choice: string, dialog: Dialog = "pass"): Happening[] {
  const notice = day < "2026-01-01" ? "support-2025" : "support-2026";
  return [
    shown(account, `${day}T07:59:00Z`, notice, dialog, "pop-up"),
    chose(account, `${day}T08:00:00Z`, choice, notice, "pop-up"),
  ];
}

function changed(account: string, time: string, choice: string): Happening {
  return chose(account, time, choice, "support-2026", "settings");
}

function chat(
  type: string,
  account: string,
  id: string,
  time: string,
  data: Happening["data"] = {},
): Happening {
  return { type, subject: `accounts/${account}/conversations/${id}`, time, data };
}

const CHOICES: Happening[] = [
  ...asked("a-08", "2025-01-20", "granted"),
  ...asked("a-01", "2026-01-05", "granted"),
  ...asked("a-02", "2026-01-06", "granted"),
  { ...changed("a-02", "2026-01-10T18:30:00Z", "refused"), recorded: "2026-01-13T06:00:00Z" },
  ...asked("a-03", "2026-01-13", "refused"),
  ...asked("a-04", "2026-01-15", "granted"),
  shown("a-05", "2026-01-15T07:59:00Z", "support-2026", "pass", "pop-up"),
  ...asked("a-06", "2026-01-16", "granted"),
  ...asked("a-07", "2026-01-16", "granted"),
  ...asked("a-09", "2026-01-19", "granted", "fail"),
  ...asked("a-10", "2026-01-19", "granted"),
  ...asked("a-22", "2026-01-19", "refused"),
  ...asked("a-11", "2026-01-20", "granted"),
  ...asked("a-12", "2026-01-20", "granted"),
  changed("a-12", "2026-02-24T18:00:00Z", "refused"),
  ...asked("a-13", "2026-01-21", "granted"),
  ...asked("a-14", "2026-01-21", "granted"),
  ...asked("a-15", "2026-01-22", "refused"),
  ...asked("a-16", "2026-01-22", "refused"),
  ...asked("a-17", "2026-01-23", "granted"),
  ...asked("a-18", "2026-01-23", "granted"),
  ...asked("a-20", "2026-01-26", "granted"),
  ...asked("a-21", "2026-01-26", "granted"),
  ...asked("a-08", "2026-05-05", "granted"),
];

const CHATS: Happening[] = [
  chat("participant.joined", "a-10", "c-016", "2026-02-13T10:08:30Z", { account: "a-22" }),
  chat("conversation.deleted", "a-13", "c-021", "2026-03-10T09:00:00Z"),
  chat("conversation.deleted", "a-14", "c-023", "2026-03-11T09:00:00Z"),
  chat("conversation.deleted", "a-15", "c-024", "2026-06-20T09:00:00Z"),
  chat("conversation.deleted", "a-02", "c-004", "2026-04-02T12:00:00Z"),
  chat("feedback.given", "a-16", "c-025", "2026-03-11T12:20:00Z", { kind: "rating", rating: "down" }),
  chat("feedback.given", "a-16", "c-026", "2026-03-13T14:55:00Z", { kind: "survey", rating: "up" }),
  chat("feedback.given", "a-04", "c-008", "2026-01-22T09:12:00Z", { kind: "rating", rating: "up" }),
  chat("safety.flagged", "a-17", "c-027", "2026-03-17T09:36:00Z"),
];

const RUN_ONE = ["c-002", "c-007", "c-019"];
const RUN_TWO = ["c-002", "c-007", "c-018", "c-029", "c-034"];

function run(id: string, time: string, includes: string[]): Happening {
  return {
    type: "run.started",
    subject: `runs/${id}`,
    time,
    data: { run: id, purpose: "train-general", includes },
  };
}

const REST: Happening[] = [
  {
    type: "objection.filed",
    subject: "accounts/a-20",
    time: "2026-04-01T07:45:00Z",
    data: { basis: "GDPR-21" },
  },
  { type: "account.deleted", subject: "accounts/a-21", time: "2026-04-08T14:00:00Z", data: {} },
  {
    type: "hold.placed",
    subject: "holds/h-batch-77",
    time: "2026-03-07T12:00:00Z",
    data: { hold: "h-batch-77", scope: { plans: ["customer"], exceptRegions: ["EEA", "UK", "CH"] } },
  },
  {
    type: "hold.released",
    subject: "holds/h-batch-77",
    time: "2026-06-01T12:00:00Z",
    data: { hold: "h-batch-77" },
  },
  {
    type: "hold.placed",
    subject: "holds/h-glass",
    time: "2026-03-09T12:00:00Z",
    data: { hold: "h-glass", scope: { conversations: ["c-022", "c-024"] } },
  },
  run("r-2026-02", "2026-02-24T02:00:00Z", RUN_ONE),
  run("r-2026-06", "2026-06-15T02:00:00Z", RUN_TWO),
];

export const STORY: Happening[] = [...CHOICES, ...CHATS, ...REST];
