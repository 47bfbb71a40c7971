/** What a person types of a document's name -> the one document it is */
import { ProvisoError } from "@proviso/core";
import { type DocumentName, printDocument } from "@proviso/core/terms";

const SHOWN = 10;

/** @throws ProvisoError NOT_FOUND none, or several of which none is named exactly */
export function findDocument(typed: string, documents: readonly DocumentName[]): DocumentName {
  const wanted = typed.toLowerCase();
  const named = documents.map((document) => ({ document, name: printDocument(document) }));
  const exact = named.filter(({ name }) => name.toLowerCase() === wanted);
  const begun = named.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const within = named.filter(({ name }) => name.toLowerCase().includes(wanted));
  const found = [exact, begun, within].find((some) => some.length > 0) ?? [];
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.document;
  const list = (found.length > 0 ? found : named).map(({ name }) => name).sort();
  const more = list.length > SHOWN ? [`and ${list.length - SHOWN} more`] : [];
  throw new ProvisoError(
    "NOT_FOUND",
    found.length === 0 ? `no document \`${typed}\` in the archive` : `\`${typed}\` may be several documents`,
    { hint: [...list.slice(0, SHOWN), ...more].join("\n") || "the archive is empty: `proviso watch run`" },
  );
}
