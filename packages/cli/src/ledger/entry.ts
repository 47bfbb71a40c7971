/**
 * **Entry**: something to log, and what makes it that one thing
 *
 * What is the same thing with the same content is logged once, however often it is added.
 */
import { digestOfJson } from "@proviso/core/export";
import type { LeafKind, Opening } from "@proviso/core/ledger";

export interface Entry {
  readonly kind: LeafKind;
  readonly value: unknown;
  readonly file: string;
  readonly line: number | undefined;
}

export interface Identity {
  readonly id: string;
  readonly content: string;
}

export function identityOf({ kind, value }: Pick<Opening, "kind" | "value">): Identity {
  const content = digestOfJson(value);
  const fields =
    typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  // CloudEvents: `source` and `id` together name an event.
  if (kind === "event") return { id: JSON.stringify([kind, fields["source"], fields["id"]]), content };
  return { id: `${kind} ${content}`, content };
}
