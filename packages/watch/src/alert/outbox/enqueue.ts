/** Alertables x rules -> lines of the outbox: what is to be sent, and what waits for a digest */
import { type Alertable, alertableId, type HealthAlertable, instantOf } from "../alertable.ts";
import { digestOfAll } from "../digest.ts";
import { periodStart } from "../digest-period.ts";
import { isAbout, matches } from "../match.ts";
import type { AlertRule } from "../rules.ts";
import { deliveryId } from "./delivery.ts";
import type { OutboxLine } from "./outbox-line.ts";
import type { OutboxState } from "./outbox-state.ts";

/** What is known already gives no line. */
export function enqueue(
  rules: readonly AlertRule[],
  alertables: readonly Alertable[],
  state: OutboxState,
  at: number,
): readonly OutboxLine[] {
  const lines: OutboxLine[] = [];
  for (const alertable of alertables) {
    const what = alertableId(alertable);
    const own: OutboxLine[] = [];
    for (const rule of rules) {
      const match = matches(rule, alertable);
      if (match.is !== "match") continue;
      if (rule.digest !== "none") {
        const { waiting, done } = state.collectionOf(rule.name);
        if (!waiting.has(what) && !done.has(what)) own.push({ is: "collected", rule: rule.name, what });
        continue;
      }
      for (const channel of rule.to) {
        const id = deliveryId(rule.name, channel, what);
        if (state.isKnown(id)) continue;
        own.push({ is: "intent", id, rule: rule.name, channel, at, what, clauses: [...match.clauses] });
      }
    }
    if (own.length > 0) lines.push({ is: "what", what, alertable }, ...own);
  }
  return lines;
}

/** Digests whose day or week has ended. After a pause there is one for all of it. */
export function enqueueDigests(
  rules: readonly AlertRule[],
  alertables: readonly Alertable[],
  state: OutboxState,
  at: number,
): readonly OutboxLine[] {
  return rules.flatMap((rule): readonly OutboxLine[] => {
    if (rule.digest === "none") return ofFormerDigest(rule, state, at);
    const to = periodStart(rule.digest, at);
    const { to: from, waiting } = state.collectionOf(rule.name);
    if (from === undefined) return [{ is: "digested", rule: rule.name, to, whats: [] }];
    if (to <= from) return [];
    const whats: string[] = [];
    const changes: Alertable[] = [];
    const seenAgain: HealthAlertable[] = [];
    const blind = new Set(alertables.map(alertableId));
    for (const what of waiting) {
      const alertable = state.contents.get(what);
      if (alertable !== undefined && instantOf(alertable) >= to) continue;
      whats.push(what);
      if (alertable?.kind === "change") changes.push(alertable);
      if (alertable?.kind === "health" && !blind.has(what)) seenAgain.push(alertable);
    }
    // Silence about a document that we cannot see would read as "nothing changed".
    const unseen = alertables.filter((one) => one.kind === "health" && isAbout(rule, one.document));
    const digest = digestOfAll([...changes, ...unseen], from, to, seenAgain);
    const intents = rule.to.map((channel): OutboxLine => {
      const id = deliveryId(rule.name, channel, `digest ${from} ${to}`);
      return { is: "digest-intent", id, rule: rule.name, channel, at, digest };
    });
    // Last: if it is cut off, the same digests are made again, with the same ids.
    return [...intents, { is: "digested", rule: rule.name, to, whats }];
  });
}

/** A rule that had digests until now: what waited for the next one is sent by itself. */
function ofFormerDigest(rule: AlertRule, state: OutboxState, at: number): readonly OutboxLine[] {
  const whats = [...state.collectionOf(rule.name).waiting];
  if (whats.length === 0) return [];
  const clauses = ["it waited for a digest, which the rule no longer asks for"];
  const intents = whats.flatMap((what) =>
    rule.to.map((channel): OutboxLine => {
      const id = deliveryId(rule.name, channel, what);
      return { is: "intent", id, rule: rule.name, channel, at, what, clauses };
    }),
  );
  return [...intents, { is: "digested", rule: rule.name, to: at, whats }];
}
