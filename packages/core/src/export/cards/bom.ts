/**
 * ManifestBody -> **CycloneDX** 1.7 bill of materials with the data set as its component
 *
 * For those who keep a bill of materials of a model: the component can be taken into theirs as it is.
 * Without a timestamp, as equal exports have equal files.
 */
import type { ManifestBody } from "../manifest.ts";
import { descriptionOf, flagSentence, NOT_STATED, redactionSentence, uuidOf } from "./summary.ts";

export function bom(body: ManifestBody, digest: string): Readonly<Record<string, unknown>> {
  const { dataset, tool, shards, policies, purpose, profile, at } = body;
  const ref = `proviso-export-${digest.slice(0, 16)}`;
  const properties = [
    { name: "proviso:purpose", value: purpose },
    { name: "proviso:at", value: at },
    { name: "proviso:profile", value: profile.digest },
    ...policies.map(({ id, version, digest: policy }) => ({
      name: "proviso:policy",
      value: `${id}@${version} ${policy}`,
    })),
    ...body.obligations.map(({ obligation, kept }) => ({
      name: kept ? "proviso:obligation-kept" : "proviso:obligation-open",
      value: obligation,
    })),
  ];
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.7.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.7",
    serialNumber: `urn:uuid:${uuidOf(digest)}`,
    version: 1,
    metadata: {
      tools: { components: [{ type: "application", name: tool.name, version: tool.version }] },
    },
    components: [
      {
        type: "data",
        "bom-ref": ref,
        name: dataset.title,
        version: digest.slice(0, 16),
        description: descriptionOf(body),
        ...(dataset.licence === null ? {} : { licenses: [{ license: { name: dataset.licence } }] }),
        data: [
          {
            type: "dataset",
            "bom-ref": `${ref}-data`,
            name: dataset.title,
            contents: { url: "manifest.json", properties },
            classification: "personal data, redacted",
            sensitiveData: [redactionSentence(body), flagSentence(body)],
            governance: { owners: [{ organization: { name: dataset.publisher ?? NOT_STATED } }] },
          },
        ],
        components: shards.map(({ file, sha256 }) => ({
          type: "file",
          "bom-ref": `${ref}/${file}`,
          name: file,
          hashes: [{ alg: "SHA-256", content: sha256 }],
        })),
      },
    ],
  };
}
