import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";

/** A fresh folder per test, taken away after it. */
export function temporaryFolder(): { readonly path: string } {
  const made: string[] = [];
  afterEach(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  });
  return {
    get path() {
      if (made.length === 0) made.push(mkdtempSync(join(tmpdir(), "proviso-test-")));
      return made[0] ?? "";
    },
  };
}
