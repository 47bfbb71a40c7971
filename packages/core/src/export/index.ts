export { bom } from "./cards/bom.ts";
export { croissant } from "./cards/croissant.ts";
export { dataProvenance } from "./cards/data-provenance.ts";
export { addCount } from "./counts.ts";
export { digestOfJson } from "./digest.ts";
export { type Fitted, fit } from "./formats/fit.ts";
export type { Format } from "./formats/format.ts";
export { FORMATS } from "./formats/formats.ts";
export { type ExportAbout, instantsOf, manifestBody, sealed } from "./make-manifest.ts";
export {
  type FileEntry,
  MANIFEST_FILE,
  type Manifest,
  type ManifestBody,
  manifestSchema,
  type ShardEntry,
} from "./manifest.ts";
export { setFileBytes } from "./members/layout.ts";
export {
  compareTokens,
  type Members,
  SET_FILES,
  SET_KINDS,
  type SetKind,
  type SetRoot,
  TOKEN_BYTES,
} from "./members/members.ts";
export { MEMBERSHIP_FORMAT, type Membership, membershipSchema } from "./members/membership.ts";
export type { Claim, MembershipProof } from "./members/membership-proof.ts";
export { parseMembership } from "./members/parse-membership.ts";
export { proveMembership } from "./members/prove-membership.ts";
export { SetBuilder } from "./members/set-builder.ts";
export { type ReadBytes, type SortedSet, sortedSet } from "./members/sorted-set.ts";
export { verifyMembership } from "./members/verify-membership.ts";
export {
  type MembershipCheck,
  type MembershipKnown,
  verifyMembershipFile,
} from "./members/verify-membership-file.ts";
export { forbidsIds } from "./obligations.ts";
export { parseManifest } from "./parse-manifest.ts";
export { select } from "./select.ts";
export { EXPORT_REASONS, type Selected, type Selection, type Withheld } from "./selection.ts";
export { ExportTally, type TallyJson } from "./tally.ts";
export {
  type ExportQuestion,
  exportKeyCommitment,
  exportKeyOf,
  keyIdOf,
  type Tokens,
  tokensUnder,
} from "./token.ts";
export type { Turn } from "./turn.ts";
