/** Message of a delivery -> Letter that says by which rule it was sent */
import { digestLetter } from "../digest.ts";
import type { Message } from "../outbox/delivery.ts";
import { changeLetter } from "./change-letter.ts";
import { healthLetter } from "./health-letter.ts";
import type { Letter } from "./letter.ts";

export function letterOf(message: Message): Letter {
  if (message.kind === "digest") return digestLetter(message.digest, `Digest of the rule “${message.rule}”`);
  const { rule, clauses, alertable } = message;
  const because = `Sent by the rule “${rule}”: ${clauses.join("; ")}`;
  return alertable.kind === "change" ? changeLetter(alertable, because) : healthLetter(alertable, because);
}
