/** Arguments -> the commands of `watch` that read and judge: what they take, and nothing of what they do. */
import { type Command, Option } from "commander";
import { archived } from "./commands/archive-option.ts";
import { addExamples } from "./commands/examples.ts";
import { parseInstantOption } from "./commands/instant-option.ts";
import type { Context } from "./commands/options.ts";
import { repeatable } from "./commands/repeatable.ts";
import type { Run } from "./program.ts";

const DOCUMENT = "`Service/Type`, or as much of it as is enough";
const FORMATS = ["text", "markdown", "html", "csv"] as const;

type Instant = (flag: string, about: string) => Option;

export function addWatchReading(group: Command, { now }: Context, run: Run): void {
  const instant: Instant = (flag, about) =>
    new Option(`${flag} <time>`, about).argParser((text) => parseInstantOption(flag, text, now));
  addStatus(group, run);
  addLog(group, run);
  addChanges(group, instant, run);
  addAcross(group, instant, run);
  addJudging(group, instant, run);
  addPolicies(group, run);
}

function addStatus(group: Command, run: Run): void {
  const status = archived(group.command("status").description("Say what is seen, and what is not"))
    .option("--check", "check every hash of the archive too")
    .action(run(async () => (await import("./commands/watch-status.ts")).watchStatus));
  addExamples(status, [["proviso watch status", "coverage, health, alerts that failed"]]);
}

function addLog(group: Command, run: Run): void {
  const log = archived(group.command("log").description("List what changed"))
    .argument("[document]", DOCUMENT)
    .option("--quiet-too", "with what was silenced, and why")
    .action(run(async () => (await import("./commands/watch-log.ts")).watchLog));
  addExamples(log, [
    ["proviso watch log", "all documents"],
    ['proviso watch log "Claude.ai/Privacy" --quiet-too', "one, with every silenced record and its reason"],
  ]);
}

function addChanges(group: Command, instant: Instant, run: Run): void {
  const between = (one: Command): Command =>
    archived(one)
      .argument("<document>", DOCUMENT)
      .addOption(instant("--from", "the text as it was then (default: the one before --to)"))
      .addOption(instant("--to", "the text as it was then (default: the newest)"));
  const diff = between(group.command("diff").description("Show the words that changed")).action(
    run(async () => (await import("./commands/watch-diff.ts")).watchDiff),
  );
  addExamples(diff, [["proviso watch diff Claude.ai/Terms --from 2025-08-01 --to 2025-08-30", "two days"]]);
  const show = between(group.command("show").description("Say what changed, as facts with their quotes"))
    .addOption(new Option("--format <format>", "text or markdown").choices(["text", "markdown"]))
    .option("--text", "print the text of --to instead")
    .option("--assistant <file>", "settings of a language model, for a second opinion beside")
    .action(run(async () => (await import("./commands/watch-show.ts")).watchShow));
  addExamples(show, [
    ["proviso watch show Claude.ai/Terms --to 2025-08-30", "a change: axes, direction, impact, law, clocks"],
    ["proviso watch show Claude.ai/Terms --text", "the newest text"],
  ]);
  const evidence = archived(group.command("evidence").description("Write what proves a version to others"))
    .argument("<document>", DOCUMENT)
    .addOption(instant("--at", "the version of that day (default: the newest)"))
    .addOption(instant("--from", "a change instead: the text as it was then"))
    .addOption(instant("--to", "a change instead: and as it was then"))
    .addOption(new Option("--out <file>", "file to write").default("evidence.json"))
    .option("--ledger <ledger>", "a ledger to log it in, so that its time can be proved")
    .action(run(async () => (await import("./commands/watch-evidence.ts")).watchEvidence));
  addExamples(evidence, [
    ["proviso watch evidence Claude.ai/Terms --at 2025-08-30 --out e.json && proviso verify e.json", "both"],
  ]);
}

function addAcross(group: Command, instant: Instant, run: Run): void {
  const format = (): Option =>
    new Option("--format <format>", "how to write it").choices([...FORMATS]).default("text");
  const compare = archived(group.command("compare").description("Hold services against each other"))
    .argument("<axis>", "training-use, retention, sharing, …")
    .addOption(repeatable("--service <name>", "only this service; repeatable"))
    .addOption(instant("--at", "as the texts were then"))
    .addOption(format())
    .action(run(async () => (await import("./commands/watch-across.ts")).watchCompare));
  addExamples(compare, [["proviso watch compare retention --format csv > retention.csv", "a table"]]);
  const timeline = archived(group.command("timeline").description("Tell a service's changes in order"))
    .argument("<service>", "its name")
    .addOption(format())
    .action(run(async () => (await import("./commands/watch-across.ts")).watchTimeline));
  addExamples(timeline, [["proviso watch timeline Claude.ai --format html > claude.html", "a page"]]);
  const digest = archived(
    group.command("digest").description("Print what happened since, as the digest has it"),
  )
    .addOption(instant("--since", "from then on (default: seven days ago)"))
    .addOption(new Option("--format <format>", "text or html").choices(["text", "html"]).default("text"))
    .action(run(async () => (await import("./commands/watch-digest.ts")).watchDigest));
  addExamples(digest, [
    ["proviso watch digest --since 2026-11-01 --format html > digest.html", "to look at"],
  ]);
}

function addJudging(group: Command, instant: Instant, run: Run): void {
  const verdict = archived(group.command("verdict").description("Judge an article by the archived texts"))
    .argument("<article>", "a file (HTML, Markdown, text), or an address")
    .option("--service <name>", "whose terms it speaks of (default: as it says)")
    .addOption(instant("--at", "when it appeared (default: now)"))
    .option("--news <file>", "feeds, and names of services in the news, as YAML")
    .addOption(repeatable("--feed <url>", "news feeds, for how much it is talked of; repeatable"))
    .addOption(
      repeatable("--allow-private <host:port>", "may be fetched though it is not public; repeatable"),
    )
    .action(run(async () => (await import("./commands/watch-verdict.ts")).watchVerdict));
  addExamples(verdict, [
    [
      "proviso watch verdict article.html --service Claude.ai",
      "each claim: supported, contradicted, not found",
    ],
  ]);
  const replay = group
    .command("replay")
    .description("Count what would be told, and what silenced, of a whole history")
    .argument("<path...>", "git repositories of Open Terms Archive, or folders of dated versions")
    .option("--list <file>", "write every record with its class and reason, as JSONL")
    .action(run(async () => (await import("./commands/watch-replay.ts")).watchReplay));
  addExamples(replay, [["proviso watch replay genai-contrib-versions --list records.jsonl", "a clone"]]);
  const evaluate = group
    .command("evaluate")
    .description("Hold what is found against labelled changes")
    .argument("<gold>", "a file of labelled changes, beside the versions it names")
    .action(run(async () => (await import("./commands/watch-evaluate.ts")).watchEvaluate));
  addExamples(evaluate, [["proviso watch evaluate gold/changes.json", "precision and recall"]]);
}

function addPolicies(group: Command, run: Run): void {
  const stale = archived(group.command("stale").description("Name the rules whose terms have changed"))
    .addOption(
      repeatable("--policies <folder>", "policies to check; otherwise those that come along; repeatable"),
    )
    .option("--policy <id>", "only this policy")
    .option("--draft <folder>", "write what the next version of each stale policy could be")
    .action(run(async () => (await import("./commands/watch-stale.ts")).watchStale));
  addExamples(stale, [
    ["proviso watch stale", "rules that cite what is gone"],
    ["proviso watch stale --policy anthropic/claude-consumer --draft drafts", "and a draft to review"],
  ]);
}
