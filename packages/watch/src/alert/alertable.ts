/** Changes and health of documents -> **Alertable** -> rules, outbox, letters */
import { printDocument, type RecordClass, type TermsChange } from "@proviso/core/terms";
import type { Queued } from "../health/queued.ts";

/** What a change would do to the user's own conversations under one policy. */
export interface Exposure {
  readonly policy: string;
  readonly draft: string;
  /** Conversations under the policy. */
  readonly compared: number;
  readonly changed: number;
  /** Of them: training in general was not permitted before, and would be. */
  readonly becomeTrainable: number;
  readonly accounts: number;
  /** Copies that would be kept longer, and by how many days in the middle. */
  readonly keptLonger: number;
  readonly medianDays: number | undefined;
  /** Records that could not be read: they are in none of the figures. */
  readonly unread?: number | undefined;
  /** What the draft could not translate, and what is therefore in none of the figures. */
  readonly open: readonly string[];
}

export interface ChangeAlertable {
  readonly kind: "change";
  readonly change: TermsChange;
  /** Empty where no conversations were given, or no policy rests on the document. */
  readonly exposures: readonly Exposure[];
  readonly class: RecordClass;
  /** Of the version's entry in the archive. */
  readonly seq: number;
}

/** A document that we cannot see, or do not see well. */
export interface HealthAlertable extends Queued {
  readonly kind: "health";
}

export type Alertable = ChangeAlertable | HealthAlertable;

/** The same thing has the same id in every run: what was told of it is not told again. */
export function alertableId(alertable: Alertable): string {
  if (alertable.kind === "change") {
    const { change } = alertable;
    return `change ${printDocument(change.document)} ${change.after.id} ${alertable.class}`;
  }
  return `health ${printDocument(alertable.document)} ${alertable.signal} ${alertable.since}`;
}

/** When it was first so: milliseconds since 1970, UTC. */
export function instantOf(alertable: Alertable): number {
  return alertable.kind === "change" ? alertable.change.clocks.firstSeen : alertable.since;
}
