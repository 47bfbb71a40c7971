/**
 * Values that hold until the next event: plan, region, credential. Known only while the log
 * lists their changes in full.
 */
export interface Change<V> {
  readonly at: number;
  readonly value: V;
  readonly event: string;
}

/** The last change at or before `at`. */
export function changeAt<V>(changes: readonly Change<V>[], at: number): Change<V> | undefined {
  for (let index = changes.length - 1; index >= 0; index -= 1) {
    const change = changes[index];
    if (change !== undefined && change.at <= at) return change;
  }
  return undefined;
}
