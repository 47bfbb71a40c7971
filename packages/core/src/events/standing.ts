/** Spans of time, joined where they touch or overlap: since when, and until when, any of them stands. */
export interface Standing {
  readonly from: number;
  /** Undefined while it stands. */
  readonly until: number | undefined;
}

/**
 * An objection that is withdrawn while another stands has ended nothing. In order of `from`.
 */
export function standing(spans: readonly Standing[]): readonly Standing[] {
  const joined: Standing[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || (last.until !== undefined && last.until < span.from)) {
      joined.push(span);
    } else if (last.until !== undefined && (span.until === undefined || span.until > last.until)) {
      joined[joined.length - 1] = { from: last.from, until: span.until };
    }
  }
  return joined;
}
