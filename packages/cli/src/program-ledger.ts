/**
 * Arguments -> the commands of `ledger`: what they take, and nothing of what they do.
 */
import { type Command, InvalidArgumentError, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import type { Run } from "./program.ts";

const PLACE = "the ledger's folder, or `postgres://…?schema=…`";

export function addLedger(group: Command, run: Run): void {
  addExamples(group, [
    ["proviso ledger init log --origin example.com/log", "an empty one"],
    [
      "proviso ledger add log events.jsonl decisions.jsonl training",
      "events, decisions, an export's manifest",
    ],
  ]);
  addKeeping(group, run);
  addReading(group, run);
  addWitnesses(group, run);
}

function addKeeping(group: Command, run: Run): void {
  const init = withKeyFile(on(group, "init", "Make an empty ledger and its key"))
    .requiredOption("--origin <name>", "what the log is called: a host and a path that are yours")
    .action(run(async () => (await import("./commands/ledger-init.ts")).ledgerInit));
  addExamples(init, [
    ["proviso ledger init log --origin example.com/log", "in a folder"],
    [
      "proviso ledger init postgres://localhost/audit --origin example.com/log",
      "in a database; the key stays outside of it",
    ],
  ]);
  const add = withKeyFile(on(group, "add", "Log events, decisions, policies and manifests"))
    .argument("<path...>", "event logs, timelines, decisions, policies, manifests, folders with them")
    .action(run(async () => (await import("./commands/ledger-add.ts")).ledgerAdd));
  addExamples(add, [
    ["proviso ledger add log events.jsonl account.yaml", "one leaf for each event that is not logged yet"],
    [
      "proviso ledger add log decisions.jsonl policies training",
      "what was decided, under what, with what result",
    ],
  ]);
  const erase = withKeyFile(on(group, "erase", "Forget what leaves say; the leaves stay"))
    .addOption(
      new Option("--index <number>", "which leaf; repeatable").argParser(indices).makeOptionMandatory(),
    )
    .action(run(async () => (await import("./commands/ledger-erase.ts")).ledgerErase));
  addExamples(erase, [
    ["proviso ledger erase log --index 17 --index 18", "after somebody asked to be forgotten"],
  ]);
  const rotate = withKeyFile(on(group, "rotate", "Replace the log's key")).action(
    run(async () => (await import("./commands/ledger-rotate.ts")).ledgerRotate),
  );
  addExamples(rotate, [["proviso ledger rotate log", "the head is signed by both, the old and the new"]]);
}

function addReading(group: Command, run: Run): void {
  const status = on(group, "status", "Say how large a ledger is, who signs it and who has seen it").action(
    run(async () => (await import("./commands/ledger-status.ts")).ledgerStatus),
  );
  addExamples(status, [["proviso ledger status log", "origin, size, root, keys and witnesses"]]);
  const evidence = on(group, "evidence", "Prove that something was logged")
    .addOption(new Option("--index <number>", "the number of its leaf, from 0").argParser(index))
    .option("--digest <digest>", "the digest of a manifest or a policy")
    .option("--event <id>", "the id of an event")
    .option("--out <file>", "write to a file (default: standard output)")
    .action(run(async () => (await import("./commands/ledger-evidence.ts")).ledgerEvidence));
  addExamples(evidence, [
    ["proviso ledger evidence log --event 4f2a --out evidence.json", "for `proviso verify`"],
  ]);
  const check = on(group, "check", "Recompute all of a ledger, and hold it against an earlier head")
    .option("--against <checkpoint>", "a checkpoint of it that was kept elsewhere")
    .addOption(
      new Option("--key <key>", "the log's verifier key, or a file with it; repeatable").argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
    )
    .option("--out <file>", "with --against: write the proof that the log goes on from it")
    .action(run(async () => (await import("./commands/ledger-check.ts")).ledgerCheck));
  addExamples(check, [
    [
      "proviso ledger check log --key log.vkey --against last-month.checkpoint",
      "whether nothing was rewritten",
    ],
  ]);
}

function addWitnesses(group: Command, run: Run): void {
  const witness = group
    .command("witness")
    .description("Make a key for a witness")
    .argument("<file>", "where to write it")
    .requiredOption("--name <name>", "what the witness is called")
    .action(run(async () => (await import("./commands/ledger-witness.ts")).ledgerWitness));
  addExamples(witness, [["proviso ledger witness witness.key --name witness.example", "once"]]);
  const cosign = on(group, "cosign", "As a witness: sign the head of a log, if it goes on from the last one")
    .requiredOption("--key <file>", "the witness's key")
    .option("--state <file>", "what the witness has seen (default: the key's name with `.seen` behind it)")
    .option("--log-key <key>", "the log's verifier key, or a file with it (default: the one first seen)")
    .option("--out <file>", "write to a file (default: standard output)")
    .action(run(async () => (await import("./commands/ledger-cosign.ts")).ledgerCosign));
  addExamples(cosign, [
    ["proviso ledger cosign log --key witness.key --out cosigned", "for `ledger add-cosignature`"],
  ]);
  const added = withKeyFile(on(group, "add-cosignature", "Put a witness's signature under the head"))
    .argument("<file>", "what `ledger cosign` has written")
    .option("--witness <key>", "the witness's verifier key, or a file with it; needed the first time")
    .action(run(async () => (await import("./commands/ledger-add-cosignature.ts")).ledgerAddCosignature));
  addExamples(added, [
    ["proviso ledger add-cosignature log cosigned --witness witness.vkey", "of a witness that is new"],
  ]);
}

function on(group: Command, name: string, says: string): Command {
  return group.command(name).description(says).argument("<ledger>", PLACE);
}

function withKeyFile(one: Command): Command {
  return one.option("--key-file <file>", "the log's key, if not in its folder");
}

function index(text: string): number {
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError("is no number from 0 on");
  return value;
}

function indices(text: string, before: readonly number[] = []): readonly number[] {
  return [...before, index(text)];
}
