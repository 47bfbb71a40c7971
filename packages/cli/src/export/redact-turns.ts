/**
 * Turns of one conversation -> the same turns, redacted as one document
 */
import { addCount, type Turn } from "@proviso/core/export";
import { type KnownValue, Redactor } from "@proviso/core/redact";
import type { WorkSettings } from "./job.ts";

export interface RedactedTurns {
  readonly turns: readonly Turn[];
  /** Type -> values replaced. */
  readonly redactions: ReadonlyMap<string, number>;
  /** Special category -> turns that speak of it. */
  readonly flags: ReadonlyMap<string, number>;
}

export type RedactTurns = (
  turns: readonly Turn[],
  subject: string,
  known?: readonly KnownValue[],
) => RedactedTurns;

/** @throws ProvisoError KEY_MISSING, KEY_INVALID, PROFILE_INVALID */
export function createTurnRedactor({ profile, key, scope }: WorkSettings): RedactTurns {
  const redactor = new Redactor({ profile, key, scope });
  return (turns, subject, known = []) => {
    // Names of tools are text too: connectors are often called after people and companies.
    const names = [...new Set(turns.flatMap(({ name }) => (name === undefined ? [] : [name])))];
    const document = redactor.document([...turns.map(({ text }) => text), ...names], {
      subject,
      known,
      roles: [...turns.map(({ role }) => role), ...names.map(() => "tool" as const)],
    });
    const written = new Map(names.map((name, index) => [name, document.texts[turns.length + index] ?? ""]));
    const flags = new Map<string, number>();
    for (const one of document.flags.flat()) addCount(flags, one);
    return {
      turns: turns.map(({ role, name }, index) => ({
        role,
        name: name === undefined ? undefined : written.get(name),
        text: document.texts[index] ?? "",
      })),
      redactions: document.counts,
      flags,
    };
  };
}
