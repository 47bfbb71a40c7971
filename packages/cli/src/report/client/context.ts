/**
 * What every view is given: the data, the purpose chosen and the way to make links that keep it.
 */
import type { Data } from "./data.ts";
import { hashOf, type State, type View } from "./state.ts";

export interface Context {
  readonly data: Data;
  readonly state: State;
  readonly purpose: string;
}

/** A hash for another view under the same purpose. */
export function link(
  context: Context,
  view: View,
  params: Readonly<Record<string, string | undefined>> = {},
  id = "",
): string {
  const first = context.data.tables.purposes[0];
  return hashOf(view, { purpose: context.purpose === first ? undefined : context.purpose, ...params }, id);
}
