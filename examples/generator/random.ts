import { createHash } from "node:crypto";

// Everything that looks random comes from a key, so that one changed text
// leaves all other ids and times as they are.

function digest(key: string): string {
  return createHash("sha256").update(`proviso examples ${key}`).digest("hex");
}

export function hex(key: string, length: number): string {
  return digest(key).slice(0, length);
}

export function uuid(key: string): string {
  const d = digest(key);
  const variant = "89ab"[Number.parseInt(d.charAt(16), 16) % 4];
  return `${d.slice(0, 8)}-${d.slice(8, 12)}-4${d.slice(13, 16)}-${variant}${d.slice(17, 20)}-${d.slice(20, 32)}`;
}

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789";

export function token(key: string, length: number): string {
  const next = random(key);
  let out = "";
  while (out.length < length) out += LETTERS[next(0, LETTERS.length - 1)];
  return out;
}

/** A whole number from min to max, both included. */
export type Random = (min: number, max: number) => number;

export function random(key: string): Random {
  let state = Number.parseInt(digest(key).slice(0, 8), 16);
  return (min, max) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    const unit = ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    return min + Math.floor(unit * (max - min + 1));
  };
}
