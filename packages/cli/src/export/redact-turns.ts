/**
 * Turns of one conversation -> the same turns, redacted as one document
 */
import { addCount, EXPORT_REASONS, type Turn } from "@proviso/core/export";
import { Redactor } from "../../../../../../tmp/export/shim.ts";
import type { WorkSettings } from "./job.ts";

export interface RedactedTurns {
  readonly turns: readonly Turn[];
  /** Reason -> turns that the profile leaves out. */
  readonly left: ReadonlyMap<string, number>;
  readonly redactions: ReadonlyMap<string, number>;
  /** Category -> turns that went in with it. */
  readonly flags: ReadonlyMap<string, number>;
}

export function createTurnRedactor(settings: WorkSettings): (turns: readonly Turn[]) => RedactedTurns {
  const redactor = new Redactor(settings);
  return (turns) => {
    // Names of tools are text too: connectors are often called after people and companies.
    const names = [...new Set(turns.flatMap(({ name }) => (name === undefined ? [] : [name])))];
    const { texts, counts } = redactor.document([...turns.map(({ text }) => text), ...names]);
    const nameOf = new Map(names.map((name, index) => [name, texts[turns.length + index] ?? ""]));
    return {
      turns: turns.map(({ role, name }, index) => ({
        role,
        name: name === undefined ? undefined : nameOf.get(name),
        text: texts[index] ?? "",
      })),
      left: new Map(),
      redactions: counts,
      flags: new Map(),
    };
  };
}
