/**
 * Prints the fingerprint of a clause: `node --conditions=@proviso/source scripts/fingerprint.ts FILE "Section heading"`.
 *
 * FILE is a Markdown version of a terms document; the section is named by its heading, after outer
 * ones where needed: `4. Your Data > Feedback`. The result goes into a policy's `fingerprints`.
 * Without a section it lists the sections.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { argv, exit, stderr, stdout } from "node:process";
import { clauseAt, clausesOf, PATH_SEPARATOR } from "../packages/core/src/policy/clause.ts";

const [file, section] = argv.slice(2);
if (file === undefined) {
  stderr.write("usage: fingerprint.ts FILE [SECTION]\n");
  exit(2);
}
try {
  const markdown = readFileSync(file, "utf8");
  if (section === undefined) {
    for (const clause of clausesOf(markdown)) stdout.write(`${clause.path.join(PATH_SEPARATOR)}\n`);
  } else {
    const digest = createHash("sha256").update(clauseAt(markdown, section)).digest("hex");
    stdout.write(`sha256:${digest}\n`);
  }
} catch (error) {
  stderr.write(`fingerprint: ${error instanceof Error ? error.message : String(error)}\n`);
  exit(1);
}
