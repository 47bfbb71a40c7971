/** Entries of a timeline from before the account was, or from after it was deleted. */
import { type Contradiction, contradiction } from "./contradiction.ts";
import { isBefore, spanOf } from "./span.ts";
import type { Span } from "./time.ts";
import type { Timeline } from "./timeline.ts";

interface Dated {
  readonly path: readonly (string | number)[];
  readonly date: string;
}

/** Dates of what a person does with an account. A hold, or what an organisation settles, may be older. */
function ownDates(timeline: Timeline): readonly Dated[] {
  const { plan, region, moves, feedback, flags, choices, objections, deletions } = timeline;
  const dates = <T>(
    section: string,
    list: readonly T[] | string | undefined,
    field: keyof T & string,
  ): Dated[] =>
    typeof list === "string" || list === undefined
      ? []
      : list.flatMap((one, index) => {
          const date = one[field];
          return typeof date === "string" ? [{ path: [section, index, field], date }] : [];
        });
  return [
    ...dates("region", region, "from"),
    ...dates("plan", plan, "from"),
    ...dates("credentials", timeline.credentials, "from"),
    ...dates("terms", timeline.terms, "acknowledged"),
    ...dates("notices", timeline.notices, "shown"),
    ...dates("choices", choices, "at"),
    ...dates("objections", objections, "at"),
    ...dates("moves", moves, "at"),
    ...dates("deletions", deletions, "at"),
    ...dates("feedback", feedback, "at"),
    ...dates("flags", flags, "at"),
  ];
}

export function firstSeen(timeline: Timeline): readonly Contradiction[] {
  const { signedUp } = timeline;
  if (signedUp === undefined) return [];
  const begun = spanOf(signedUp);
  return ownDates(timeline)
    .filter(({ date }) => isBefore(spanOf(date), begun))
    .map(({ path, date }) => contradiction(path, `\`${date}\` is before the sign-up at \`${signedUp}\``));
}

/** What may still happen to, or for, an account that is gone: review of a flag, and an objection. */
const OUTLIVES: ReadonlySet<string | number | undefined> = new Set(["flags", "objections"]);

export function deletedAccount(timeline: Timeline): readonly Contradiction[] {
  const gone = (timeline.deletions ?? []).find((one) => "account" in one);
  if (gone === undefined) return [];
  const ended: Span = spanOf(gone.at);
  return ownDates(timeline)
    .filter(({ path, date }) => !OUTLIVES.has(path[0]) && isBefore(ended, spanOf(date)))
    .filter(({ path }) => !isAccountDeletion(timeline, path))
    .map(({ path, date }) =>
      contradiction(path, `\`${date}\` is after the account was deleted at \`${gone.at}\``),
    );
}

/** A second deletion of the account is reported as such. */
function isAccountDeletion(timeline: Timeline, path: Dated["path"]): boolean {
  const one = path[0] === "deletions" ? timeline.deletions?.[Number(path[1])] : undefined;
  return one !== undefined && "account" in one;
}
