/**
 * **Membership**: a proof as a file, to be handed to whoever asks
 *
 * Names the manifest that it is about and no conversation: whose token it is, its reader must know. The
 * export's key is in it only where its holder chose to disclose it.
 */
import * as z from "zod";
import { SET_KINDS } from "./members.ts";
import { EXCLUSION, HEX_HASH, INCLUSION } from "./membership-proof.ts";

export const MEMBERSHIP_FORMAT = "proviso-membership/1";

const head = {
  format: z.literal(MEMBERSHIP_FORMAT),
  manifest: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .describe("The digest of the export's manifest."),
  purpose: z.string().min(1),
  set: z.enum(SET_KINDS),
  root: HEX_HASH,
  size: z.int().min(0),
  token: HEX_HASH,
};
const exportKey = HEX_HASH.optional().describe(
  "Makes tokens of ids: with it anyone can check whose token it is, and try other ids on the neighbours.",
);

export const MEMBERSHIP = z.discriminatedUnion("claim", [
  z.strictObject({ ...head, claim: z.literal("included"), proof: INCLUSION, exportKey }),
  z.strictObject({ ...head, claim: z.literal("excluded"), proof: EXCLUSION, exportKey }),
]);

export function membershipSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(MEMBERSHIP, { io: "input" });
  return { $schema, title: "Proviso proof of membership", ...schema };
}

export type Membership = Readonly<z.infer<typeof MEMBERSHIP>>;
