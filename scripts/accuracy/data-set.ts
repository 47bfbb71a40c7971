/** Files of public data -> **LabelledSet**; undefined where one of them is not here. */
import { type LabelledSet, readLabelled } from "@proviso/core/redact";

export type Read = (path: string) => string | undefined;

export function setOf(read: Read, ...paths: readonly string[]): LabelledSet | undefined {
  const files = paths.map((name) => ({ name, text: read(name) }));
  const found = files.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]));
  return found.length === paths.length ? readLabelled(found)[0] : undefined;
}
