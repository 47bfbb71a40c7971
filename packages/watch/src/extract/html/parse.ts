import { parseHTML } from "linkedom";
import type { HealthSignal } from "../../health/signals.ts";
import { LIMITS } from "../limits.ts";
import { type DomDocument, ELEMENT, walk } from "./dom.ts";
import { measure } from "./measure.ts";

/** Parsing takes time with the square of the depth; this deep it still takes well under a second. */
const PARSED_DEPTH = 5_000;

export type Parsed =
  | { readonly document: DomDocument; readonly elements: number }
  | { readonly problem: HealthSignal };

/** A page as a DOM, or why it cannot be built safely. */
export function parse(html: string): Parsed {
  const { tags, depth } = measure(html, LIMITS.tags, PARSED_DEPTH);
  if (depth > PARSED_DEPTH) return tooDeep(`over ${PARSED_DEPTH}`);
  if (tags > LIMITS.tags) {
    return { problem: { signal: "too-many-nodes", reason: `over ${LIMITS.tags} tags` } };
  }
  const document = parseHTML(withRoot(html)).document as unknown as DomDocument;
  const size = sizeOf(document);
  return size.depth > LIMITS.depth ? tooDeep(`${size.depth}`) : { document, elements: size.elements };
}

/** Without `html` and `body` the parser makes a document with no body out of a fragment. */
function withRoot(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  if (/<(?:html|head)[\s>]/i.test(html)) return html.replace(/<\/head\s*>/i, "$&<body>");
  return `<!doctype html><html><head></head><body>${html}</body></html>`;
}

function sizeOf(document: DomDocument): { readonly elements: number; readonly depth: number } {
  let [elements, depth, deepest] = [0, 0, 0];
  walk(
    document,
    (node) => {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (node.nodeType === ELEMENT) elements += 1;
    },
    () => {
      depth -= 1;
    },
  );
  return { elements, depth: deepest };
}

function tooDeep(depth: string): Parsed {
  return {
    problem: {
      signal: "html-too-deep",
      reason: `${depth} elements within each other, ${LIMITS.depth} allowed`,
    },
  };
}
