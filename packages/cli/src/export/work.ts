/**
 * Batch -> redacted rows: the part of an export that costs, run in the program or in worker threads
 */
import { createHash } from "node:crypto";
import { EXPORT_REASONS, ExportTally, FORMATS, type Format, fit } from "@proviso/core/export";
import type { BatchRows, Job, RowInfo, WorkSettings } from "./job.ts";
import { createTurnRedactor } from "./redact-turns.ts";

export type Work = (jobs: readonly Job[]) => BatchRows;

const LINE_END = Buffer.from("\n");

/** @throws ProvisoError for a profile that cannot be used */
export function createWork(settings: WorkSettings): Work {
  const format = formatNamed(settings.format);
  const redact = createTurnRedactor(settings);
  return (jobs) => {
    const tally = new ExportTally();
    const lines: Buffer[] = [];
    const rows: RowInfo[] = [];
    for (const job of jobs) {
      const { turns, left, redactions, flags } = redact(job.turns);
      // What the profile leaves out may have been the answer that the format needs.
      const fitted = fit(turns, format.shape);
      if (typeof fitted === "string") {
        const reason = left.size === 0 ? fitted : EXPORT_REASONS.flagged;
        tally.withhold({ end: "not-used", reason }, job.items);
        continue;
      }
      const line = Buffer.from(JSON.stringify({ ...format.row(fitted.turns), ...job.ids }));
      lines.push(line, LINE_END);
      rows.push({
        token: job.token,
        items: fitted.turns.length,
        bytes: line.length,
        sha256: createHash("sha256").update(line).digest("hex"),
      });
      tally.include(fitted.turns.length, job.obligations);
      for (const reasons of [job.left, left, fitted.left]) tally.count("left", reasons);
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
