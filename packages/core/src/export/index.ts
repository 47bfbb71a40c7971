export { bom } from "./cards/bom.ts";
export { croissant } from "./cards/croissant.ts";
export { dataProvenance } from "./cards/data-provenance.ts";
export { addCount } from "./counts.ts";
export { digestOfJson } from "./digest.ts";
export { type Fitted, fit } from "./formats/fit.ts";
export type { Format } from "./formats/format.ts";
export { FORMATS } from "./formats/formats.ts";
export { type ExportAbout, manifestBody, sealed } from "./make-manifest.ts";
export {
  type FileEntry,
  MANIFEST_FILE,
  type Manifest,
  type ManifestBody,
  manifestSchema,
  type ShardEntry,
} from "./manifest.ts";
export { forbidsIds } from "./obligations.ts";
export { parseManifest } from "./parse-manifest.ts";
export { select } from "./select.ts";
export { EXPORT_REASONS, type Selected, type Selection, type Withheld } from "./selection.ts";
export { ExportTally, type TallyJson } from "./tally.ts";
export { keyIdOf, tokenOf } from "./token.ts";
export type { Turn } from "./turn.ts";
