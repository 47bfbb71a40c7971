/** A proof that a conversation or an item is in an export, or is not. */
import { MEMBERSHIP_FORMAT } from "../../export/members/membership.ts";
import { parseMembership } from "../../export/members/parse-membership.ts";
import { verifyMembership } from "../../export/members/verify-membership.ts";
import { verifyMembershipFile } from "../../export/members/verify-membership-file.ts";
import { failed, lacking, ok } from "../checklist.ts";
import type { Verifier } from "./artefact.ts";
import { loggedChecks, manifestWith } from "./manifest.ts";

export const membership: Verifier = {
  says: "proof that something is in an export, or is not",
  isAboutOne: true,
  is: (_, format) => format === MEMBERSHIP_FORMAT,
  verify({ file, text }, { asked, ...scene }) {
    const read = parseMembership(text, file.name);
    const form = ok("form", `a proof that one of the ${read.set} is ${read.claim}, for \`${read.purpose}\``);
    const manifest = manifestWith(read.manifest, scene.artefacts);
    if (manifest !== undefined) {
      const { conversation, item, key } = asked;
      return [
        form,
        ...verifyMembershipFile(read, manifest, { conversation, item, key }),
        ...loggedChecks(manifest.digest, { asked, ...scene }),
      ];
    }
    const isProved = verifyMembership(read, { root: read.root, size: read.size }, read.token);
    return [
      form,
      isProved
        ? ok("proof", `the token is ${read.claim} in the set that the proof itself names`)
        : failed("proof", `the hashes do not show that the token is ${read.claim}`),
      lacking("manifest", `that an export commits to this set: give the manifest ${read.manifest}`),
      lacking("token", "whose token it is: that takes the manifest too"),
    ];
  },
};
