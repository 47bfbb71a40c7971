/**
 * Archive x service -> **Timeline** -> rows, Markdown, HTML, JSON
 *
 * What became of a vendor's documents, and when we could not see: a stretch without entries is silence of
 * the vendor only where it is not blindness of ours.
 */
import type {
  Axis,
  ChangeClocks,
  Direction,
  DocumentName,
  Impact,
  NoticeCheck,
  RecordClass,
} from "@proviso/core/terms";
import type { SignalName } from "../health/signals.ts";

export interface Timeline {
  readonly service: string;
  /** Milliseconds since 1970, UTC: entries go up to here. */
  readonly until: number;
  /** Oldest first. */
  readonly entries: readonly TimelineEntry[];
}

export type TimelineEntry = FirstSeen | Changed | NotSeen;

/** Instants: milliseconds since 1970, UTC. */
interface Dated {
  readonly document: DocumentName;
  readonly at: number;
}

export interface FirstSeen extends Dated {
  readonly is: "first-seen";
  readonly version: string;
}

export interface Changed extends Dated {
  readonly is: "changed";
  readonly version: string;
  readonly against: string;
  readonly class: RecordClass;
  /** In plain words, one line. */
  readonly title: string;
  readonly direction: Direction;
  readonly impact: Pick<Impact, "level" | "score">;
  /** Each once, the weightiest first; none: the words changed, and nothing that is read on an axis. */
  readonly axes: readonly Axis[];
  readonly clocks: ChangeClocks;
  /** Of the text before; undefined if it promised none. */
  readonly notice: NoticeCheck | undefined;
}

/** From the first look that did not see it to the next that did. */
export interface NotSeen extends Dated {
  readonly is: "not-seen";
  /** Undefined: it is not seen to this day. */
  readonly until: number | undefined;
  readonly signal: SignalName;
  readonly reason: string;
  /** Looks that failed; 0 where nobody looked. */
  readonly times: number;
}
