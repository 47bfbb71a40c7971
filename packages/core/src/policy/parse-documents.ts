/** The `documents` section: what the citations of a policy rest on. */
import type { Node } from "yaml";
import type { DocumentRef } from "./policy.ts";
import { entriesOf, Mapping } from "./yaml-mapping.ts";
import type { Reading } from "./yaml-reading.ts";

export const DOCUMENT_KEYS = ["title", "version", "url", "archive", "authority", "fingerprints"] as const;
export const AUTHORITIES = ["primary", "court", "secondary"] as const;

const NAME = /^[^\s#]+$/;
const FINGERPRINT = /^sha256:[0-9a-f]{64}$/;

export function parseDocuments(section: Node, reading: Reading): Readonly<Record<string, DocumentRef>> {
  const documents: [string, DocumentRef][] = [];
  for (const { key, value } of entriesOf(section, "documents", reading) ?? []) {
    const field = `documents.${key.value}`;
    if (!NAME.test(key.value)) {
      reading.fail("POLICY_INVALID", `\`${key.value}\` is not a name`, key, "documents", "no spaces, no `#`");
    }
    const mapping = Mapping.open(value, field, DOCUMENT_KEYS, reading);
    if (mapping === undefined) continue;
    const title = mapping.required("title");
    const version = mapping.required("version");
    const url = mapping.text("url");
    if (url !== undefined && !/^https?:\/\/\S+$/.test(url))
      mapping.fail("url", `\`${url}\` is not a web address`);
    const archive = mapping.text("archive");
    const authority = mapping.choice("authority", AUTHORITIES) ?? "primary";
    const fingerprints = parseFingerprints(mapping);
    documents.push([
      key.value,
      {
        title: title ?? "",
        version: version ?? "",
        url,
        archive,
        authority,
        fingerprints,
      },
    ]);
  }
  return Object.fromEntries(documents);
}

function parseFingerprints(mapping: Mapping): Readonly<Record<string, string>> {
  const node = mapping.nodeOf("fingerprints");
  if (node === undefined) return {};
  const field = mapping.path("fingerprints");
  const fingerprints: [string, string][] = [];
  for (const { key, value } of entriesOf(node, field, mapping.reading) ?? []) {
    const text = (value as { value?: unknown }).value;
    if (typeof text === "string" && FINGERPRINT.test(text)) fingerprints.push([key.value, text]);
    else {
      const hint = "write `sha256:` and 64 hexadecimal digits in lower case";
      mapping.reading.fail("POLICY_INVALID", `\`${String(text)}\` is not a fingerprint`, value, field, hint);
    }
  }
  return Object.fromEntries(fingerprints);
}
