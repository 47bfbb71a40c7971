/**
 * ManifestBody -> **Croissant** JSON-LD with its Responsible AI terms
 *
 * What dataset search engines and loaders read: MLCommons Croissant 1.0 and RAI 1.0. Every shard is a
 * file of its own with its hash, so that a loader notices a changed one.
 */
import type { Format } from "../formats/format.ts";
import type { ManifestBody } from "../manifest.ts";
import { descriptionOf, flagSentence, NOT_STATED, redactionSentence } from "./summary.ts";

const CONFORMS_TO = ["http://mlcommons.org/croissant/1.0", "http://mlcommons.org/croissant/RAI/1.0"];
const MEDIA_TYPES: Readonly<Record<Format["encoding"], string>> = {
  jsonl: "application/jsonlines",
  parquet: "application/x-parquet",
};

/** The vocabulary that the specification asks every file to declare. */
const CONTEXT = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileProperty: "cr:fileProperty",
  fileObject: "cr:fileObject",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  path: "cr:path",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
} as const;

export function croissant(
  body: ManifestBody,
  { encoding, fields }: Format,
  digest: string,
): Readonly<Record<string, unknown>> {
  const { dataset, at, purpose } = body;
  return {
    "@context": CONTEXT,
    "@type": "sc:Dataset",
    name: dataset.title,
    description: descriptionOf(body),
    conformsTo: CONFORMS_TO,
    citeAs: `${dataset.title}. ${dataset.publisher ?? NOT_STATED}. urn:proviso:export:${digest}`,
    license: dataset.licence ?? NOT_STATED,
    url: `urn:proviso:export:${digest}`,
    creator: { "@type": "sc:Organization", name: dataset.publisher ?? NOT_STATED },
    // The instant that the decisions are for: an export knows no other date of its own.
    datePublished: at.slice(0, 10),
    version: "1.0.0",
    isLiveDataset: false,
    distribution: body.shards.map(({ file, bytes, sha256 }) => ({
      "@type": "cr:FileObject",
      "@id": file,
      name: file,
      contentUrl: file,
      contentSize: `${bytes} B`,
      encodingFormat: MEDIA_TYPES[encoding],
      sha256,
    })),
    recordSet: body.shards.map(({ file }) => recordSet(file, fields)),
    "rai:dataCollection":
      "Conversations of people with AI assistants, from exports and logs of these assistants.",
    "rai:dataCollectionType": "User-generated content data",
    "rai:dataPreprocessingProtocol": redactionSentence(body),
    "rai:dataManipulationProtocol":
      "Conversations and items that no rule permits, hidden branches, and pages whose publishers reserve " +
      "them were left out; manifest.json counts them by reason.",
    "rai:personalSensitiveInformation": flagSentence(body),
    "rai:dataUseCases": `Permitted purpose: ${purpose}. Other uses need a decision of their own.`,
    "rai:dataLimitations":
      "Redaction misses some personal data, names above all. What is left out for lack of permission is " +
      "not missing at random.",
  };
}

function recordSet(file: string, { list, speaker, text }: Format["fields"]): object {
  const stem = file.slice(0, file.indexOf("."));
  const field = (name: string): object => ({
    "@type": "cr:Field",
    "@id": `${stem}/${name}`,
    name: `${stem}/${name}`,
    dataType: "sc:Text",
    repeated: true,
    source: {
      fileObject: { "@id": file },
      extract: { column: list },
      transform: { jsonPath: `$[*].${name}` },
    },
  });
  return { "@type": "cr:RecordSet", "@id": stem, name: stem, field: [field(speaker), field(text)] };
}
