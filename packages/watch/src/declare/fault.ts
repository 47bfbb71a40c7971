/** **Fault**: what is wrong in a declaration, at which part of it, and what would be right. */
import { ProvisoError } from "@proviso/core";
import type { LocatedText } from "./located-text.ts";

export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint?: string | undefined;
  /** It is about the key at the end of the path, not about its value. */
  readonly isKey?: boolean | undefined;
}

export function errorOf({ path, message, hint, isKey }: Fault, located: LocatedText): ProvisoError {
  const field = path.length === 0 ? undefined : printPath(path);
  const place = { ...located.placeOf(path, isKey ?? false), field };
  return new ProvisoError("INPUT_MALFORMED", message, { place, hint });
}

/** `sources[1].select` */
function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}
