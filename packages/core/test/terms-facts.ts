/** Facts on axes and provisions, made up for tests. */
import type { Axis, AxisFact, AxisValues } from "../src/terms/axes/axis.ts";
import type { Provision } from "../src/terms/provisions/provision.ts";

interface Where {
  readonly provision?: string | undefined;
  readonly start?: number;
  readonly basis?: AxisFact["basis"];
}

export function factOf(
  axis: Axis,
  values: AxisValues,
  { provision = "p-0", start = 0, basis = "rule" }: Where = {},
): AxisFact {
  const quote = `${axis} ${JSON.stringify(values)}`;
  return { axis, values, quote, start, end: start + quote.length, provision, confidence: 0.9, basis };
}

export function provisionOf(id: string): Provision {
  return { id, path: [], text: id, start: 0, end: id.length };
}
