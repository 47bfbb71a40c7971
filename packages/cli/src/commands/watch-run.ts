/**
 * `proviso watch run`: one look at all documents, or one every so often; then what is to be told
 */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ProvisoError } from "@proviso/core";
import { printDocument } from "@proviso/core/terms";
import {
  Archive,
  type Declaration,
  type Fetch,
  type FetchOptions,
  type FetchRun,
  fetchSource,
  HEALTH_SIGNALS,
  openFetchRun,
  readDeclarations,
  type Watched,
  watchOnce,
} from "@proviso/watch";
import { inputError } from "../input/fs-error.ts";
import { print } from "../output/stdout.ts";
import { writeError } from "../output/write-error.ts";
import { hang } from "../terminal/layout.ts";
import { EXIT, errorText } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { startStepProgress } from "../terminal/step-progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { untilInterrupted } from "../terminal/until-interrupted.ts";
import { count, counted, instantText } from "../terminal/words.ts";
import { titleOf } from "../watch/change-text.ts";
import { openRenderer, type Renderer } from "../watch/renderer.ts";
import { type Told, tellChanges } from "../watch/tell-changes.ts";
import type { Context } from "./options.ts";
import type { WatchRunOptions } from "./watch-options.ts";

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Shorter would press the sites. */
const SHORTEST = 60_000;

/** Exit code 1 where a document was not seen, or an alert could not be sent. */
export async function watchRun(context: Context, options: WatchRunOptions): Promise<number> {
  const every = options.every === undefined ? undefined : parseEvery(options.every);
  const fetching = fetchOptions(options);
  await checkInputs(options);
  return await untilInterrupted(async (signal) => {
    for (;;) {
      const begun = Date.now();
      const code = await round(context, options, fetching, signal).catch((error: unknown) => {
        const isBusy = error instanceof ProvisoError && error.code === "LEDGER_LOCKED";
        if (every === undefined || !isBusy) throw error;
        process.stderr.write(errorText(error, context.terminal));
        return EXIT.failed;
      });
      if (every === undefined) return code;
      await setTimeout(Math.max(begun + every - Date.now(), 0), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return code;
    }
  });
}

async function round(
  context: Context,
  options: WatchRunOptions,
  fetching: Partial<FetchOptions>,
  signal: AbortSignal,
): Promise<number> {
  const { terminal } = context;
  const { declarations, notes } = await wanted(options);
  const archive = await Archive.open(options.archive, { write: true });
  const progress = startStepProgress<"looking">(terminal, { looking: "looking" });
  let renderer: Renderer | undefined;
  let run: FetchRun | undefined;
  try {
    renderer = options.browser === undefined ? undefined : await openRenderer(options.browser);
    const open = openFetchRun({
      ...fetching,
      ...(renderer === undefined ? {} : { render: renderer.render }),
    });
    run = open;
    const fetch: Fetch = (source, previous) => fetchSource(source, { run: open, previous, signal });
    const watched = await watchOnce({
      archive,
      declarations,
      fetch,
      proxyOf: (region) => (region !== undefined && fetching.proxies?.[region] ? region : undefined),
      now: Date.now,
      signal,
      onProgress: (done, all) => progress.update("looking", done, all),
    });
    progress.done();
    const told = await tellChanges(archive, options, { ...context, now: Date.now() });
    const said = [...archive.notes, ...notes.map(({ message }) => message)];
    await print(
      terminal.json
        ? `${JSON.stringify({ ...watched, ...told, notes: said })}\n`
        : runText(watched, told, said, terminal),
    );
    return watched.looks.unseen > 0 || told.failed > 0 ? EXIT.failed : EXIT.ok;
  } catch (error) {
    throw writeError(error, options.archive);
  } finally {
    progress.done();
    await Promise.allSettled([run?.close(), renderer?.close()]);
    await archive.close();
  }
}

/** What is needed at the end of a round is looked at before its beginning. */
async function checkInputs({ alerts, chats = [], account, events = [] }: WatchRunOptions): Promise<void> {
  for (const file of [...chats, ...events, ...(account === undefined ? [] : [account])]) {
    await stat(file).catch((error: unknown) => {
      throw inputError(error, file);
    });
  }
  if (alerts !== undefined) await (await import("../watch/send-alerts.ts")).readAlerts(alerts);
}

async function wanted({ archive, service }: WatchRunOptions): Promise<{
  readonly declarations: readonly Declaration[];
  readonly notes: readonly ProvisoError[];
}> {
  const folder = join(archive, "declarations");
  const { declarations, notes } = await readDeclarations(folder);
  const some =
    service === undefined
      ? declarations
      : declarations.filter(({ document }) => service.includes(document.service));
  if (some.length > 0) return { declarations: some, notes };
  throw new ProvisoError(
    "INPUT_EMPTY",
    service === undefined ? "nothing is declared" : "no such service is declared",
    {
      place: { file: folder },
      hint: "`proviso watch add --packs` declares what the policies rest on",
    },
  );
}

function fetchOptions(options: WatchRunOptions): Partial<FetchOptions> {
  const { contact, allowPrivate, proxy = [], timeout, maxSize } = options;
  const proxies = Object.fromEntries(
    proxy.map((one) => {
      const at = one.indexOf("=");
      if (at < 1) throw noProxy(one);
      const url = one.slice(at + 1);
      const isProxy = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
      if (!isProxy) throw noProxy(one);
      return [one.slice(0, at), url];
    }),
  );
  return {
    proxies,
    ...(contact === undefined ? {} : { contact }),
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
    ...(timeout === undefined ? {} : { wholeMs: timeout * 1000 }),
    ...(maxSize === undefined ? {} : { maxBytes: maxSize }),
  };
}

function noProxy(one: string): ProvisoError {
  return new ProvisoError("USAGE", `\`${one}\` names no proxy`, {
    hint: "as in EU=http://proxy.example:3128",
  });
}

/** @returns milliseconds @throws ProvisoError USAGE */
function parseEvery(text: string): number {
  const [, number, unit = ""] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const every = Number(number) * (UNITS[unit] ?? Number.NaN);
  if (every >= SHORTEST) return every;
  throw new ProvisoError("USAGE", `\`${text}\` is no time between two looks`, {
    hint: "as in 30m, 12h or 1d",
  });
}

function runText(watched: Watched, told: Told, notes: readonly string[], { out, columns }: Terminal): string {
  const { looks, passed, isResumed, unseen } = watched;
  const lines = [
    `${count(looks.changed)} changed, ${count(looks.first)} new, ${count(looks.quiet)} silenced, ${count(looks.unchanged)} unchanged, ${count(looks.unseen)} not seen`,
  ];
  if (isResumed)
    lines.push(out.dim(`${counted(passed, "document")} done before the last run was interrupted`));
  for (const { document, signal } of unseen) {
    const why = `${HEALTH_SIGNALS[signal.signal].words} (${signal.reason})`;
    lines.push(
      ...hang("  ", `${out.yellow("not seen")} ${printable(`${printDocument(document)}: ${why}`)}`, columns),
    );
  }
  for (const { change, exposures } of told.changes) {
    lines.push("", `${out.bold(printable(printDocument(change.document)))}, ${instantText(change.after.at)}`);
    lines.push(...hang("  ", printable(titleOf(change)), columns));
    lines.push(
      `  for you: ${change.direction}; impact ${change.impact.level} (${change.impact.score} of 100)`,
    );
    for (const one of exposures) {
      const { policy, compared, changed, becomeTrainable, keptLonger, open, unread = 0 } = one;
      lines.push(
        `  under ${policy}: of your ${counted(compared, "conversation")} ${count(changed)} would change, ${count(becomeTrainable)} become trainable, ${count(keptLonger)} be kept longer`,
        ...(unread === 0
          ? []
          : [out.yellow(`    ${counted(unread, "record")} could not be read, and are not in these figures`)]),
        ...open.flatMap((point) => hang("    ? ", printable(point), columns)),
      );
    }
  }
  if (told.sent + told.held + told.failed > 0) {
    lines.push(
      "",
      `alerts: ${count(told.sent)} sent, ${count(told.held)} held, ${count(told.failed)} failed`,
    );
  }
  lines.push(...told.problems.flatMap((problem) => hang("  ", out.red(printable(problem)), columns)));
  lines.push(...notes.map((note) => out.dim(`note: ${printable(note)}`)));
  return `${lines.join("\n")}\n`;
}
