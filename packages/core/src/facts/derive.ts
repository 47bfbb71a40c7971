/**
 * Events as of (t, k) -> **Facts** -> policy
 *
 * One fold. A fact is known when an event makes it so, or when the log lists such events in full
 * and there is none; else it is unknown. Laws: tests in derive.test.ts.
 */
import type { Event, HoldScope } from "../events/event.ts";
import type { AccountState } from "./account.ts";
import { stateAt, stretchAt } from "./choice.ts";
import { type Because, type Draft, know, knowFrom, knowMark } from "./draft.ts";
import type { Facts, HoldRecord, Slot } from "./facts.ts";
import { holdFacts, holdRecords } from "./hold.ts";
import { type Others, participantsGranted } from "./participants.ts";
import { changeAt } from "./state.ts";
import { type Summary, summarise } from "./summary.ts";
import { FACT_INDEX } from "./vocabulary.ts";

const NO_EVENTS: readonly Event[] = [];

/**
 * The facts of one conversation at the instants of `account`.
 * @param recorded its events, in order (see {@link inOrder})
 * @param others finds the state of another account, for conversations with several participants
 */
export function derive(
  account: AccountState,
  conversation: string,
  recorded: readonly Event[] = NO_EVENTS,
  others: Others = () => undefined,
): Facts {
  return new DerivedFacts(account, conversation, summarise(recorded, account), others);
}

class DerivedFacts implements Facts {
  readonly account: string;
  readonly conversation: string;
  readonly item: undefined = undefined;
  readonly at: number;
  readonly known: number;
  readonly exists: boolean;
  readonly slots: readonly Slot[];
  readonly acknowledged: Facts["acknowledged"];
  readonly holds: readonly HoldRecord[];
  readonly holdsComplete: boolean;
  readonly runs: readonly string[];
  readonly #state: AccountState;
  readonly #found: Summary;
  readonly #others: Others;
  #because: readonly Because[] | undefined = undefined;

  constructor(state: AccountState, conversation: string, found: Summary, others: Others) {
    this.account = state.account;
    this.conversation = conversation;
    this.at = state.at;
    this.known = state.known;
    this.exists = found.exists;
    this.acknowledged = state.acknowledged;
    this.holds = holdsOf(state, found);
    this.holdsComplete = state.holdsComplete || state.listedSince.holds <= startOf(state, found);
    this.runs = found.runs;
    this.#state = state;
    this.#found = found;
    this.#others = others;
    const slots = state.slots.slice();
    this.slots = slots;
    this.#fill({ slots, because: undefined });
  }

  /** Made when first asked for: explaining folds a second time, deciding does not pay for it. */
  get because(): readonly Because[] {
    if (this.#because === undefined) {
      const because = this.#state.because.slice();
      this.#fill({ slots: this.#state.slots.slice(), because });
      this.#because = because;
    }
    return this.#because;
  }

  #fill(draft: Draft): void {
    fill(draft, this.#state, this.#found, this.#others);
    const held = holdFacts(this, draft.slots, ownScope);
    knowFrom(draft, FACT_INDEX["hold.placedAt"], held.placedAt, held.events);
    knowFrom(draft, FACT_INDEX["hold.releasedAt"], held.releasedAt, held.events);
  }
}

function ownScope(record: HoldRecord): HoldScope | undefined {
  return record.scope;
}

/** What happens to a conversation happens after it began: a log complete since then is complete for it. */
function startOf(account: AccountState, { createdAt }: Summary): number {
  return createdAt ?? account.start;
}

function holdsOf(account: AccountState, { holds }: Summary): readonly HoldRecord[] {
  return holds.length === 0 ? account.holds : [...account.holds, ...holdRecords(holds)];
}

function fill(draft: Draft, account: AccountState, found: Summary, others: Others): void {
  const start = startOf(account, found);
  const { listedSince } = account;
  fillShape(draft, account, found, listedSince.created <= start);
  fillPlan(draft, account, found);
  fillActivity(draft, account, found, listedSince.items <= start);
  knowMark(draft, FACT_INDEX["conversation.deletedAt"], found.deleted, listedSince.deleted <= start);
  const feedbackListed = listedSince.feedback <= start && !found.isFeedbackUndated;
  knowMark(draft, FACT_INDEX["feedback.at"], found.feedback, feedbackListed);
  knowMark(draft, FACT_INDEX["survey.answeredAt"], found.survey, feedbackListed);
  knowMark(draft, FACT_INDEX["transcript.sharedAt"], found.shared, feedbackListed);
  knowMark(draft, FACT_INDEX["safety.flaggedAt"], found.flagged, listedSince.flagged <= start);
  // A flag raised again after it was withdrawn stands.
  const isCleared = found.cleared !== undefined && found.cleared.at >= (found.flagged?.at ?? 0);
  knowMark(
    draft,
    FACT_INDEX["safety.clearedAt"],
    isCleared ? found.cleared : undefined,
    listedSince.cleared <= start,
  );
  knowMark(draft, FACT_INDEX["review.at"], found.reviewed, listedSince.reviewed <= start);
  const granted = participantsGranted(found.participants, listedSince.participants <= start, others);
  if (granted !== undefined) {
    knowFrom(
      draft,
      FACT_INDEX["participants.allGranted"],
      granted,
      found.participants.map(({ id }) => id),
    );
  }
}

/** What the record of a conversation says of itself; a complete record that says nothing is ordinary. */
function fillShape(draft: Draft, account: AccountState, found: Summary, listed: boolean): void {
  const { created, createdAt } = found;
  if (created === undefined) return;
  const { surface, mode, credential, coveredModel } = created.data;
  if (createdAt !== undefined) know(draft, FACT_INDEX["conversation.createdAt"], createdAt, created.id);
  if (surface !== undefined) know(draft, FACT_INDEX["conversation.surface"], surface, created.id);
  if (mode !== undefined) know(draft, FACT_INDEX["conversation.mode"], mode, created.id);
  else if (listed) know(draft, FACT_INDEX["conversation.mode"], "ordinary", created.id);
  // No export says which models carry a duty to keep: silence is not the absence of a duty.
  if (coveredModel !== undefined) {
    know(draft, FACT_INDEX["conversation.coveredModel"], coveredModel, created.id);
  }
  if (credential !== undefined) {
    know(draft, FACT_INDEX["conversation.credential"], credential, created.id);
  } else if (createdAt !== undefined) {
    const change = changeAt(account.credentials, createdAt);
    if (account.listedSince.credentials <= (change?.at ?? account.start)) {
      know(draft, FACT_INDEX["conversation.credential"], change?.value ?? "login", change?.event);
    }
  }
}

/** The plan it was made under, unless it was taken along into another account since. */
function fillPlan(draft: Draft, account: AccountState, { created, createdAt }: Summary): void {
  const said = created?.data.plan;
  const change = createdAt === undefined ? undefined : changeAt(account.plans, createdAt);
  if (created !== undefined && said !== undefined) {
    know(draft, FACT_INDEX["conversation.plan"], said, created.id);
  } else if (change !== undefined && account.listedSince.plans <= change.at) {
    know(draft, FACT_INDEX["conversation.plan"], change.value, change.event);
  }
  for (const move of account.moves) {
    if (move.data === "moved" && (createdAt === undefined || move.at >= createdAt)) {
      know(draft, FACT_INDEX["conversation.plan"], move.to, move.id);
    }
  }
}

function fillActivity(draft: Draft, account: AccountState, found: Summary, listed: boolean): void {
  const { createdAt, last, firstEligible } = found;
  const since = account.listedSince.choices;
  let isChoiceKnown = since <= account.start;
  if (createdAt !== undefined) {
    const stretch = stretchAt(account.training, createdAt);
    isChoiceKnown ||= stretch !== undefined && since <= stretch.latest.at;
    if (isChoiceKnown) {
      know(draft, FACT_INDEX["training.choiceAtCreation"], stateAt(stretch, createdAt), stretch?.latest.id);
    }
  }
  // One item without a time may be the latest one: then no time is known to be the last.
  if (!listed || found.isUndated || last === undefined) return;
  know(draft, FACT_INDEX["conversation.lastActivityAt"], last.at, last.id);
  if (!isChoiceKnown && since > (createdAt ?? 0)) return;
  knowMark(draft, FACT_INDEX["conversation.firstEligibleAt"], firstEligible, true);
}
