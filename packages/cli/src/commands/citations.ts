/**
 * Citations of a policy -> title, version, section and address of what they rest on
 */
import type { PolicyRef, Prepared } from "@proviso/core/decision";
import type { Citation, DocumentRef, Policy } from "@proviso/core/policy";
import { hang } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface Cited extends Citation {
  readonly source: DocumentRef | undefined;
}

export function policyOf(prepared: Prepared, ref: PolicyRef | undefined): Policy | undefined {
  if (ref === undefined) return undefined;
  return prepared.set.chains.flat().find(({ id, version }) => id === ref.id && version === ref.version);
}

export function citedBy(policy: Policy | undefined, citations: readonly Citation[]): readonly Cited[] {
  return citations.map((citation) => ({ ...citation, source: policy?.documents[citation.document] }));
}

const AUTHORITY = { primary: "", court: " (court)", secondary: " (secondary source)" } as const;

/** One citation in words; the address has a line of its own, unbroken, to be copied. */
export function citationLines(cited: Cited, indent: string, { out, columns }: Terminal): readonly string[] {
  const { document, section, source } = cited;
  const title = source === undefined ? document : `${source.title}, version ${source.version}`;
  const authority = source === undefined ? "" : AUTHORITY[source.authority];
  const where = section === undefined ? "" : `, section “${section}”`;
  const lines = [...hang(`${indent}- `, printable(`${title}${where}${authority}`), columns)];
  const address = source?.url ?? source?.archive;
  if (address !== undefined) lines.push(`${indent}  ${out.dim(printable(address))}`);
  return lines;
}
