/**
 * ManifestBody -> **Data Provenance Standards** record, version 1.0.0 (Data & Trust Alliance)
 *
 * What the standard demands and nobody has told is said to be not stated, never guessed.
 */
import type { ManifestBody } from "../manifest.ts";
import { descriptionOf, flagSentence, NOT_STATED, redactionSentence, uuidOf } from "./summary.ts";

const VERSION = "1.0.0";

export function dataProvenance(body: ManifestBody, digest: string): Readonly<Record<string, unknown>> {
  const { dataset, at, purpose, policies, profile, tool, output } = body;
  const tools = `${tool.name} ${tool.version}`;
  return {
    source: {
      version: VERSION,
      title: dataset.title,
      id: `urn:uuid:${uuidOf(digest)}`,
      issuer: [{ name: dataset.publisher ?? NOT_STATED }],
      description: descriptionOf(body),
    },
    provenance: {
      "origin-geography": [{ country: dataset.country ?? NOT_STATED }],
      date: at,
      "generation-method": [
        { code: "data-mining", description: "Selection from conversations of people with AI assistants." },
      ],
      format: [`text/${output.format}`],
    },
    use: {
      classification: [
        {
          regulation: { code: "PII", description: redactionSentence(body) },
          evaluated: true,
          tool: tools,
        },
        {
          regulation: { code: "SPI", description: flagSentence(body) },
          evaluated: true,
          tool: tools,
        },
      ],
      consents: policies.map(({ id, version, digest: policy }) => `${id}@${version} ${policy}`),
      "privacy-enhancing": [
        {
          // The published schema demands `tool`, which it does not describe, beside `tool-used`.
          tool: tools,
          "tool-category": { code: "redaction", description: "Detection and replacement of personal data" },
          "tool-used": tools,
          parameters: [`profile ${profile.name} ${profile.digest}`],
          result: body.redactions.map(({ type, count }) => `${type}: ${count}`),
        },
      ],
      ...(dataset.licence === null ? {} : { license: [dataset.licence] }),
      "intended-purpose": [{ code: purpose, description: `The use that was decided on: ${purpose}.` }],
    },
  };
}
