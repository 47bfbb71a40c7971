/**
 * Arguments -> the command to run. What each command takes, and nothing of what it does.
 *
 * Light on purpose: `--help`, `--version` and a mistyped option load no importer and no policy.
 */
import { type Argument, Command, CommanderError, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import { parseInstantOption } from "./commands/instant-option.ts";
import type { Context } from "./commands/options.ts";
import { repeatable } from "./commands/repeatable.ts";
import { usageError } from "./commands/usage-error.ts";
import { addExport } from "./program-export.ts";
import { addLake, addSql } from "./program-lake.ts";
import { addLedger } from "./program-ledger.ts";
import { addLineage, addRun } from "./program-lineage.ts";
import { addCases, addPolicy } from "./program-policy.ts";
import { addProve } from "./program-prove.ts";
import { addReceipt } from "./program-receipt.ts";
import { addCheck, addDecrypt, addRedact } from "./program-redact.ts";
import { addReplay } from "./program-replay.ts";
import { addVerify } from "./program-verify.ts";
import { addWatch } from "./program-watch.ts";
import { addWhatIf } from "./program-whatif.ts";
import { hang } from "./terminal/layout.ts";
import { EXIT } from "./terminal/print-error.ts";
import type { Terminal } from "./terminal/terminal.ts";
import { versionOf } from "./terminal/version.ts";

const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
/** Columns from which help is printed in two columns. */
const TWO_COLUMNS = 60;
const DEFAULT_REPORT = "proviso-report.html";
const DEFAULT_TIMELINE = "account.yaml";

/** A command's work: the arguments and options as commander gives them, the exit code back. */
type Action = (context: Context, ...args: never[]) => Promise<number>;

/**
 * Runs the command that the arguments name.
 * @returns the exit code
 * @throws ProvisoError, and whatever else a command throws
 */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.ok;
  const context = contextOf(argv, terminal, Date.now());
  const program = buildProgram(context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv.length === 0 ? ["--help"] : [...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    // A group without a command: commander has shown the group's help.
    if (error.code === "commander.help") return EXIT.usage;
    throw usageError(error);
  }
  return code;
}

/** @param now epoch milliseconds */
export function contextOf(argv: readonly string[], terminal: Terminal, now: number): Context {
  const context: Context = { terminal, now, argv, commands: () => buildProgram(context) };
  return context;
}

/** The whole tree of commands; `finish` is called with a command's exit code. */
export function buildProgram(context: Context, finish: (code: number) => void = () => undefined): Command {
  const program = new Command("proviso");
  const run =
    (load: () => Promise<Action>) =>
    async (...args: unknown[]): Promise<void> => {
      const action = (await load()) as (given: Context, ...rest: unknown[]) => Promise<number>;
      finish(await action(context, ...args));
    };
  styleHelp(program, context.terminal);
  program
    .description("May this conversation train a model, how long is each copy kept, and who says so?")
    .version(versionOf(), "--version", "print the version")
    .option("--json", "print for programs: JSON on stdout, errors as JSON on stderr")
    .option("--no-color", "print without colours (also NO_COLOR)")
    .option("--color", "print with colours (also FORCE_COLOR)")
    .showSuggestionAfterError()
    .exitOverride();
  addExamples(program, [
    ["proviso scan data-2026-09-14.zip", "what may be used, in ten seconds, and a report to open"],
    ["proviso explain 4f2a data-2026-09-14.zip", "why, for one chat"],
  ]);

  const question: Question = (one) => addQuestion(one, context);
  addScan(program, question, run);
  addDecide(program, question, run);
  addExplain(program, question, run);
  addWhatIf(
    command(program, "whatif", "Tell what a change of policy, or a day, would change"),
    question,
    run,
  );
  addExport(command(program, "export", "Write what may be used as a redacted training set"), question, run);
  addLedger(command(program, "ledger", "Log what happened, so that anyone can check it"), run);
  addProve(command(program, "prove", "Prove that a conversation is in an export, or is not"), run);
  addVerify(command(program, "verify", "Check files offline, with keys that you trust"), run);
  addRedact(command(program, "redact", "Take personal data and secrets out of text"), run);
  addDecrypt(command(program, "decrypt", "Put encrypted values back where they stood"), run);
  const check = command(program, "check", "Fail where files hold personal data or secrets");
  addCheck(question(check), repeatable("--exclude <glob>", "leave out; repeatable"), run);
  addInit(program, run);
  addPolicy(command(program, "policy", "List, read, check and test policies"), policies, run);
  addReceipt(command(program, "receipt", "Issue, read and verify receipts of choices"), context, run);
  addRun(command(program, "run", "Log which training run takes in which export"), context, run);
  addLineage(command(program, "lineage", "List which runs took in what, and what had begun"), context, run);
  addReplay(command(program, "replay", "Make a ledger's decisions again, and compare"), context, run);
  addCases(command(program, "cases", "Run decision cases"), policies, run);
  addLake(command(program, "lake", "Decide a billion conversations where their tables lie"), context, run);
  addSql(command(program, "sql", "Print a policy as SQL for a warehouse"), context, run);
  addWatch(
    command(program, "watch", "Watch the terms that policies rest on, and say what changed"),
    context,
    run,
  );
  addCompletion(program, run);
  return program;
}

export type Run = (load: () => Promise<Action>) => (...args: unknown[]) => Promise<void>;
export type Question = (command: Command) => Command;

function addScan(program: Command, question: Question, run: Run): void {
  const scan = command(program, "scan", "Summarise what may be used, and write a report")
    .argument("[path...]", "exports: zip as downloaded, unpacked folder, or JSONL")
    .addOption(new Option("--report <file>", "where to write the report").default(DEFAULT_REPORT))
    .option("--no-report", "write no report")
    .option("--redact", "count what redaction would replace, by type (reads all texts)")
    .option("--profile <profile>", "redaction profile, by name or file; with --redact");
  question(scan).action(run(async () => (await import("./commands/scan.ts")).scan));
  addExamples(scan, [
    ["proviso scan data-2026-09-14.zip", "an export as it was downloaded"],
    ["proviso scan ~/.claude/projects --account account.yaml", "with what you know of the account"],
    ["proviso scan data-2026-09-14.zip --redact", "and what a training set would have to lose"],
    ["proviso scan export/ --at 2025-10-08 --no-report --json", "the answer for another day, for a program"],
  ]);
}

function addDecide(program: Command, question: Question, run: Run): void {
  const decide = command(program, "decide", "Print one decision per conversation")
    .argument("<path...>", "exports: zip as downloaded, unpacked folder, or JSONL")
    .addOption(new Option("--format <format>", "jsonl or csv").choices(["jsonl", "csv"]).default("jsonl"))
    .option("--out <file>", "write to a file, which is whole or not there")
    .option("--items", "decide every message too")
    .option("--resume", "with --out: keep what is written when interrupted, and go on from there")
    .option("--full", "with every reading, possible rule and advice, in JSONL")
    .option("--ledger <ledger>", "log events, policies and decisions: a folder or a postgres:// address");
  question(decide).action(run(async () => (await import("./commands/decide.ts")).decideAll));
  addExamples(decide, [
    [
      "proviso decide export.zip | jq -r 'select(.uses[0].use == \"permit\").conversation'",
      "the ids that may be used",
    ],
    ["proviso decide export.zip --format csv --purpose train-general --out decisions.csv", "a table"],
    ["proviso decide export.zip --items --account account.yaml", "message by message"],
    ["proviso decide big/ --out decisions.jsonl --resume", "a long run that may be interrupted"],
  ]);
}

function addExplain(program: Command, question: Question, run: Run): void {
  const explain = command(program, "explain", "Say why one conversation may or may not be used")
    .argument("<id>", "its id, the beginning of its id, or its exact title")
    .argument("<path...>", "exports: zip as downloaded, unpacked folder, or JSONL")
    .option("--item <item>", "explain one message of it: its id, or the beginning of its id");
  question(explain).action(run(async () => (await import("./commands/explain.ts")).explainOne));
  addExamples(explain, [
    ["proviso explain 4f2a export.zip --account account.yaml", "by the beginning of its id"],
    ['proviso explain "Letter to a grandmother" export.zip --purpose train-general', "by its title"],
  ]);
}

function addInit(program: Command, run: Run): void {
  const init = policies(command(program, "init", "Write down what you know of the account: plan, choices, …"))
    .option("--product <id>", "the product the account is of; otherwise asked for")
    .option("--account <id>", "the account as the export names it")
    .addOption(new Option("--out <file>", "file to write").default(DEFAULT_TIMELINE))
    .addOption(repeatable("--set <key=value>", "answer a question beforehand; repeatable"))
    .option("--force", "replace the file if it is there")
    .action(run(async () => (await import("./commands/init.ts")).init));
  addExamples(init, [
    ["proviso init", "asks, one question at a time"],
    ["proviso init --product proviso/strict --set plan=pro --set region=US", "without asking what is given"],
  ]);
}

function addCompletion(program: Command, run: Run): void {
  const completion = command(program, "completion", "Print a script that lets the shell complete commands")
    .addArgument(program.createArgument("<shell>", "your shell").choices([...SHELLS]))
    .action(run(async () => (await import("./commands/completion.ts")).completion));
  addExamples(completion, [
    ["proviso completion bash > ~/.local/share/bash-completion/completions/proviso", "bash"],
    ["proviso completion zsh > ~/.zsh/completions/_proviso", "zsh"],
    ["proviso completion fish > ~/.config/fish/completions/proviso.fish", "fish"],
    ["proviso completion powershell >> $PROFILE", "PowerShell"],
  ]);
  // What the scripts call: `proviso complete -- words…`.
  program
    .command("complete", { hidden: true })
    .argument("[words...]")
    .allowUnknownOption()
    .action(run(async () => (await import("./commands/completion.ts")).complete));
}

/** Options that all commands have which ask a question of exports. */
function addQuestion(one: Command, { now }: Context): Command {
  const instant = (flag: string, about: string): Option =>
    new Option(`${flag} <time>`, about).argParser((text) => parseInstantOption(flag, text, now));
  return policies(one)
    .option("--account <file>", "what is known of the account: a timeline, as `proviso init` writes it")
    .addOption(repeatable("--events <file>", "recorded events, CloudEvents as JSONL; repeatable"))
    .option("--policy <id>", "product, policy or `policy@version`; otherwise the format decides")
    .addOption(instant("--at", "the day or time to decide for: 2025-10-08, RFC 3339 or now (default: now)"))
    .addOption(instant("--known", "leave out what was recorded later (default: take all)"))
    .addOption(repeatable("--purpose <purpose>", "the purpose to decide for; repeatable"))
    .option("--strict", "stop at the first record that cannot be read");
}

function policies(one: Command): Command {
  return one.addOption(
    repeatable("--policies <folder>", "policies to use instead of those that come along; repeatable"),
  );
}

function command(parent: Command, name: string, description: string): Command {
  return parent.command(name).description(description);
}

function styleHelp(program: Command, { columns, out, err }: Terminal): void {
  program.configureHelp({
    helpWidth: columns,
    showGlobalOptions: true,
    // Those of the program itself: `export verify` takes none of the options of `export`.
    visibleGlobalOptions: (one) => {
      let root = one;
      while (root.parent !== null) root = root.parent;
      return root === one ? [] : root.options.filter((option) => !option.hidden);
    },
    // That a command has options is said on its own page; here it only takes room.
    subcommandTerm: (one) =>
      [one.name(), ...one.registeredArguments.map((argument) => humanArgument(argument))].join(" "),
    styleTitle: (text) => out.bold(text),
    styleCommandText: (text) => out.cyan(text),
    styleSubcommandText: (text) => out.cyan(text),
    styleOptionText: (text) => out.cyan(text),
    // Two columns need room; in a narrow window what a word means stands under it.
    ...(columns >= TWO_COLUMNS
      ? {}
      : {
          formatItem: (term: string, _width: number, about: string): string =>
            [...hang("  ", term, columns), ...hang("      ", about, columns)].join("\n"),
        }),
  });
  program.configureOutput({
    getOutHelpWidth: () => columns,
    getErrHelpWidth: () => columns,
    getOutHasColors: () => out.isColorSupported,
    getErrHasColors: () => err.isColorSupported,
    // Told by `runProgram`, in our own form.
    outputError: () => undefined,
  });
}

function humanArgument(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}
