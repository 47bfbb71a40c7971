/** **Opinion** -> text for people */
import type { NoOpinion, Opinion } from "./opinion.ts";

const SIGNS = {
  agrees: "as a rule reads it",
  disagrees: "AGAINST A RULE",
  adds: "no rule reads it",
} as const;

/** Shown beside the facts of the rules, under a title that says whose it is; ends with a line break. */
export function printOpinion(opinion: Opinion | NoOpinion): string {
  const { requests, inputTokens, outputTokens } = opinion.cost;
  const cost = `cost: ${requests} requests, ${inputTokens} tokens in, ${outputTokens} out`;
  if (opinion.is === "none") return `No second opinion: ${opinion.reason}.\n${cost}\n`;
  const { model, summary, facts, withheld, unread, failures } = opinion;
  const held = Object.entries(withheld).map(([why, count]) => `${count} ${why}`);
  const lines = [
    `Second opinion of the assistant ${model}; no evidence, each line with its quote`,
    ...summary.map(({ says, quote }) => `- ${oneLine(says)} “${oneLine(quote)}”`),
    ...facts.flatMap(({ fact, standing, rules }) => [
      `- ${fact.axis} ${JSON.stringify(fact.values)} (${SIGNS[standing]}) “${oneLine(fact.quote)}”`,
      ...rules.map((rule) => `    the rule reads ${JSON.stringify(rule.values)}`),
    ]),
    ...(held.length === 0 ? [] : [`withheld: ${held.join(", ")}`]),
    ...(unread === 0 ? [] : [`not sent: the last ${unread} characters`]),
    ...failures.map((reason) => `a piece without an answer: ${reason}`),
    cost,
  ];
  return `${lines.join("\n")}\n`;
}

/** Control characters of a model's answer do not reach the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
