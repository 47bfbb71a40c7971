/**
 * **Tag**: what stands in the place of a value, in brackets
 *
 * `[EMAIL]`, `[PERSON_2]`, `[IBAN:9f86d081884c7d65]`, `[EMAIL:enc:v1:…]`. Tags are how redacted text
 * is told from text: whatever looks for values leaves them alone.
 */
import { bytesToHex } from "@noble/hashes/utils.js";
import type { EntityType } from "../entity.ts";

const TAG = /^\[[A-Z][A-Z0-9_]*(?:_\d+|:[0-9a-f]{16,64}|:enc:v1:[A-Za-z0-9_-]+)?\]$/;

export function tagOf(type: EntityType): string {
  return `[${type}]`;
}

export function numberedTag(type: EntityType, number: number): string {
  return `[${type}_${number}]`;
}

export function hashTag(type: EntityType, hash: Uint8Array): string {
  return `[${type}:${bytesToHex(hash)}]`;
}

export function isTag(value: string): boolean {
  return value.startsWith("[") && TAG.test(value);
}
