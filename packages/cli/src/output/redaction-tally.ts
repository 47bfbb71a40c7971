/**
 * Conversations x profile -> **RedactionTally**: what redaction would replace, by type
 *
 * Counts and no values: it can be printed and kept where the chats must not be.
 */
import { ENTITIES, type EntityType, type Profile, Redactor } from "@proviso/core/redact";
import type { Conversation } from "@proviso/core/sources";
import type { NameModel } from "../model/name-model.ts";

export interface TypeCount {
  readonly type: EntityType;
  /** One phrase for a reader. */
  readonly says: string;
  readonly values: number;
  readonly conversations: number;
}

export class RedactionTally {
  readonly profile: string;
  /** Conversations of which anything would be replaced. */
  conversations = 0;
  readonly #redactor: Redactor;
  readonly #model: NameModel | undefined;
  readonly #values = new Map<EntityType, number>();
  readonly #in = new Map<EntityType, number>();
  readonly #special = new Map<EntityType, number>();

  /**
   * @param key only operators that are keyed need one; counts do not depend on it
   * @param model the one that the profile names
   */
  constructor(profile: Profile, key: Uint8Array, model: NameModel | undefined) {
    this.profile = profile.profile;
    this.#redactor = new Redactor({ profile, key });
    this.#model = model;
  }

  /** The conversation MUST have been read with its content. */
  async add({ title, items }: Conversation): Promise<void> {
    const texts = [title ?? "", ...items.map((item) => item.text ?? "")];
    const known = (await this.#model?.find(texts)) ?? [];
    const { counts, flags } = this.#redactor.document(texts, { known });
    if (counts.size > 0) this.conversations += 1;
    for (const [type, values] of counts) {
      this.#values.set(type, (this.#values.get(type) ?? 0) + values);
      this.#in.set(type, (this.#in.get(type) ?? 0) + 1);
    }
    for (const type of new Set(flags.flat())) this.#special.set(type, (this.#special.get(type) ?? 0) + 1);
  }

  /** The most frequent first. */
  get types(): readonly TypeCount[] {
    return [...this.#values]
      .map(([type, values]) => ({ type, says: saysOf(type), values, conversations: this.#in.get(type) ?? 0 }))
      .sort((one, other) => other.values - one.values || (one.type < other.type ? -1 : 1));
  }

  /** Special categories (GDPR Article 9), by the conversations that speak of them. */
  get special(): readonly Omit<TypeCount, "values">[] {
    return [...this.#special]
      .map(([type, conversations]) => ({ type, says: saysOf(type), conversations }))
      .sort((one, other) => other.conversations - one.conversations || (one.type < other.type ? -1 : 1));
  }
}

function saysOf(type: EntityType): string {
  const known: Readonly<Record<string, { readonly says: string }>> = ENTITIES;
  return Object.hasOwn(known, type) ? (known[type]?.says ?? type) : type;
}
