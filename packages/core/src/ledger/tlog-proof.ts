/**
 * **TlogProof**: a leaf's place in a log, to be checked offline (C2SP tlog-proof)
 *
 *     c2sp.org/tlog-proof@v1
 *     extra base64          (if there is any)
 *     index 7
 *     base64 of a hash      (from the leaf up, none for a log of one)
 *
 *     the checkpoint, as a signed note
 */
import { ProvisoError } from "../errors.ts";
import { HASH_BYTES, type Hash } from "../merkle/index.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";

const HEADER = "c2sp.org/tlog-proof@v1";
/** A log of 2 ** 63 leaves has no longer one. */
const MAX_HASHES = 63;

export interface TlogProof {
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** What else the proof's user needs; not covered by any hash. */
  readonly extra: Uint8Array | undefined;
  /** A signed note. */
  readonly checkpoint: string;
}

export function printTlogProof({ index, hashes, extra, checkpoint }: TlogProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(encodeBase64),
  ];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

/**
 * @param file for the error's place
 * @throws ProvisoError PROOF_INVALID
 */
export function parseTlogProof(text: string, file?: string): TlogProof {
  const fail = (what: string, line: number): ProvisoError =>
    new ProvisoError("PROOF_INVALID", what, {
      place: { file, line },
      hint: `a proof is \`${HEADER}\`, its index, its hashes, an empty line and a checkpoint`,
    });
  const split = text.indexOf("\n\n");
  if (split < 0) throw fail("the proof has no checkpoint", 1);
  const lines = text.slice(0, split).split("\n");
  if (lines[0] !== HEADER) throw fail("this is no proof of a kind that is known", 1);
  let at = 1;
  let extra: Uint8Array | undefined;
  if (lines[at]?.startsWith("extra ") === true) {
    extra = decodeBase64(lines[at]?.slice("extra ".length) ?? "");
    if (extra === undefined) throw fail("what is extra is no base64", at + 1);
    at += 1;
  }
  const index = /^index (0|[1-9][0-9]{0,15})$/.exec(lines[at] ?? "")?.[1];
  if (index === undefined || !Number.isSafeInteger(Number(index)))
    throw fail("the proof has no index", at + 1);
  const encoded = lines.slice(at + 1);
  if (encoded.length > MAX_HASHES) throw fail("the proof is longer than that of any log", at + 2);
  const hashes = encoded.map((line, which) => {
    const hash = decodeBase64(line);
    if (hash?.length !== HASH_BYTES) throw fail("this is no hash: 32 bytes in base64", at + 2 + which);
    return hash;
  });
  return { index: Number(index), hashes, extra, checkpoint: text.slice(split + 2) };
}
