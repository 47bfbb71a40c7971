/** A proof that one head of a log goes on from another. */
import { parseCheckpoint } from "../../ledger/index.ts";
import { type Check, failed, ok } from "../checklist.ts";
import { CONSISTENCY_FORMAT, parseConsistency } from "../consistency.ts";
import { goesOn, isFork, type Link, printHead } from "../history.ts";
import { headChecks } from "../signed.ts";
import type { Verifier } from "./artefact.ts";

export const consistency: Verifier = {
  says: "proof that a log went on",
  is: (_, format) => format === CONSISTENCY_FORMAT,
  verify({ file, json }, scene) {
    const { hashes, ...link } = linkOf(json, file.name);
    return [
      ok("form", "two checkpoints and the hashes between them"),
      consistencyCheck(link, goesOn(link, hashes)),
      ...of("earlier", headChecks(link.from, scene)),
      ...of("later", headChecks(link.to, scene)),
    ];
  },
  heads: ({ file, json }) => {
    const { from, to } = linkOf(json, file.name);
    return [from, to];
  },
  links: ({ file, json }) => {
    const { hashes, ...link } = linkOf(json, file.name);
    return goesOn(link, hashes) ? [link] : [];
  },
};

function linkOf(json: unknown, file: string): Link & Pick<ReturnType<typeof parseConsistency>, "hashes"> {
  const { from, to, hashes } = parseConsistency(json);
  return { from: parseCheckpoint(from, file), to: parseCheckpoint(to, file), hashes };
}

function consistencyCheck({ from, to }: Link, isGood: boolean): Check {
  const both = `${printHead(from)}, and ${printHead(to)}`;
  if (from.origin !== to.origin) return failed("consistency", `these are two logs: ${both}`);
  if (isFork(from, to)) return failed("consistency", `the log has shown two histories: ${both}`);
  if (!isGood)
    return failed("consistency", `it is not shown that the later goes on from the earlier: ${both}`);
  return ok("consistency", `nothing was taken out or changed between ${from.size} and ${to.size} entries`);
}

/** What is common to both is said once, with the later. */
function of(which: "earlier" | "later", checks: readonly Check[]): readonly Check[] {
  return checks
    .filter(({ name }) => which === "later" || (name !== "split-view" && name !== "history"))
    .map((one) =>
      one.name === "split-view" || one.name === "history" ? one : { ...one, says: `${which}: ${one.says}` },
    );
}
