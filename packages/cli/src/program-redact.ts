/**
 * Arguments -> `redact`, `decrypt` and `check`: what they take, and nothing of what they do.
 */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import { parseCountOption } from "./commands/size-option.ts";
import type { Run } from "./program.ts";

/** What a profile acts on unless it says otherwise. */
const THRESHOLD = 0.5;

export function addRedact(redact: Command, run: Run): void {
  redact
    .argument("[file...]", "JSON, JSON lines or plain text; without any, standard input")
    .option("--stdin", "read standard input (also `-` in the place of files)")
    .addOption(format())
    .option("--profile <profile>", "a profile's name, or a file with one", "default")
    .option("--key-file <file>", "the key of pseudonyms and hashes (also PROVISO_KEY)")
    .option("--scope <scope>", "where a pseudonym means the same (default: the profile's)")
    .option("--subject <id>", "whose texts they are: pseudonyms of dates need it, and become tags without")
    .option("--out <path>", "a file to write to, or a folder for several (default: standard output)")
    .option("--in-place", "write each file back under its own name")
    .addOption(workers())
    .option("--findings <file>", "write places and types of what was found, without values, as JSONL")
    .addOption(
      new Option("--invalid <how>", "bytes that are not UTF-8: stop, or put U+FFFD in their place")
        .choices(["error", "replace"])
        .default("error"),
    )
    .action(run(async () => (await import("./commands/redact.ts")).redactFiles));
  addExamples(redact, [
    ["proviso redact chats.jsonl --out clean.jsonl", "a data set"],
    ["proviso redact < app.log > clean.log", "a stream, as it comes"],
    ["proviso redact data/*.jsonl --out clean/ --profile redaction.yaml --key-file k", "with pseudonyms"],
    ["proviso redact notes.txt --findings places.jsonl > clean.txt", "with a list of what was where"],
  ]);
  const evaluation = redact
    .command("evaluate")
    .description("Measure on marked texts what is found of what is marked")
    .argument("<file...>", "marked texts: JSONL, presidio-research, CoNLL columns, TAB, …")
    .option("--labels <file>", "a table of labels, in YAML, that goes before our own")
    .addOption(new Option("--threshold <score>", "leave out findings below this score").default(THRESHOLD))
    .option("--predictions <file>", "measure what another tool found, instead of what is found here")
    .option("--mistakes <file>", "write what was missed and what was found wrongly, with its text, as JSONL")
    .action(run(async () => (await import("./commands/redact-evaluate.ts")).redactEvaluate));
  addExamples(evaluation, [
    ["proviso redact evaluate marked.jsonl", "precision and recall by type"],
    ["proviso redact evaluate texts.json gold.json --predictions other-tool.json", "another tool's figures"],
  ]);
}

export function addDecrypt(decrypt: Command, run: Run): void {
  decrypt
    .argument(
      "[file...]",
      "what `redact` has written with the operator `encrypt`; without any, standard input",
    )
    .option("--stdin", "read standard input (also `-` in the place of files)")
    .addOption(format())
    .option("--key-file <file>", "the key that it was encrypted with (also PROVISO_KEY)")
    .option("--scope <scope>", "the scope that it was encrypted in (default: the profile's)")
    .option("--profile <profile>", "the profile that it was encrypted with; only its scope counts")
    .option("--out <path>", "a file to write to, or a folder for several (default: standard output)")
    .option("--in-place", "write each file back under its own name")
    .action(run(async () => (await import("./commands/decrypt.ts")).decryptFiles));
  addExamples(decrypt, [
    ["proviso decrypt held.jsonl --key-file k --out original.jsonl", "every value where it stood"],
    ["proviso decrypt held/*.txt --key-file k --scope case-7 --in-place", "files of another scope"],
    ["proviso decrypt - --key-file k < held.log", "a stream"],
  ]);
}

function format(): Option {
  return new Option("--format <format>", "what the files are")
    .choices(["auto", "jsonl", "text"])
    .default("auto");
}

function workers(): Option {
  return new Option("--workers <number>", "threads (default: by the size of the files)").argParser(
    parseCountOption,
  );
}

export function addCheck(check: Command, exclude: Option, run: Run): void {
  check
    .argument("<path...>", "files and folders to look through; what is binary is passed over")
    .addOption(
      new Option("--format <format>", "how to say what was found")
        .choices(["text", "json", "sarif", "github"])
        .default("text"),
    )
    .option("--profile <profile>", "what to look for: a profile's name, or a file with one", "default")
    .option("--key-file <file>", "the key by which pseudonyms are known again (also PROVISO_KEY)")
    .option("--scope <scope>", "the scope they were made in (default: the profile's)")
    .addOption(exclude)
    .option("--baseline <file>", "findings that are known and do not fail the check")
    .option("--write-baseline", "write what is found now into the baseline")
    .addOption(workers())
    .option("--fail-on <groups>", "groups or types that fail the check: secret,financial (default: all)")
    .action(run(async () => (await import("./commands/check.ts")).checkFiles));
  addExamples(check, [
    ["proviso check data/", "personal data and secrets, by file and line"],
    ["proviso check . --exclude dist --fail-on secret,financial --format github", "in a workflow"],
    ["proviso check data/ --write-baseline --baseline known.json", "take what is there as known"],
    ["proviso check export.jsonl --purpose train-general --account account.yaml", "and what was permitted"],
  ]);
}
