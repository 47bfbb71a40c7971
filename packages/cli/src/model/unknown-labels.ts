/** Labels of the model that nobody knows -> stderr: what it marked with them was left in the texts. */

import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { NameModel } from "./name-model.ts";

/** A line; nothing where all labels are known. */
export function unknownLabelsText(model: NameModel | undefined, { json, err }: Terminal): string {
  const labels = [...(model?.unknownLabels ?? [])].sort();
  if (labels.length === 0) return "";
  if (json) return `${JSON.stringify({ model: { unknownLabels: labels } })}\n`;
  const named = labels.map((label) => `\`${printable(label)}\``).join(", ");
  return `${err.yellow("labels of the model that are not known here:")} ${named}; what they mark was kept\n`;
}
