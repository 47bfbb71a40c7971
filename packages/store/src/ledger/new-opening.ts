/** Value -> **Opening**, under a salt of its own */
import { randomBytes } from "node:crypto";
import { type LeafKind, type Opening, SALT_BYTES } from "@proviso/core/ledger";

/** Salts for many at once: asking the system for each costs more than hashing. */
const POOL_SALTS = 256;
let pool = Buffer.alloc(0);
let at = 0;

export function newOpening(kind: LeafKind, value: unknown): Opening {
  if (at >= pool.length) {
    pool = randomBytes(POOL_SALTS * SALT_BYTES);
    at = 0;
  }
  const salt = pool.toString("hex", at, at + SALT_BYTES);
  // A salt that was handed out is in memory once, not twice.
  pool.fill(0, at, at + SALT_BYTES);
  at += SALT_BYTES;
  return { kind, salt, value };
}
