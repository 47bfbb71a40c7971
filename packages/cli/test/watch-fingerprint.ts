import { createHash } from "node:crypto";

/** Of a section in the form that is fingerprinted: its heading and its text, one space between words. */
export function fingerprintAt(section: string): string {
  return `sha256:${createHash("sha256").update(section.replace(/\s+/g, " ").trim()).digest("hex")}`;
}
