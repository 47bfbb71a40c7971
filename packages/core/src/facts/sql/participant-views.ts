/**
 * `conversation_rest`, `accounts` -> **View** `participant_grants`
 *
 * Meaning: participants.ts. An event that says how the person chose counts before the person's account.
 */
import type { View } from "../../sql/view.ts";
import { columnOf } from "../columns.ts";
import { typeIn } from "./asked.ts";

export function participantView(): View {
  return {
    name: "participant_grants",
    says: ["Whether another participant is known not to have granted training, or not known to have."],
    select:
      "SELECT account, conversation, coalesce(bool_or(choice <> 'granted'), FALSE) AS has_refused,\n" +
      "  bool_or(choice IS NULL) AS has_unknown\nFROM (\n" +
      `  SELECT p.account, p.conversation, coalesce(p.choice, a.${columnOf("training.choice")}) AS choice\n` +
      "  FROM conversation_rest AS p\n  LEFT JOIN accounts AS a ON a.account = p.participant\n" +
      `  WHERE p.${typeIn("participant.joined")}\n) AS joined\nGROUP BY account, conversation`,
  };
}
