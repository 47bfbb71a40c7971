/** The examples exercise the rules: each rule of the Claude terms decides somewhere, or says why it cannot. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packsFolder } from "../src/packs/find.ts";
import { openQuestion } from "../src/pipeline/open.ts";

const examples = join(import.meta.dirname, "../../../examples");
const folder = join(examples, "claude-personal");
const timelines = readdirSync(folder).filter((name) => name.startsWith("account"));
/** Before the change, in the window, today, and after five years. */
const INSTANTS = ["2025-08-01", "2025-09-15", "2026-11-22", "2032-01-01"];

/** Rules that no Claude export can reach, with the reason. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  incognito: "incognito chats are not in an export",
  "incognito-with-feedback": "incognito chats are not in an export",
  "same-instant": "no two instants of a real export are equal to the millisecond",
  "express-opt-in": "an express opt-in by other means leaves no trace in the product",
};

it("every rule of the consumer terms decides in some example", async () => {
  const reached = new Set<string>();
  const all = new Set<string>();
  for (const at of INSTANTS) {
    for (const timeline of timelines) {
      const opened = await openQuestion({
        paths: [folder],
        account: join(folder, timeline),
        policies: [packsFolder()],
        at: Date.parse(`${at}T00:00:00Z`),
        known: Number.POSITIVE_INFINITY,
        strict: true,
        items: true,
      });
      for (const { policy } of opened.packs.policies) {
        if (policy.id === "anthropic/claude-consumer") for (const { id } of policy.rules) all.add(id);
      }
      for await (const { decision, items } of opened.decisions()) {
        for (const one of [decision, ...items.map((item) => item.decision)]) {
          for (const { rule } of one.uses) if (rule !== undefined) reached.add(rule);
        }
      }
    }
  }
  const missed = [...all].filter((rule) => !reached.has(rule)).sort();
  expect(missed).toEqual(Object.keys(OUT_OF_REACH).sort());
});
