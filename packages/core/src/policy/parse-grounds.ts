/**
 * What a rule, clock or hold rests on: citations, or an interpretation with its competitors.
 *
 * No silent interpretation: each needs a citation, or a stated reading and at least one other.
 */
import { isScalar, isSeq, type Scalar } from "yaml";
import { suggest } from "./nearest.ts";
import type { Citation, Grounds, Reading as OtherReading } from "./policy.ts";
import { Mapping } from "./yaml-mapping.ts";

export const GROUNDS_KEYS = ["cite", "basis", "reading", "competing"] as const;

/** @param documents the keys of the policy's `documents` */
export function parseGrounds(mapping: Mapping, documents: ReadonlySet<string>): Grounds {
  const cite = citations(mapping, documents);
  const basis = mapping.choice("basis", ["text", "interpretation"]) ?? "text";
  const reading = mapping.text("reading");
  const competing = competitors(mapping);
  if (basis === "interpretation") {
    if (!mapping.has("reading")) mapping.missing("reading", "say in a sentence how the text is read");
    if (!mapping.has("competing")) mapping.missing("competing", "say how else the text may be read");
    else if (mapping.items("competing").length === 0)
      mapping.fail("competing", "an interpretation has a competing reading");
  } else if (!mapping.has("cite") || (cite.length === 0 && isEmptyList(mapping))) {
    mapping.missing("cite", "cite the clause as `document#section`, or say `basis: interpretation`");
  }
  return { cite, basis, reading, competing };
}

function isEmptyList(mapping: Mapping): boolean {
  const node = mapping.nodeOf("cite");
  return isSeq(node) && node.items.length === 0;
}

function citations(mapping: Mapping, documents: ReadonlySet<string>): readonly Citation[] {
  const node = mapping.nodeOf("cite");
  const one = isScalar(node) ? mapping.scalar("cite") : undefined;
  const written = isScalar(node) ? (one === undefined ? [] : [one]) : mapping.texts("cite");
  return written.flatMap((scalar) => {
    const citation = citationOf(scalar, mapping);
    if (citation === undefined || documents.has(citation.document)) return citation ?? [];
    const hint = suggest(citation.document, documents, "`documents` says what can be cited");
    const message = `there is no document \`${citation.document}\``;
    return mapping.reading.fail("POLICY_INVALID", message, scalar, mapping.path("cite"), hint) ?? [];
  });
}

function citationOf(scalar: Scalar<string>, mapping: Mapping): Citation | undefined {
  const hash = scalar.value.indexOf("#");
  const document = (hash < 0 ? scalar.value : scalar.value.slice(0, hash)).trim();
  const section = hash < 0 ? undefined : scalar.value.slice(hash + 1).trim();
  if (document !== "" && section !== "") return { document, section };
  return mapping.reading.fail(
    "POLICY_INVALID",
    `\`${scalar.value}\` is not a citation`,
    scalar,
    mapping.path("cite"),
    "cite as `document#section`",
  );
}

function competitors(mapping: Mapping): readonly OtherReading[] {
  return mapping.items("competing").flatMap((node, index) => {
    const one = Mapping.open(
      node,
      `${mapping.path("competing")}[${index}]`,
      ["effect", "reading"],
      mapping.reading,
    );
    if (one === undefined) return [];
    const effect = one.choice("effect", ["permit", "deny"]);
    const reading = one.required("reading");
    return reading === undefined ? [] : { effect, reading };
  });
}
