/**
 * Which record is the last of each conversation: the first of the two passes of a grouping reader
 *
 * With it the second pass can let go of a conversation as soon as it is whole. What is held over the
 * whole input is one number per conversation and per trace, never an item.
 */
export class LastSeen {
  readonly #last = new Map<string, number>();
  readonly #alias = new Map<string, string>();

  see(key: string, ordinal: number): void {
    this.#last.set(key, ordinal);
  }

  /** Says that what comes under `key` belongs to `conversation`. The first word stands. */
  belongs(key: string, conversation: string): void {
    if (!this.#alias.has(key)) this.#alias.set(key, conversation);
  }

  conversationOf(key: string): string | undefined {
    return this.#alias.get(key);
  }

  /** Call between the passes: moves what was seen under an alias to its conversation. */
  settle(): void {
    for (const [key, conversation] of this.#alias) {
      const ordinal = this.#last.get(key);
      if (ordinal === undefined || key === conversation) continue;
      this.#last.set(conversation, Math.max(this.#last.get(conversation) ?? 0, ordinal));
    }
  }

  isLast(conversation: string, ordinal: number): boolean {
    return (this.#last.get(conversation) ?? Number.POSITIVE_INFINITY) <= ordinal;
  }
}
