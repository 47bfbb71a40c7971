import { type HealthSignal, isBlind } from "../health/signals.ts";
import type { Extracted } from "./extracted.ts";

/**
 * One document of several pages, in the order given. If one of them was not seen, the whole is empty: half
 * a document would look like a change.
 */
export function combined(parts: readonly Extracted[]): Extracted {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const signals: HealthSignal[] = parts.flatMap((part) => part.signals);
  const unseen = parts.flatMap((part, at) => (isBlind(part.signals) || part.markdown === "" ? [at + 1] : []));
  if (unseen.length > 0) {
    signals.push({ signal: "part-missing", reason: `page ${unseen.join(", ")} of ${parts.length}` });
  }
  const languages = new Set(parts.map(({ language }) => language).filter((one) => one !== undefined));
  return {
    markdown: unseen.length > 0 ? "" : parts.map(({ markdown }) => markdown).join("\n\n"),
    recipe: parts.map(({ recipe }) => recipe).join(" + "),
    chosen: [...new Set(parts.map(({ chosen }) => chosen))].join("+"),
    title: only?.title,
    language: languages.size === 1 ? [...languages][0] : undefined,
    votes: parts.flatMap(({ votes }) => votes),
    signals,
  };
}
