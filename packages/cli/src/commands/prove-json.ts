/** Proofs as JSON for programs, and a counterexample as the files that `proviso explain` reads */
import { printEvent, printTimeline } from "@proviso/core/events";
import { FACT_INDEX, type Slot, VOCABULARY } from "@proviso/core/facts";
import type { Counterexample, Proof } from "@proviso/core/policy";
import { isoText } from "../terminal/words.ts";

type History = NonNullable<Counterexample["history"]>;

/** By name. */
export function filesOf({ timeline, conversation, events }: History): Readonly<Record<string, string>> {
  const lines = events.map((event) => `${JSON.stringify(printEvent(event))}\n`).join("");
  return {
    "account.yaml": printTimeline(timeline),
    "conversation.jsonl": `${JSON.stringify(conversation)}\n`,
    ...(lines === "" ? {} : { "events.jsonl": lines }),
  };
}

export function proofsJson(proofs: readonly Proof[]): string {
  const count = (verdict: Proof["verdict"]): number => proofs.filter((one) => one.verdict === verdict).length;
  return `${JSON.stringify({
    proved: count("proved"),
    broken: count("broken"),
    undecided: count("undecided"),
    proofs: proofs.map((proof) => ({
      promise: proof.promise.id,
      says: proof.promise.says,
      policy: `${proof.policy.id}@${proof.policy.version}`,
      verdict: proof.verdict,
      of: proof.histories ? "histories" : "all-facts",
      methods: proof.methods,
      classes: proof.classes,
      questions: proof.questions,
      ms: Math.round(proof.took),
      note: proof.note ?? null,
      place: proof.promise.place ?? null,
      counterexample: proof.counterexample === undefined ? null : counterexampleJson(proof.counterexample),
    })),
  })}\n`;
}

function counterexampleJson(found: Counterexample): unknown {
  const factsOf = (slots: readonly Slot[]) =>
    Object.fromEntries(found.facts.map((fact) => [fact, slotJson(fact, slots[FACT_INDEX[fact]])]));
  const { history } = found;
  return {
    purpose: found.purpose,
    item: found.item,
    rules: found.rules,
    facts: factsOf(found.slots),
    other: found.other === undefined ? null : { name: found.other.name, facts: factsOf(found.other.slots) },
    minimal: found.minimal,
    history:
      history === undefined
        ? null
        : {
            at: isoText(history.at),
            inForce: history.inForce,
            missing: history.missing,
            files: history.missing.length > 0 ? null : filesOf(history),
          },
  };
}

/** An unknown is told from a none. */
function slotJson(fact: keyof typeof VOCABULARY, slot: Slot): unknown {
  if (slot === undefined) return { unknown: true };
  return typeof slot === "number" && VOCABULARY[fact].type === "timestamp" ? isoText(slot) : slot;
}
