/**
 * **Consistency**: two heads of a log, and the hashes that show that the later goes on from the earlier
 */
import * as z from "zod";
import { decodeBase64, encodeBase64 } from "../ledger/index.ts";
import { HASH_BYTES, type Hash } from "../merkle/index.ts";
import { parsed } from "./parsed.ts";

export const CONSISTENCY_FORMAT = "proviso-consistency/1";
/** A log of 2 ** 63 leaves has no longer proof. */
const MAX_HASHES = 64;

const CONSISTENCY = z.strictObject({
  format: z.literal(CONSISTENCY_FORMAT),
  from: z.string().describe("The earlier checkpoint, a signed note."),
  to: z.string().describe("The later one."),
  hashes: z.array(z.string()).max(MAX_HASHES).describe("As in RFC 6962, each in base64."),
});

export interface Consistency {
  /** Signed notes. */
  readonly from: string;
  readonly to: string;
  readonly hashes: readonly Hash[];
}

export function printConsistency({ from, to, hashes }: Consistency): string {
  const file = { format: CONSISTENCY_FORMAT, from, to, hashes: hashes.map(encodeBase64) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** @throws ProvisoError PROOF_INVALID */
export function parseConsistency(json: unknown): Consistency {
  const { from, to, hashes } = parsed(CONSISTENCY_READ, json);
  return { from, to, hashes };
}

const CONSISTENCY_READ = CONSISTENCY.transform(({ hashes, ...rest }, context) => ({
  ...rest,
  hashes: hashes.map((text, at) => {
    const hash = decodeBase64(text);
    if (hash?.length === HASH_BYTES) return hash;
    context.addIssue({
      code: "custom",
      message: "this is no hash: 32 bytes in base64",
      path: ["hashes", at],
    });
    return z.NEVER;
  }),
}));
