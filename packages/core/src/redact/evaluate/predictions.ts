/**
 * What another tool found -> spans by document, to be measured on the same marked texts
 *
 * Either an object by document, `{id: [[start, end, type], …]}` counting code points, or marked
 * texts as `readLabelled` takes them, matched by id.
 */
import type { FoundSpan } from "./evaluate.ts";
import { checkedSpans, type Labelled, type LabelledSpan, malformed } from "./labelled.ts";
import { type LabelledFile, readLabelled, valuesOf } from "./read-labelled.ts";
import { isTriples, triplesOf } from "./readers/tab.ts";

export interface Predictions {
  readonly claims: ReadonlySet<string>;
  /** @throws ProvisoError INPUT_MALFORMED for a document of which nothing is said */
  find(document: Labelled): readonly FoundSpan[];
}

export function readPredictions(file: LabelledFile): Predictions {
  const first = valuesOf(file)?.[0]?.value;
  const place = { file: file.name };
  if (typeof first === "object" && first !== null && !Array.isArray(first) && isTriples(first)) {
    const triples = triplesOf(first, { id: "", place });
    const claims = new Set(Object.values(triples).flatMap((all) => all.map(([, , type]) => type)));
    return {
      claims,
      find: ({ id, text }) => {
        const all = triples[id];
        if (all === undefined) throw malformed(`nothing is said of document \`${id}\``, place);
        // Tools report spans that cross; each is checked for itself.
        return all.flatMap(([start, end, label]) =>
          foundOf(checkedSpans(text, [{ start, end, label }], "code-point", { ...place, field: id })),
        );
      },
    };
  }
  const documents = readLabelled([file]).flatMap((set) => set.documents);
  const byId = new Map(documents.map((one) => [one.id, one]));
  return {
    claims: new Set(documents.flatMap((one) => one.spans.map(({ label }) => label))),
    find: ({ id, text }) => {
      const said = byId.get(id);
      if (said === undefined) throw malformed(`nothing is said of document \`${id}\``, place);
      if (said.text !== text) throw malformed(`document \`${id}\` has another text`, { ...place, field: id });
      return foundOf(said.spans);
    },
  };
}

function foundOf(spans: readonly LabelledSpan[]): readonly FoundSpan[] {
  return spans.map(({ start, end, label }) => ({ start, end, type: label }));
}
