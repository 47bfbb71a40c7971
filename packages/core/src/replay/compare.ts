/**
 * LoggedDecision x decision made again -> **Differences**
 *
 * What was logged is compared field by field: a log may hold fewer fields than are known today (the
 * short form leaves out prose), and must hold no other values.
 */
import type { PrintedDecision } from "../decision/print-decision.ts";
import type { Difference, LoggedDecision } from "./replay.ts";

type Fields = Readonly<Record<string, unknown>>;

/** By what the entries of a list are told apart; order says nothing. */
/** What a decision is about, and how it was asked for; a line of `decide` has some of the conversation too. */
const ABOUT: ReadonlySet<string> = new Set([
  ...["product", "account", "conversation", "item", "sources", "asked", "at", "known", "runs"],
  ...["policies", "uses", "clocks", "keep", "title", "surface", "mode", "credential", "model", "createdAt"],
  ...["updatedAt", "items", "file", "role", "source", "name", "itemAt", "pasted", "hidden"],
]);

const LISTS: Readonly<Record<string, readonly string[]>> = {
  policies: ["id", "version"],
  uses: ["purpose"],
  clocks: ["clock", "copy"],
  keep: ["copy"],
};

export function compare(logged: LoggedDecision, replayed: PrintedDecision): readonly Difference[] {
  const found: Difference[] = [];
  for (const field of Object.keys(logged)) {
    if (!ABOUT.has(field)) found.push({ field, logged: logged[field], replayed: undefined });
  }
  for (const [list, keys] of Object.entries(LISTS)) {
    const entries = logged[list] as readonly Fields[];
    // Of two for one thing a reader takes the one it likes.
    const twice = entries.find(
      (one, at) => entries.findIndex((other) => keyOf(other, keys) === keyOf(one, keys)) < at,
    );
    if (twice !== undefined)
      found.push({ field: `${list}[${keyOf(twice, keys)}]`, logged: entries, replayed: undefined });
    const mine = byKey(logged[list], keys);
    const theirs = byKey(replayed[list], keys);
    for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
      const [one, other] = [mine.get(key), theirs.get(key)];
      const field = `${list}[${key}]`;
      if (one === undefined || other === undefined) found.push({ field, logged: one, replayed: other });
      else found.push(...fieldsOf(field, one, other));
    }
  }
  const [before, now] = [sorted(logged.runs), sorted(replayed["runs"])];
  if (!isSameJson(before, now)) found.push({ field: "runs", logged: before, replayed: now });
  return found;
}

function fieldsOf(field: string, logged: Fields, replayed: Fields): readonly Difference[] {
  return Object.entries(logged).flatMap(([name, value]) => {
    // What was logged in full is held against all of it.
    const shorten = (isShort(value) ? SHORT[name] : undefined) ?? sorted;
    const [mine, theirs] = [shorten(value), shorten(replayed[name] ?? null)];
    return isSameJson(mine, theirs) ? [] : [{ field: `${field}.${name}`, logged: mine, replayed: theirs }];
  });
}

/** What a line of `decide` writes in short: both are brought to the short form. */
const SHORT: Readonly<Record<string, (value: unknown) => unknown>> = {
  policy: (value) => (isFields(value) ? `${value["id"]}@${value["version"]}` : value),
  cite: (value) =>
    sorted(each(value, ({ document, section }) => (section == null ? document : `${document}#${section}`))),
  competing: (value) =>
    sorted([...new Set(each(value, ({ effect }) => effect).filter((one) => one !== null))]),
};

function isShort(value: unknown): boolean {
  return typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string"));
}

function each(value: unknown, short: (one: Fields) => unknown): readonly unknown[] {
  return Array.isArray(value) ? value.map((one: unknown) => (isFields(one) ? short(one) : one)) : [value];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function byKey(list: unknown, keys: readonly string[]): ReadonlyMap<string, Fields> {
  const entries = Array.isArray(list) ? (list as readonly Fields[]) : [];
  return new Map(entries.map((one) => [keyOf(one, keys), one]));
}

function keyOf(one: Fields, keys: readonly string[]): string {
  return keys.map((key) => String(one[key])).join(" ");
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? [...value].sort((one, other) => (text(one) < text(other) ? -1 : 1)) : value;
}

function isSameJson(one: unknown, other: unknown): boolean {
  return text(one) === text(other);
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? "";
}
