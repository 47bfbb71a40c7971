/**
 * Obligations of the rules that let a conversation in -> which of them the export itself keeps
 *
 * The others are duties of whoever uses the export. They are named in the manifest as open: nobody may
 * take an export for free of duties because its maker did not know them.
 */

/** How an export keeps an obligation by the way it is made. Codes are those of the policies. */
export const KEPT: Readonly<Record<string, string>> = {
  "delink-user-id": "lines hold no id of an account or a conversation",
  "detach-from-account-before-review": "lines hold no id of an account or a conversation",
  "unlink-account": "lines hold no id of an account or a conversation",
  "leave-out-audio-and-live-video": "lines hold text and nothing else",
};

const UNLINKING: readonly string[] = [
  "delink-user-id",
  "detach-from-account-before-review",
  "unlink-account",
];

/** Whether ids must stay away from the conversation's line even where they were asked for. */
export function forbidsIds(obligations: readonly string[]): boolean {
  return obligations.some((one) => UNLINKING.includes(one));
}
