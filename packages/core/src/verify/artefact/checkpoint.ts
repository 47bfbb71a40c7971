/** A log's head by itself: a signed note. */
import { parseCheckpoint } from "../../ledger/index.ts";
import { ok } from "../checklist.ts";
import { printHead } from "../history.ts";
import { headChecks } from "../signed.ts";
import type { Verifier } from "./artefact.ts";

export const checkpoint: Verifier = {
  says: "checkpoint of a log",
  is: (text, format) =>
    format === undefined && text.slice(text.lastIndexOf("\n\n")).startsWith("\n\n\u2014 "),
  verify({ file, text }, scene) {
    const head = parseCheckpoint(text, file.name);
    return [ok("form", `a checkpoint of ${printHead(head)}`), ...headChecks(head, scene)];
  },
  heads: ({ file, text }) => [parseCheckpoint(text, file.name)],
};
