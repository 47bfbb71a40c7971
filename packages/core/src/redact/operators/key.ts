/** The key of a release: long enough that nobody tries all, or no key at all. */
import { ProvisoError } from "../../errors.ts";

/** 32 are recommended: as many as the hash has. */
const SHORTEST = 16;

/** @throws ProvisoError KEY_INVALID */
export function checkKey(key: Uint8Array): void {
  if (key.length >= SHORTEST) return;
  throw new ProvisoError("KEY_INVALID", `the key has ${key.length} bytes; at least ${SHORTEST} are needed`, {
    hint: "take 32 random bytes, for example from `openssl rand -hex 32`",
  });
}
