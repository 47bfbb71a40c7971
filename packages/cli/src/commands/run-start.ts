/**
 * `proviso run start`: log that a run begins, and which export it takes in
 *
 * When it was recorded is now, whatever is said of when it began: a start that is dated back shows.
 */
import { ProvisoError } from "@proviso/core";
import { type EventOf, PURPOSES, type Purpose, parseEvent, printEvent } from "@proviso/core/events";
import type { Manifest } from "@proviso/core/export";
import type { Ledger } from "@proviso/store/ledger";
import { readManifest } from "../export/read-manifest.ts";
import { LeafLog } from "../ledger/leaf-log.ts";
import { withLedger } from "../ledger/open.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { instantText } from "../terminal/words.ts";
import type { Context, RunStartOptions } from "./options.ts";

const SOURCE = "urn:proviso:run";

export async function runStart({ terminal, now }: Context, options: RunStartOptions): Promise<number> {
  const manifest = await readManifest(options.export);
  const event = eventOf(options, manifest, now);
  const added = await withLedger(options.ledger, { write: true }, async (ledger) => {
    await refuseTwice(ledger, options.run);
    const log = await LeafLog.on(ledger);
    // Before the run: who replays a log finds what it rests on in front of it.
    await log.manifest(manifest);
    await log.run(event);
    await log.flush();
    return log.added;
  });
  if (terminal.json) {
    await print(`${JSON.stringify({ added, event: printEvent(event) })}\n`);
    return EXIT.ok;
  }
  const { run, model } = event.data;
  const of = model === undefined ? "" : ` of model ${printable(model)}`;
  await print(
    `run ${printable(run)}${of} began ${instantText(event.at)}, with export ${manifest.digest}\n` +
      `logged in ${printable(options.ledger)}${added > 1 ? ", with the export's manifest" : ""}\n`,
  );
  return EXIT.ok;
}

function eventOf(
  { run, model, purpose, at, export: folder }: RunStartOptions,
  manifest: Manifest,
  now: number,
): EventOf<"run.started"> {
  const began = at ?? now;
  if (began > now) {
    throw new ProvisoError("USAGE", "a run that has not begun cannot be logged as one that has", {
      hint: "leave `--at` out when it begins",
    });
  }
  if (run === "" || model === "") {
    throw new ProvisoError("USAGE", `the id of the ${run === "" ? "run" : "model"} is empty`);
  }
  if (purpose !== undefined && purpose !== manifest.purpose) {
    throw new ProvisoError(
      "USAGE",
      `the export was made for \`${manifest.purpose}\`, not for \`${purpose}\``,
      {
        place: { file: folder },
        hint: `what may be used for \`${purpose}\` is another set: \`proviso export --purpose ${purpose}\``,
      },
    );
  }
  return {
    id: run,
    source: SOURCE,
    type: "run.started",
    account: undefined,
    conversation: undefined,
    at: began,
    recorded: now,
    data: {
      run,
      ...(isPurpose(manifest.purpose) && { purpose: manifest.purpose }),
      manifest: manifest.digest,
      ...(model !== undefined && { model }),
    },
  };
}

function isPurpose(text: string): text is Purpose {
  return (PURPOSES as readonly string[]).includes(text);
}

async function refuseTwice(ledger: Ledger, run: string): Promise<void> {
  for await (const { index, opening } of ledger.openings()) {
    if (opening?.kind !== "run" && opening?.kind !== "event") continue;
    const event = parseEvent(opening.value, { field: `leaf ${index}` });
    if ("foreign" in event || event.type !== "run.started" || event.data.run !== run) continue;
    throw new ProvisoError("USAGE", `run \`${run}\` is logged already: it began ${instantText(event.at)}`, {
      place: { field: `leaf ${index}` },
      hint: "a run begins once; call another one by another id",
    });
  }
}
