/** The program's version, as its package records it. */
import { createRequire } from "node:module";

export function versionOf(): string {
  const manifest: unknown = createRequire(import.meta.url)("../../package.json");
  if (typeof manifest === "object" && manifest !== null && "version" in manifest)
    return String(manifest.version);
  throw new Error("INVARIANT: the package records a version");
}
