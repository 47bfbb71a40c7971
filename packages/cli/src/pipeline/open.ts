/**
 * Question -> **Opened**: inputs recognised, policies chosen, history read; then one stream of
 * decisions, from bytes to answers, in bounded memory.
 */
import { isUtf8 } from "node:buffer";
import { ProvisoError } from "@proviso/core";
import { completeness, type Event, record } from "@proviso/core/events";
import { indexEvents } from "@proviso/core/facts";
import { type Detected, detect, Report, read } from "@proviso/core/sources";
import { openInput } from "../input/open-input.ts";
import { type Chosen, choosePolicy, wantedFor } from "../packs/choose.ts";
import { loadPacks, type Packs } from "../packs/load.ts";
import { Decider } from "./deciding.ts";
import { type ReadHistory, readHistory } from "./history.ts";
import type { Decided, Hooks, Opened, OpenedInput, Question } from "./question.ts";

interface Work {
  readonly detected: Detected;
  readonly chosen: Chosen;
  readonly report: Report;
}

/** @throws ProvisoError for whatever is wrong with the paths, the timeline, the events or the policies */
export async function openQuestion(question: Question, hooks: Hooks = {}): Promise<Opened> {
  const history = await readHistory(question);
  const found: { name: string; detected: Detected }[] = [];
  for (const path of question.paths) {
    const input = await openInput(path);
    for (const detected of await detect(input)) found.push({ name: input.name, detected });
  }
  const policy = question.policy ?? history.timeline?.product;
  const formats = found.map(({ detected }) => detected.source.id);
  const packs = await packsFor(question, formats, policy);
  const works: Work[] = [];
  const inputs: OpenedInput[] = [];
  for (const { name, detected } of found) {
    const chosen = choosePolicy(packs, detected.source.id, policy);
    const report = new Report();
    works.push({ detected, chosen, report });
    const { id: format, title } = detected.source;
    inputs.push({ name, format, title, product: chosen.product, files: detected.files.length, report });
  }
  const sizes = works.flatMap(({ detected }) => detected.files.map((file) => file.size));
  const notes: string[] = [];
  return {
    inputs,
    packs,
    totalBytes: sizes.includes(undefined)
      ? undefined
      : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    history: {
      timeline: question.account,
      events: history.events.length,
      foreign: history.foreign,
    },
    notes,
    decisions: () => stream(question, works, history, hooks, notes),
  };
}

/** The vendor's packs alone; all of them where those do not answer, so that the message can list them. */
async function packsFor(
  question: Question,
  formats: readonly string[],
  policy: string | undefined,
): Promise<Packs> {
  const packs = await loadPacks(question.policies, wantedFor(formats, policy));
  return packs.policies.length > 0 ? packs : loadPacks(question.policies);
}

async function* stream(
  question: Question,
  works: readonly Work[],
  history: ReadHistory,
  hooks: Hooks,
  notes: string[],
): AsyncGenerator<Decided> {
  let bytes = 0;
  for (const work of works) {
    const before = bytes;
    const onProgress = (passed: number): void => {
      bytes = before + passed;
      hooks.onProgress?.(bytes);
    };
    yield* decideAll(question, work, history, { ...hooks, onProgress }, notes);
  }
}

async function* decideAll(
  question: Question,
  { detected, chosen, report }: Work,
  history: ReadHistory,
  hooks: Hooks,
  notes: string[],
): AsyncGenerator<Decided> {
  const source = `urn:proviso:source:${detected.source.id}`;
  const mine = history.timeline?.account;
  const known = [...history.events, ...completeness(detected.source, detected.files, { source })];
  hooks.onHistory?.(known);
  /** Feedback met in the export, by conversation: it comes before the conversation it is about. */
  const feedback = new Map<string, Event[]>();
  const others = new Set<string>();
  let decider: Decider | undefined;
  const options = {
    content: question.content ?? false,
    strict: question.strict,
    isUtf8,
    ...(hooks.onProgress === undefined ? {} : { onProgress: hooks.onProgress }),
  };
  let exportAccount: string | undefined;
  for await (const one of read(detected, report, options)) {
    if (hooks.signal?.aborted) throw new ProvisoError("INTERRUPTED", "interrupted");
    if (one.kind === "account") exportAccount ??= one.id;
    // The source contract: accounts and feedback come before the conversations they concern.
    if (one.kind === "feedback") {
      const account = accountOf(one.account ?? exportAccount, history, mine);
      const events = record({ ...one, account }, { source, account, recordedAt: question.at });
      feedback.set(one.conversation, [...(feedback.get(one.conversation) ?? []), ...events]);
    }
    if (one.kind !== "conversation") continue;
    decider ??= new Decider({
      question,
      log: indexEvents(known),
      source,
      product: chosen.product,
      prepared: chosen.prepared,
    });
    const named = one.account ?? exportAccount;
    const account = accountOf(named, history, mine);
    if (named !== undefined && mine !== undefined && named !== mine) others.add(named);
    yield decider.decide({ ...one, account }, account, feedback.get(one.id) ?? []);
    feedback.delete(one.id);
  }
  for (const other of others) {
    notes.push(
      `the timeline is about account ${mine}; nothing is known of account ${other}, to which chats here belong`,
    );
  }
}

/** The account as named; where the export or the timeline names none, they are taken to be one. */
function accountOf(named: string | undefined, history: ReadHistory, mine: string | undefined): string {
  if (history.timeline === undefined) return named ?? "";
  if (mine === undefined) return "";
  return named ?? mine;
}
