/** Identity of a policy: SHA-256 over its canonical JSON (RFC 8785), positions in the text left out. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Policy } from "./policy.ts";

export function digestOf(policy: Policy): string {
  const plain: unknown = JSON.parse(
    JSON.stringify(policy, (key, value: unknown) => (key === "span" ? undefined : value)),
  );
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalize(plain) ?? "")))}`;
}
