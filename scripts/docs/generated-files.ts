/** Every `scripts/generate-*.ts` finds its files as it would write them. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "./problem.ts";

export function checkGenerated(root: string): readonly Problem[] {
  const names = readdirSync(join(root, "scripts")).filter((name) => /^generate-.*\.ts$/.test(name));
  return names.flatMap((name) => {
    const script = join("scripts", name);
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--conditions=@proviso/source", join(root, script), "--check"],
      { cwd: root, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] },
    );
    if (status === 0) return [];
    const lines = stderr.trim().split("\n");
    const why = lines.find((line) => /^\w*Error\b/.test(line)) ?? lines[0] ?? "";
    return [{ file: script, line: 1, message: why === "" ? `\`--check\` ended with ${status}` : why }];
  });
}
