/**
 * A lineage for people: what took in what, and what had begun when it was taken back
 *
 * It tells what is recorded and what is not, and leaves it to the policy whether a use was allowed.
 */
import type {
  After,
  LaterManifest,
  Lineage,
  ModelTrace,
  RunMembers,
  RunTrace,
  Stop,
} from "@proviso/core/lineage";
import { printable } from "../terminal/printable.ts";
import { count, counted, instantText } from "../terminal/words.ts";
import { commandLine } from "./command-line.ts";
import { endingLines } from "./lineage-ending.ts";
import { membersText, runName, shortDigest, whyUnknown } from "./lineage-members.ts";
import type { Traced } from "./lineage-view.ts";

export function lineageText(view: Traced, lineage: Lineage): string {
  const { uses, after } = lineage;
  const lines = [...headLines(view, lineage), "", "Runs"];
  if (uses.length === 0) lines.push("  none is recorded");
  for (const use of uses) lines.push(...useLines(use));
  const unused = lineage.manifests.filter(({ manifest }) =>
    uses.every(({ run }) => run.manifest !== manifest.digest),
  );
  if (unused.length > 0) lines.push("", "Exports that no recorded run takes in");
  for (const { manifest, members } of unused) {
    lines.push(
      `  ${shortDigest(manifest.digest)} for ${printable(manifest.purpose)}, as of ${instantText(manifest.at)}: ${membersText(members)}`,
    );
  }
  for (const one of after) lines.push(...afterLines(one, view));
  return ended(lines, view, after);
}

export function runText(view: Traced, trace: RunTrace): string {
  return ended(runLines(view, trace), view, trace.after);
}

export function modelText(view: Traced, { model, runs }: ModelTrace): string {
  const lines = [`model ${printable(model)}, of ${counted(runs.length, "recorded run")}`];
  for (const run of runs) lines.push("", ...runLines(view, run));
  return ended(
    lines,
    view,
    runs.flatMap(({ after }) => after),
  );
}

function ended(lines: readonly string[], view: Traced, after: readonly After[]): string {
  return `${[...lines, ...endingLines(view, after)].join("\n")}\n`;
}

function headLines({ about }: Traced, { accounts, conversations }: Lineage): readonly string[] {
  const names = accounts.map((one) => accountName(one)).join(", ");
  if (about.kind === "subject") {
    return [
      `${accountName(about.id)}, with ${counted(conversations.length, "conversation")} that events name`,
    ];
  }
  if (names !== "") return [`conversation ${printable(about.id)}, of ${names}`];
  return [
    `conversation ${printable(about.id)}`,
    "No event names it: whose it is cannot be told, nor what its account withdrew or deleted.",
  ];
}

function runLines(view: Traced, { run, uses, manifests, after }: RunTrace): readonly string[] {
  const lines = [`run ${printable(run)}`];
  for (const use of uses) lines.push(...useLines(use));
  for (const { digest, conversations, purpose } of manifests) {
    lines.push(
      `  export ${shortDigest(digest)} for ${printable(purpose)} holds ${counted(conversations, "conversation")}`,
    );
  }
  for (const { run: start, members } of uses) {
    const size = manifests.find(({ digest }) => digest === start.manifest)?.conversations ?? 0;
    const unnamed = size - members.included.length;
    if (unnamed > 0 && members.unknown.length === 0) {
      lines.push(
        `  ${counted(unnamed, "conversation")} in it that no event names: what was taken back of them cannot be told`,
      );
    }
  }
  if (uses.length > 1) lines.push("  It is recorded with more than one start; each stands for itself.");
  if (after.length === 0) lines.push("  nothing that it took in is recorded as taken back");
  for (const one of after) lines.push(...afterLines(one, view));
  return lines;
}

function useLines({ run, members }: RunMembers): readonly string[] {
  const purpose = run.purposes.length === 0 ? "no stated purpose" : run.purposes.map(printable).join(" and ");
  const lines = [
    `  ${runName(run)}, for ${purpose}, began ${instantText(run.startedAt)}: ${membersText(members)}`,
  ];
  if (run.recorded > run.startedAt) lines.push(`    recorded ${instantText(run.recorded)}`);
  if (members.unknown.length > 0) lines.push(`    ${whyUnknown(run)}`);
  else if (run.manifest === undefined) lines.push("    by its list in the log, which proves nothing");
  return lines;
}

const STOPS: Readonly<Record<Stop["kind"], string>> = {
  withdrawal: "withdrawal",
  refusal: "refusal",
  objection: "objection",
  "conversation-deleted": "deletion of conversation",
  "account-deleted": "deletion of the account",
};

function afterLines(after: After, view: Traced): readonly string[] {
  const { stop, begun, recordedAfter, unaware, later, manifests } = after;
  const { conversation, purpose, account, endedAt } = stop;
  const what = [
    STOPS[stop.kind],
    ...(stop.kind === "conversation-deleted" ? [printable(conversation ?? "")] : []),
    ...(purpose === undefined ? [] : [`for ${purpose}`]),
  ].join(" ");
  const recorded = stop.recorded === stop.at ? "" : `, recorded ${instantText(stop.recorded)}`;
  const lines = ["", `After the ${what} of ${instantText(stop.at)}${recorded}, by ${accountName(account)}`];
  if (endedAt !== undefined) {
    const how = stop.kind === "objection" ? "the objection was withdrawn" : "it was granted again";
    lines.push(`  ${how} on ${instantText(endedAt)}`);
  }
  const group = (title: string, uses: readonly RunMembers[]): void => {
    if (uses.length > 0) lines.push(`  ${title}`);
    for (const { run, members } of uses) {
      const isAgain = endedAt !== undefined && run.startedAt >= endedAt ? ", after the end of it" : "";
      lines.push(
        `    ${runName(run)}, began ${instantText(run.startedAt)}${isAgain}: ${membersText(members)}`,
      );
    }
  };
  group("had already begun, and not undone by it:", begun);
  group("said to have begun before it, but not recorded before it was:", recordedAfter);
  group("begun after it, before it was recorded:", unaware);
  group("begun later:", later);
  if (manifests.length > 0) lines.push("  exports as of then or later:");
  for (const one of manifests) lines.push(...manifestLines(one, view));
  if (lines.length === 2) lines.push("  no run or export that it concerns is recorded");
  return lines;
}

function manifestLines({ manifest, members, knew }: LaterManifest, { folderOf }: Traced): readonly string[] {
  const { digest, at, conversations } = manifest;
  const size = `${count(conversations)} in it`;
  const unaware =
    knew === true
      ? ""
      : knew === false
        ? ", asked without knowing of it"
        : ", which may not have known of it";
  const lines = [
    `    ${shortDigest(digest)}, as of ${instantText(at)}, ${size}${unaware}: ${membersText(members)}`,
  ];
  const folder = folderOf(digest);
  const [out] = members.excluded;
  if (folder !== undefined && out !== undefined) {
    const proof = commandLine(["prove", "exclusion", "--export", folder, "--conversation", out]);
    lines.push(`      proof: ${printable(proof)} --key-file FILE`);
  }
  return lines;
}

function accountName(account: string): string {
  return account === "" ? "the account that events do not name" : `account ${printable(account)}`;
}
