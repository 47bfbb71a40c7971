/**
 * `proviso decide`: every conversation's answer, one line each, for other programs
 *
 * Streams: the first line is out before the last conversation is read.
 */
import type { Event, Purpose } from "@proviso/core/events";
import { LeafLog } from "../ledger/leaf-log.ts";
import { openLedger } from "../ledger/open.ts";
import { writeAtomic } from "../output/atomic.ts";
import { columnsOf, csvText, rowOf, TABLE_PURPOSES } from "../output/decision-csv.ts";
import { conversationLine, type Detail, itemLine } from "../output/decision-json.ts";
import { refuseOwnInput } from "../output/own-input.ts";
import { Resumable, readCheckpoint, resumeTarget } from "../output/resumable.ts";
import { print } from "../output/stdout.ts";
import { Tally } from "../output/tally.ts";
import { openQuestion } from "../pipeline/open.ts";
import type { Decided, Opened } from "../pipeline/question.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { startProgress } from "../terminal/progress.ts";
import { count, counted } from "../terminal/words.ts";
import { importFailed, problemLines } from "./import-problems.ts";
import type { Context, DecideOptions } from "./options.ts";
import { questionOf, readBy } from "./question.ts";
import { questionKey } from "./question-key.ts";

/** Enough text per write to keep system calls rare. */
const BATCH = 200;

export async function decideAll(
  context: Context,
  paths: readonly string[],
  options: DecideOptions,
): Promise<number> {
  const target = options.resume === true ? resumeTarget(options.out) : undefined;
  const earlier = target === undefined ? undefined : await readCheckpoint(target);
  const asked = questionOf(paths, options, context, { items: options.items ?? false });
  // An answer depends on the instant asked for: going on means asking for the same one.
  const question = earlier === undefined || options.at !== undefined ? asked : { ...asked, at: earlier.at };
  if (options.out !== undefined) refuseOwnInput(options.out, readBy(question));
  const { terminal } = context;
  let total: number | undefined;
  const progress = startProgress(terminal, "reading", () => total);
  const tally = new Tally();
  const ledger = options.ledger === undefined ? undefined : await openLedger(options.ledger, { write: true });
  const log = ledger === undefined ? undefined : await LeafLog.on(ledger);
  try {
    const waiting: Event[] = [];
    const opened = await openQuestion(question, {
      onProgress: (bytes) => progress.update(bytes),
      ...(log === undefined ? {} : { onHistory: (events) => waiting.push(...events) }),
    });
    total = opened.totalBytes;
    const record = log === undefined ? undefined : recorder(log, waiting, question.purposes);
    const chunks = lines(opened, options, question.purposes, tally, record);
    if (target !== undefined) {
      const { format, full = false } = options;
      const key = await questionKey(question, opened, { format, full });
      await writeResumable(await Resumable.open(target, { key, at: question.at }, earlier), chunks);
    } else if (options.out !== undefined) {
      await writeAtomic(options.out, async (write) => {
        for await (const { text } of chunks) await write(text);
      });
    } else {
      for await (const { text } of chunks) await print(text);
    }
    progress.done();
    process.stderr.write(terminal.json ? "" : summary(opened, tally, context, options.out));
    if (log !== undefined && !terminal.json) process.stderr.write(loggedText(log, options.ledger ?? ""));
    return importFailed(opened, tally.conversations) ? EXIT.failed : EXIT.ok;
  } finally {
    progress.done();
    await ledger?.close();
  }
}

interface Recorder {
  add(decided: Decided): void;
  /** What was added is durable when this resolves: nothing is printed before it is logged. */
  flush(): Promise<void>;
}

/** What was decided, and first what it rests on. @param waiting what is known of accounts, told as each input begins */
function recorder(log: LeafLog, waiting: Event[], asked: readonly Purpose[] | undefined): Recorder {
  let shared: readonly Event[] = [];
  let logged: readonly Event[] = [];
  let batch: { readonly decided: Decided; readonly shared: readonly Event[] }[] = [];
  return {
    add(decided) {
      if (waiting.length > 0) shared = waiting.splice(0);
      batch.push({ decided, shared });
    },
    async flush() {
      for (const { decided, shared: known } of batch) {
        const { product, decision, events, items } = decided;
        if (known !== logged) await log.events(known);
        logged = known;
        await log.events(events);
        const sources = [...new Set([...known, ...events].map(({ source }) => source))].sort();
        for (const one of [decision, ...items.map((item) => item.decision)]) {
          await log.decision(product, one, sources, asked);
        }
      }
      batch = [];
      await log.flush();
    },
  };
}

function loggedText(log: LeafLog, ledger: string): string {
  return `${counted(log.added, "new leaf", "new leaves")} in ${printable(ledger)}\n`;
}

interface Chunk {
  readonly text: string;
  readonly conversations: number;
}

/** Chunks come in the same order and size in every run, so whole ones are passed over. */
async function writeResumable(file: Resumable, chunks: AsyncIterable<Chunk>): Promise<void> {
  let seen = 0;
  let isFirst = true;
  try {
    for await (const { text, conversations } of chunks) {
      const isWritten = seen + conversations <= file.done && !(isFirst && file.done === 0);
      seen += conversations;
      isFirst = false;
      if (!isWritten) await file.write(text, conversations);
    }
  } catch (error) {
    await file.keep();
    throw error;
  }
  await file.finish();
}

async function* lines(
  opened: Opened,
  { format, full }: DecideOptions,
  asked: readonly Purpose[] | undefined,
  tally: Tally,
  record: Recorder | undefined,
): AsyncGenerator<Chunk> {
  const purposes = asked ?? TABLE_PURPOSES;
  if (format === "csv") yield { text: csvText([columnsOf(purposes)]), conversations: 0 };
  const detail: Detail = full === true ? "full" : "brief";
  const batch: Decided[] = [];
  const flush = async (): Promise<Chunk> => {
    await record?.flush();
    const conversations = batch.length;
    const text =
      format === "csv"
        ? csvText(batch.flatMap((one) => rows(one, purposes)))
        : batch.map((one) => jsonLines(one, detail)).join("");
    batch.length = 0;
    return { text, conversations };
  };
  for await (const decided of opened.decisions()) {
    tally.add(decided);
    record?.add(decided);
    batch.push(decided);
    if (batch.length >= BATCH) yield await flush();
  }
  if (batch.length > 0) yield await flush();
}

function jsonLines({ conversation, product, decision, items }: Decided, detail: Detail): string {
  let text = conversationLine(conversation, product, decision, detail);
  if (items.length === 0) return text;
  const byId = new Map(conversation.items.map((item) => [item.id, item]));
  for (const one of items) {
    text += itemLine(conversation, byId.get(one.decision.item ?? ""), product, one.decision, detail);
  }
  return text;
}

function rows(
  { conversation, product, decision, items }: Decided,
  purposes: readonly Purpose[],
): readonly (readonly (string | number)[])[] {
  const byId = new Map(conversation.items.map((item) => [item.id, item]));
  return [
    rowOf(conversation, undefined, product, decision, purposes),
    ...items.map((one) =>
      rowOf(conversation, byId.get(one.decision.item ?? ""), product, one.decision, purposes),
    ),
  ];
}

function summary(opened: Opened, tally: Tally, { terminal }: Context, out: string | undefined): string {
  const purpose = tally.purposes[0];
  const where = out === undefined ? "" : ` -> ${out}`;
  const lines_ = [`${counted(tally.conversations, "conversation")}, ${counted(tally.items, "item")}${where}`];
  if (purpose !== undefined) {
    const { ends } = tally.of(purpose);
    lines_.push(
      `${purpose}: ${count(ends.used)} used, ${count(ends["not-used"])} not used, ${count(ends["cannot-tell"])} cannot tell`,
    );
  }
  lines_.push(...problemLines(opened, terminal.err, terminal.columns));
  return `${lines_.join("\n")}\n`;
}
