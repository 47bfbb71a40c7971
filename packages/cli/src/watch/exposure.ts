/**
 * A change of terms x one's own conversations -> **Exposure**: how many of them it would touch
 *
 * The what-if is between the policy in force and a draft that translates the change. What the draft leaves
 * open is not in the figures, and is said.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { draftPolicy, printDocument, type TermsChange } from "@proviso/core/terms";
import { WhatIfTally } from "@proviso/core/whatif";
import type { Archive, Exposure } from "@proviso/watch";
import { importProblems } from "../commands/import-problems.ts";
import type { Context } from "../commands/options.ts";
import { questionOf } from "../commands/question.ts";
import { newestOf } from "../commands/watch-stale.ts";
import { loadPacks } from "../packs/load.ts";
import { askedOf } from "../whatif/asked.ts";
import { openRun } from "../whatif/run.ts";
import { namesByUrl, watchedOf } from "./watched-documents.ts";

export interface ExposureRequest {
  readonly archive: Archive;
  readonly chats: readonly string[];
  readonly account: string | undefined;
  readonly events: readonly string[] | undefined;
  readonly folders: readonly string[];
}

const GENERAL = "train-general";

/** Empty where no policy rests on the document. */
export async function exposureOf(
  change: TermsChange,
  request: ExposureRequest,
  context: Context,
): Promise<readonly Exposure[]> {
  const { archive, folders } = request;
  const names = await namesByUrl(archive, folders);
  const exposures: Exposure[] = [];
  for (const { policy, file } of newestOf(await loadPacks(folders), undefined)) {
    const watched = await watchedOf(policy, archive, names);
    if (!watched.some(({ name }) => printDocument(name) === printDocument(change.document))) continue;
    const current = { text: await readFile(file, "utf8"), file };
    const draft = draftPolicy(current, [change], watched, context.now);
    const folder = await mkdtemp(join(tmpdir(), "proviso-draft-"));
    try {
      const draftFile = join(folder, "draft.yaml");
      await writeFile(draftFile, draft.text);
      const found = await compared(file, draftFile, request, context);
      const open = draft.open.map(({ about, reason }) => `${about}: ${reason}`);
      exposures.push({ policy: `${policy.id}@${policy.version}`, draft: draft.version, ...found, open });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return exposures;
}

async function compared(
  from: string,
  to: string,
  { chats, account, events, folders }: ExposureRequest,
  context: Context,
): Promise<Omit<Exposure, "policy" | "draft" | "open">> {
  const options = {
    from,
    to,
    policies: folders,
    ...(account === undefined ? {} : { account }),
    ...(events === undefined ? {} : { events }),
  };
  const question = questionOf(chats, options, context, { items: false });
  const run = await openRun(await askedOf(options, question, context.now));
  const tally = new WhatIfTally(0);
  for await (const { comparison } of run.compared()) tally.add(comparison);
  const found = tally.result();
  const general = found.purposes.find(({ purpose }) => purpose === GENERAL)?.flows ?? [];
  const trainable = general.filter(({ before, after }) => before !== "used" && after === "used");
  const longer = found.keeps.flatMap(({ kinds, days }) =>
    kinds.filter(({ value }) => value === "longer").map(({ conversations }) => ({ conversations, days })),
  );
  return {
    compared: found.compared,
    changed: found.changed,
    becomeTrainable: trainable.reduce((sum, { conversations }) => sum + conversations, 0),
    accounts: found.changedAccounts.count,
    keptLonger: longer.reduce((sum, { conversations }) => sum + conversations, 0),
    medianDays: longer[0]?.days?.median,
    unread: importProblems(run.opened).malformed,
  };
}
