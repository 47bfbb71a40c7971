/** Values of a fact -> words: `use permitted, data conversations, unless opt-out` */
import type { AxisValues } from "@proviso/core/terms";

export function valuesText(values: AxisValues): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${typeof value === "boolean" ? (value ? "yes" : "no") : value}`)
    .join(", ");
}
