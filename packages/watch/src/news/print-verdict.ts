/** **JudgedArticle** -> text or JSON */

import { type ClaimVerdict, type Evidence, printDocument } from "@proviso/core/terms";
import { dayOf } from "../page/day.ts";
import type { JudgedArticle } from "./judge.ts";

const WORDS = { supported: "SUPPORTED", contradicted: "CONTRADICTED", "not-found": "NOT FOUND" } as const;
const LONGEST_QUOTE = 320;

/** For people; days in UTC; ends with a line break. */
export function printVerdict({ service, from, verdict, hype }: JudgedArticle): string {
  const { whole, reason, claims, changes, unseen, at } = verdict;
  const count = (name: ClaimVerdict["verdict"]): number =>
    claims.filter((claim) => claim.verdict === name).length;
  const lines = [
    `${service}${from === undefined ? "" : `, by ${from}`}`,
    `terms: ${whole.replace("-", " ")} (${reason})${at === undefined ? "" : `, as of ${dayOf(at)}`}`,
    `hype:  ${hype.score} of 100 (${hype.mentions} mentions, ${hype.publishers} publishers, tone ${hype.tone}, half-life ${hype.halfLifeDays} days); no part of the impact`,
    ...changes.map(
      ({ document, impact }) => `  ${printDocument(document)}: impact ${impact.level}, ${impact.score}`,
    ),
    ...unseen.map(({ document, reason: why }) => `  ${printDocument(document)}: not visible, ${why}`),
    "",
    claims.length === 0
      ? "No sentence of the article was read as a claim on the terms."
      : `${claims.length} claims: ${count("supported")} supported, ${count("contradicted")} contradicted, ${count("not-found")} not found`,
    ...claims.flatMap(linesOf),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function linesOf({ claim, verdict, evidence, against, near, note }: ClaimVerdict): readonly string[] {
  const values = Object.entries(claim.values).map(([field, value]) => `${field} ${value}`);
  return [
    "",
    `${against.length > 0 ? "NOT DECIDED" : WORDS[verdict]}  “${oneLine(claim.quote)}”`,
    `  on ${claim.subject.replaceAll("-", " ")} (${values.join(", ")})${claim.of === "before" ? ", of the terms before" : ""}${note === "" ? "" : `: ${note}`}`,
    ...evidence.map((one) => quoteLine("  ", one)),
    ...against.map((one) => quoteLine("  but ", one)),
    ...near.map((one) => quoteLine("  near: ", one)),
  ];
}

function quoteLine(lead: string, { document, at, start, end, quote }: Evidence): string {
  return `${lead}${printDocument(document)}, first seen ${dayOf(at)}, ${start}–${end}: “${oneLine(quote)}”`;
}

/** For programs; ends with a line break. */
export function printVerdictJson(judged: JudgedArticle): string {
  return `${JSON.stringify(judged, null, 2)}\n`;
}

function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1)}…`;
}
