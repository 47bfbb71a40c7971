/**
 * Decided -> one row of a table; the columns do not depend on the data
 *
 * Cells that a spreadsheet would run as a formula are quoted. Described in docs/cli.md.
 */
import type { Decision, KeepAnswer } from "@proviso/core/decision";
import type { Purpose } from "@proviso/core/events";
import type { Conversation, Item } from "@proviso/core/sources";
import { stringify } from "csv-stringify/sync";
import { isoText } from "../terminal/words.ts";

/** What the table is about where no purpose is asked for: training in all its kinds. */
export const TABLE_PURPOSES: readonly Purpose[] = ["train-general", "train-safety", "train-feedback"];

const ABOUT = [
  "conversation",
  "item",
  "title",
  "account",
  "product",
  "surface",
  "mode",
  "role",
  "source",
  "createdAt",
  "updatedAt",
  "items",
  "file",
  "at",
  "known",
  "policies",
] as const;
const PER_PURPOSE = ["use", "exposure", "reason", "rule", "basis", "obligations", "unknowns"] as const;
const REST = ["keepUntil", "keepAtLeast", "runs"] as const;

type Cell = string | number;

export function columnsOf(purposes: readonly Purpose[]): readonly string[] {
  return [
    ...ABOUT,
    ...purposes.flatMap((purpose) => PER_PURPOSE.map((name) => `${purpose}.${name}`)),
    ...REST,
  ];
}

/** @param item the item that the decision is about; undefined for the conversation */
export function rowOf(
  conversation: Conversation,
  item: Item | undefined,
  product: string,
  decision: Decision,
  purposes: readonly Purpose[],
): readonly Cell[] {
  const isItem = decision.item !== undefined;
  const about: Readonly<Record<(typeof ABOUT)[number], Cell | undefined>> = {
    conversation: conversation.id,
    item: decision.item,
    title: conversation.title,
    account: decision.account,
    product,
    surface: conversation.surface,
    mode: conversation.mode,
    role: item?.role,
    source: item?.source,
    createdAt: instant(isItem ? item?.at : conversation.createdAt),
    updatedAt: isItem ? undefined : instant(conversation.updatedAt),
    items: isItem ? undefined : conversation.items.length,
    file: conversation.locator.file,
    at: isoText(decision.at),
    known: instant(decision.known),
    policies: decision.policies.map(({ id, version }) => `${id}@${version}`).join(" "),
  };
  return [
    ...ABOUT.map((name) => about[name] ?? ""),
    ...purposes.flatMap((purpose) => usesOf(decision, purpose)),
    keepText(decision.keep, ({ until }) => until),
    keepText(decision.keep, ({ atLeast }) => atLeast),
    decision.runs.join(" "),
  ];
}

/** Rows as CSV text (RFC 4180), line breaks included. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true },
  );
}

function usesOf(decision: Decision, purpose: Purpose): readonly Cell[] {
  const use = decision.uses.find((one) => one.purpose === purpose);
  if (use === undefined) return PER_PURPOSE.map(() => "");
  const { use: effect, exposure, reason, rule, basis, obligations, unknowns } = use;
  return [effect, exposure, reason, rule ?? "", basis, obligations.join(" "), unknowns.join(" ")];
}

function keepText(
  keep: readonly KeepAnswer[],
  end: (answer: KeepAnswer) => number | "released" | null,
): string {
  return keep
    .flatMap((answer) => {
      const value = end(answer);
      return value === null ? [] : [`${answer.copy}=${value === "released" ? value : isoText(value)}`];
    })
    .join(" ");
}

function instant(ms: number | null | undefined): string | undefined {
  return ms === undefined || ms === null ? undefined : isoText(ms);
}
