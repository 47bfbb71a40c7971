import { chatId } from "./chatgpt.ts";
import { CHATGPT_ACCOUNT } from "./chatgpt-account.ts";
import { CLAUDE_ACCOUNT, claudeId } from "./claude-ai.ts";
import { sessionId } from "./claude-code.ts";
import { uuid } from "./random.ts";

// account.yaml: what the exports do not say, written down by the account holder.

const CLAUDE_HEAD = `account: ${CLAUDE_ACCOUNT}
product: anthropic/claude
signedUp: 2024-11-01
region: EEA-DE
plan:
  - { from: 2024-11-01, plan: free }
  - { from: 2025-01-05, plan: pro }
`;

const CLAUDE_TERMS = `terms:
  - { document: consumer-terms-2025, acknowledged: 2025-10-01T09:30:00Z }
notices:
  - { shown: 2025-10-01T09:29:00Z, notice: consumer-terms-2025, surface: pop-up, dialog: pass }
`;

export function claudeTimeline(): string {
  return `# The account holder took this from the settings page, old mails and memory.
# Training was on from October 2025, off from 2 March 2026, on again from 10 May.
${CLAUDE_HEAD}${CLAUDE_TERMS}choices:
  - { at: 2025-10-01T09:30:00Z, purpose: train-general, choice: granted, surface: pop-up, before: on }
  - { at: 2026-03-02T18:12:00Z, purpose: train-general, choice: refused, surface: settings, before: on }
  - { at: 2026-05-10T20:05:00Z, purpose: train-general, choice: granted, surface: settings, before: off }
objections: []
# All after the export of 14 September 2026, so the conversations are still in it.
deletions:
  # Pasted chat with a friend
  - { conversation: ${claudeId("Pasted chat with a friend")}, at: 2026-09-15T07:10:00Z }
  # Card declined at a shop
  - { conversation: ${claudeId("Card declined at a shop")}, at: 2026-09-15T07:11:00Z }
  # Understanding a blood test
  - { conversation: ${claudeId("Understanding a blood test")}, at: 2026-09-18T19:40:00Z }
feedback:
  # Reading a stack trace
  - { conversation: ${claudeId("Reading a stack trace")}, at: 2026-02-20T19:05:00Z, kind: rating, rating: up }
  # Neutral reference letter
  - {
      conversation: ${claudeId("Neutral reference letter")},
      at: 2026-03-19T16:10:00Z,
      kind: rating,
      rating: down,
    }
  # Letter to a grandmother
  - { conversation: ${claudeId("Letter to a grandmother")}, at: 2026-03-30T19:40:00Z, kind: survey, rating: up }
  # Bank form
  - { conversation: ${claudeId("Bank form")}, at: 2026-04-15T12:45:00Z, kind: bug-report }
complete: [plan, region, terms, choices, objections, deletions, feedback]
`;
}

export function claudeOptedOut(): string {
  return `# The same person in another life: the first answer was no, and it stayed no.
${CLAUDE_HEAD}${CLAUDE_TERMS}choices:
  - { at: 2025-10-01T09:30:00Z, purpose: train-general, choice: refused, surface: pop-up, before: on }
objections: []
deletions: []
feedback:
  # Bank form
  - { conversation: ${claudeId("Bank form")}, at: 2026-04-15T12:45:00Z, kind: transcript-share }
complete: [plan, region, terms, choices, objections, deletions, feedback]
`;
}

export function claudeUnknown(): string {
  return `# Only the plan and the region are known. Nothing here says yes, and nothing says no.
account: ${CLAUDE_ACCOUNT}
product: anthropic/claude
region: EEA-DE
plan:
  - { from: 2024-11-01, plan: pro }
`;
}

/** Short lives of the same account, one for each way the answer can fall. */
export const CLAUDE_LIVES: Readonly<Record<string, () => string>> = {
  "never-asked": () => `# Never accepted the terms and never chose.
${CLAUDE_HEAD}terms: []
choices: []
objections: []
deletions: []
feedback: []
`,
  objected: () => `# Training was on; an objection was filed in February 2026.
${CLAUDE_HEAD}${CLAUDE_TERMS}choices:
  - { at: 2025-10-01T09:30:00Z, purpose: train-general, choice: granted, surface: pop-up, before: on }
objections:
  - { at: 2026-02-10, basis: GDPR-21 }
deletions: []
feedback: []
`,
  "switched-early": () => `# Switched training on before the new terms were accepted.
${CLAUDE_HEAD}terms: []
choices:
  - { at: 2025-09-10T08:00:00Z, purpose: train-general, choice: granted, surface: settings, before: off }
objections: []
deletions: []
feedback: []
`,
  closed:
    () => `# Training was on; the account was deleted. One chat had been flagged, one rated and then deleted.
${CLAUDE_HEAD}${CLAUDE_TERMS}choices:
  - { at: 2025-10-01T09:30:00Z, purpose: train-general, choice: granted, surface: pop-up, before: on }
objections: []
deletions:
  # Reading a stack trace
  - { conversation: ${claudeId("Reading a stack trace")}, at: 2026-09-16T08:00:00Z }
  - { account: true, at: 2026-10-01 }
feedback:
  # Reading a stack trace
  - { conversation: ${claudeId("Reading a stack trace")}, at: 2026-02-20T19:05:00Z, kind: rating, rating: up }
flags:
  # Bank form
  - { conversation: ${claudeId("Bank form")}, at: 2026-04-16T09:00:00Z }
`,
  "moved-to-work": () => `# Training was on; after the export the chats were taken along into a Team account.
${CLAUDE_HEAD}${CLAUDE_TERMS}choices:
  - { at: 2025-10-01T09:30:00Z, purpose: train-general, choice: granted, surface: pop-up, before: on }
objections: []
moves:
  - { at: 2026-09-20, to: team, data: moved }
deletions: []
feedback: []
`,
};

export function chatgptTimeline(): string {
  return `# One family on one Plus account. The training setting was on from the start
# and was turned off on 15 January 2026. No objection was filed.
# A legal hold is the vendor's to know and to announce: it is not listed here.
account: ${CHATGPT_ACCOUNT}
product: openai/chatgpt
signedUp: 2024-02-01
region: US
plan:
  - { from: 2024-02-01, plan: plus }
choices:
  - { at: 2026-01-15T19:40:00Z, purpose: train-general, choice: refused, surface: settings, before: on }
objections: []
# After the export of 30 June 2026.
deletions:
  # Fake letter from the bank
  - { conversation: ${chatId("Fake letter from the bank")}, at: 2026-07-02T06:30:00Z }
  # Budget for a family of five
  - { conversation: ${chatId("Budget for a family of five")}, at: 2026-07-02T06:31:00Z }
# Thumbs are in message_feedback.json of the export.
complete: [plan, region, choices, objections, deletions]
`;
}

export function claudeCodeTimeline(): string {
  return `# Until the end of March 2026 the sessions ran on the holder's own Max login,
# from 1 April 2026 on an API key of the company. The files themselves do not say which.
account: ${uuid("claude-code/account")}
product: anthropic/claude
signedUp: 2025-03-11
region: US
plan:
  - { from: 2025-03-11, plan: pro }
  - { from: 2025-09-02, plan: max }
credentials:
  - { from: 2025-03-11, credential: login }
  - { from: 2026-04-01, credential: api-key }
terms:
  - { document: consumer-terms-2025, acknowledged: 2025-10-08T07:55:00Z }
notices:
  - { shown: 2025-10-08T07:54:00Z, notice: consumer-terms-2025, surface: pop-up, dialog: pass }
choices:
  - { at: 2025-10-08T07:55:00Z, purpose: train-general, choice: granted, surface: pop-up, before: on }
objections: []
deletions:
  # Webhook with a signature
  - { conversation: ${sessionId("Webhook with a signature")}, at: 2026-09-20T08:00:00Z }
feedback:
  # Read the mail settings
  - { conversation: ${sessionId("Read the mail settings")}, at: 2025-10-21T13:40:00Z, kind: survey, rating: up }
  # Contact form, plain
  - { conversation: ${sessionId("Contact form, plain")}, at: 2025-12-03T16:40:00Z, kind: bug-report }
  # Broken build on the server
  - { conversation: ${sessionId("Broken build on the server")}, at: 2026-01-22T14:20:00Z, kind: transcript-share }
# The administrator has not joined any programme that lets the company's sessions train.
organisation: { optedIn: false, since: 2026-04-01 }
complete: [plan, region, credentials, terms, choices, objections, deletions, feedback, organisation]
`;
}
