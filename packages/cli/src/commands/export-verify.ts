/**
 * `proviso export verify`: whether every file of an export is still what was written
 *
 * Shows changes, not who made them: somebody who writes a new manifest too is found out only by whom
 * the digest was given to before.
 */
import { type Verified, verifyExport } from "../export/verify.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { startProgress } from "../terminal/progress.ts";
import { counted } from "../terminal/words.ts";
import type { Context } from "./options.ts";

const SAYS = {
  missing: "is missing",
  changed: "was changed after it was written",
  foreign: "is not of this export",
  unsorted: "is not sorted, so that it proves nothing",
  "other-set": "is not the set that the manifest commits to",
  "other-tokens": "does not name just the conversations that the manifest commits to",
} as const;

export async function exportVerify({ terminal }: Context, folder: string): Promise<number> {
  const progress = startProgress(terminal, "verifying", () => undefined);
  let verified: Verified;
  try {
    verified = await verifyExport(folder, (bytes) => progress.update(bytes));
  } finally {
    progress.done();
  }
  const { manifest, mismatches } = verified;
  const isSound = mismatches.length === 0;
  if (terminal.json) {
    await print(`${JSON.stringify({ sound: isSound, digest: manifest.digest, mismatches })}\n`);
  } else {
    const lines = isSound
      ? [
          `${counted(manifest.shards.length, "shard")} and ${counted(manifest.files.length, "other file")} are as written`,
          manifest.digest,
        ]
      : mismatches.map(({ file, what }) => `${printable(file)} ${SAYS[what]}`);
    await print(`${lines.join("\n")}\n`);
  }
  return isSound ? EXIT.ok : EXIT.failed;
}
