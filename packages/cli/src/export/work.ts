/**
 * Batch -> redacted rows: the part of an export that costs, run in the program or in worker threads
 */
import { createHash } from "node:crypto";
import { EXPORT_REASONS, ExportTally, FORMATS, type Format } from "@proviso/core/export";
import type { BatchRows, Job, RowInfo, WorkSettings } from "./job.ts";
import { createTurnRedactor, type RedactTurns } from "./redact-turns.ts";

export type Work = (jobs: readonly Job[]) => BatchRows;

const LINE_END = Buffer.from("\n");

/**
 * @param redact for tests: stands in for the redaction that the profile asks for
 * @throws ProvisoError for a profile that cannot be used
 */
export function createWork(settings: WorkSettings, redact: RedactTurns = createTurnRedactor(settings)): Work {
  const format = formatNamed(settings.format);
  return (jobs) => {
    const tally = new ExportTally();
    const lines: Buffer[] = [];
    const rows: RowInfo[] = [];
    for (const job of jobs) {
      const { turns, redactions, flags } = redact(job.turns, job.subject, job.known);
      if (settings.profile.flags === "exclude" && flags.size > 0) {
        tally.count("flags", flags);
        tally.count("signals", job.signals);
        tally.withhold({ end: "not-used", reason: EXPORT_REASONS.flagged }, job.items);
        continue;
      }
      const line = Buffer.from(JSON.stringify({ ...format.row(turns), ...job.ids }));
      lines.push(line, LINE_END);
      rows.push({
        token: job.token,
        items: turns.length,
        bytes: line.length,
        sha256: createHash("sha256").update(line).digest("hex"),
      });
      tally.include(turns.length, job.obligations);
      tally.count("left", job.left);
      tally.count("signals", job.signals);
      tally.count("redactions", redactions);
      tally.count("flags", flags);
    }
    return { lines: new Uint8Array(Buffer.concat(lines)), rows, tally: tally.toJSON() };
  };
}

/** The name is one of the table's: the command line lets no other through. */
export function formatNamed(name: string): Format {
  const format = FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new Error(`INVARIANT: format ${name} is in the table`);
  return format;
}
