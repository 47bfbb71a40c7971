/**
 * `proviso watch status`: what is seen, what is not and since when; with `--check` the archive's hashes
 */
import { join } from "node:path";
import { printDocument } from "@proviso/core/terms";
import {
  Archive,
  checkArchive,
  healthQueue,
  outboxStanding,
  readDeclarations,
  STALE_DAYS,
} from "@proviso/watch";
import { print } from "../output/stdout.ts";
import { hang } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count, counted, dateText } from "../terminal/words.ts";
import type { Context } from "./options.ts";
import type { ArchiveOptions } from "./watch-options.ts";

interface StatusOptions extends ArchiveOptions {
  readonly check?: boolean;
}

export async function watchStatus({ terminal, now }: Context, options: StatusOptions): Promise<number> {
  const { out, columns } = terminal;
  const archive = await Archive.open(options.archive, { write: false });
  const { declarations } = await readDeclarations(join(options.archive, "declarations"));
  const queue = healthQueue(await Array.fromAsync(archive.entries()), now, STALE_DAYS);
  const documents = await archive.documents();
  const looked = new Set(documents.map(printDocument));
  const never = declarations.map(({ document }) => printDocument(document)).filter((one) => !looked.has(one));
  const checked = options.check === true ? await checkArchive(options.archive) : undefined;
  const alerts = await outboxStanding(options.archive);
  const isSound = checked === undefined || checked.faultCount === 0;
  const isWell = isSound && alerts.failing.length + alerts.givenUp.length === 0;
  if (terminal.json) {
    await print(
      `${JSON.stringify({ declared: declarations.length, documents: documents.length, neverLookedAt: never, health: queue, alerts, check: checked ?? null })}\n`,
    );
    return isWell ? EXIT.ok : EXIT.failed;
  }
  const lines = [
    `${counted(declarations.length, "document")} declared, ${count(documents.length)} in the archive, ${count(queue.length)} not seen well`,
    ...never.map((name) => `${out.yellow("never looked at")}  ${printable(name)}`),
  ];
  for (const { document, signal, reason, since, lastSeen } of queue) {
    const good = lastSeen === undefined ? "never seen well" : `last seen well ${dateText(lastSeen)}`;
    lines.push(
      `${out.yellow(signal)}  ${printable(printDocument(document))}: since ${dateText(since)}, ${good}`,
      ...hang("    ", out.dim(printable(reason)), columns),
    );
  }
  lines.push(...alertLines(alerts, terminal));
  if (checked !== undefined) {
    lines.push(
      `${count(checked.entries)} entries, ${count(checked.blobs)} pages and ${count(checked.versions)} versions checked: ${isSound ? out.green("all as they were written") : out.red(counted(checked.faultCount, "fault"))}`,
      ...checked.faults.flatMap(({ message, place }) =>
        hang("  ", printable(`${place.file ?? ""}: ${message}`), columns),
      ),
    );
  }
  await print(`${lines.join("\n")}\n`);
  return isWell ? EXIT.ok : EXIT.failed;
}

function alertLines(
  { waiting, failing, givenUp, notes }: Awaited<ReturnType<typeof outboxStanding>>,
  { out, columns }: Terminal,
): readonly string[] {
  const troubled = [...failing, ...givenUp].map(
    ({ rule, channel, at, reason }) =>
      `${rule} -> ${channel}, since ${dateText(at)}: ${reason ?? "not tried yet"}`,
  );
  const counts = `alerts: ${waiting.length} waiting, ${failing.length} failing, ${givenUp.length} given up`;
  if (waiting.length + failing.length + givenUp.length + notes.length === 0) return [];
  return [
    counts,
    ...[...troubled, ...notes].flatMap((line) => hang("  ", out.red(printable(line)), columns)),
  ];
}
