/**
 * The yardstick for facts and decision: one pass over the same grouped events that keeps only what
 * the one rule set needs. No provenance, no unknowns beyond the setting, no clocks.
 */
import type { EventLog } from "@proviso/core/facts";

export function foldByHand(log: EventLog, now: number): number {
  let permits = 0;
  for (const account of log.accounts.values()) {
    let choice = "none";
    let since = 0;
    let plan = "";
    for (const event of account.events) {
      if (event.at > now) continue;
      if (event.type === "choice.made") {
        if (event.data.choice !== choice) since = event.at;
        choice = event.data.choice;
      } else if (event.type === "account.created") plan = event.data.plan ?? "";
    }
    for (const events of account.conversations.values()) {
      let created = 0;
      let last = 0;
      let feedback = 0;
      let deleted = false;
      let incognito = false;
      for (const event of events) {
        if (event.at > now) continue;
        switch (event.type) {
          case "conversation.created":
            created = event.at;
            last = Math.max(last, event.at);
            incognito = event.data.mode === "incognito";
            break;
          case "item.added":
            last = Math.max(last, event.at);
            break;
          case "feedback.given":
            feedback = event.at;
            break;
          case "conversation.deleted":
            deleted = true;
            break;
        }
      }
      const isCommercial = plan === "team";
      if (feedback > 0 && !incognito) permits += 1;
      else if (!isCommercial && !incognito && !deleted && choice === "granted" && last > since) {
        permits += created >= since ? 1 : 1;
      }
    }
  }
  return permits;
}
