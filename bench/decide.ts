/** Hot path: the compiled policy, and facts with decision, against their yardsticks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decide, prepare } from "@proviso/core/decision";
import { derive, type Facts, foldAccount, indexEvents } from "@proviso/core/facts";
import { assemble, compile, parsePolicy } from "@proviso/core/policy";
import { decideByHand } from "./decide/by-hand.ts";
import { cedarDecider } from "./decide/cedar.ts";
import { foldByHand } from "./decide/fold-by-hand.ts";
import { NOW, workload } from "./decide/workload.ts";
import { pair, printPair } from "./measure.ts";

const folder = join(import.meta.dirname, "../policies/anthropic");
const load = (name: string): ReturnType<typeof parsePolicy>["policy"] =>
  parsePolicy(readFileSync(join(folder, `${name}.yaml`), "utf8"), name).policy;
const policies = [
  "claude-consumer/2025-05-01",
  "claude-consumer/2025-10-08",
  "claude-consumer/2026-01-12",
  "claude-commercial/2025-06-17",
].map(load);

const { events, conversations } = workload(100_000);
const log = indexEvents(events);
// Few enough to stay in the processor cache: the decision is timed, not the memory.
const SAMPLE = 4_096;
const slots: Facts["slots"][] = [];
for (const account of log.accounts.values()) {
  const state = foldAccount(log, account, NOW, Number.POSITIVE_INFINITY);
  for (const [id, own] of account.conversations) {
    if (slots.length < SAMPLE) slots.push(derive(state, id, own).slots);
  }
  if (slots.length === SAMPLE) break;
}

const consumer = policies[1];
if (consumer === undefined) throw new Error("the consumer policy is missing");
const compiled = compile(consumer).conversation.get("train-general");
if (compiled === undefined) throw new Error("the consumer policy does not speak of train-general");

const many = (one: (s: Facts["slots"]) => number) => (n: number) => {
  let sum = 0;
  for (let index = 0; index < n; index += 1) sum += one(slots[index % SAMPLE] ?? []);
  return sum;
};
const hand = pair("compiled closure", { run: many(compiled.first), n: 2_000_000 }, "a hand-written closure", {
  run: many(decideByHand),
  n: 2_000_000,
});
printPair(hand, 0.8);

const cedar = cedarDecider(slots.slice(0, 2_000));
printPair(
  pair("compiled closure", { run: many(compiled.first), n: 2_000_000 }, "@cedar-policy/cedar-wasm", cedar, 3),
  1_000,
);

const prepared = prepare(assemble(policies));
const decideEverything = (): number => {
  let permits = 0;
  for (const account of log.accounts.values()) {
    const state = foldAccount(log, account, NOW, Number.POSITIVE_INFINITY);
    for (const [id, own] of account.conversations) {
      const decision = decide(prepared, derive(state, id, own), ["train-general"]);
      if (decision.uses[0]?.use === "permit") permits += 1;
    }
  }
  return permits;
};
const throughput = pair(
  "facts and decision",
  { run: decideEverything, n: conversations },
  "a hand-written fold and closure without provenance or clocks",
  { run: () => foldByHand(log, NOW), n: conversations },
  7,
);
printPair(throughput, 0);
console.log(
  `facts and decision: ${Math.round(throughput.ours).toLocaleString("en")} conversations/s on one core (bar 300,000, ${throughput.ours >= 300_000 ? "ok" : "BELOW"})`,
);
