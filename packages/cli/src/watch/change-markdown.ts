/** **TermsChange** -> Markdown, for a pull request or a memo */
import { type AxisChange, type AxisFact, printDocument, type TermsChange } from "@proviso/core/terms";
import { valuesText } from "@proviso/watch";
import { dateText } from "../terminal/words.ts";
import { titleOf } from "./change-text.ts";

export function changeMarkdown(change: TermsChange): string {
  const { document, before, after, impact, clocks } = change;
  const lines = [
    `## ${escaped(printDocument(document))}`,
    "",
    escaped(titleOf(change)),
    "",
    `Seen ${dateText(before.at)} and ${dateText(after.at)}. For the user: **${change.direction}**. Impact: **${impact.level}** (${impact.score} of 100).`,
    "",
    "| axis | before | after | for the user |",
    "| --- | --- | --- | --- |",
    ...change.changes.map(rowOf),
    "",
    ...change.changes.flatMap(quotesOf),
  ];
  if (clocks.inForce !== undefined) lines.push(`In force: > ${quoted(clocks.inForce.quote)}`, "");
  for (const { jurisdiction, provision, reason } of change.regulations) {
    lines.push(`- ${escaped(`${jurisdiction}: ${provision}: ${reason}`)}`);
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function rowOf({ axis, before, after, direction, why }: AxisChange): string {
  const cell = (fact: AxisFact | undefined): string =>
    fact === undefined ? "" : escaped(valuesText(fact.values));
  return `| ${axis} | ${cell(before)} | ${cell(after)} | ${direction}: ${escaped(why)} |`;
}

function quotesOf({ axis, before, after }: AxisChange): readonly string[] {
  const quote = (fact: AxisFact | undefined, tense: string): readonly string[] =>
    fact === undefined ? [] : [`> **${axis}**, ${tense}: ${quoted(fact.quote)}`, ""];
  return [...quote(before, "before"), ...quote(after, "after")];
}

function quoted(text: string): string {
  return escaped(text.replace(/\s+/g, " ").trim());
}

/** What a vendor's page says must not become markup of ours. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#!~]/g, "\\$&").replace(/\r?\n/g, " ");
}
