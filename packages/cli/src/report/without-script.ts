/**
 * Tables + counts -> **what a reader without scripts sees**
 *
 * The verdict per purpose as a plain table: a privacy team may open reports with scripts off.
 */
import { ANSWERS, answerLabel, answerOf, purposeLabel } from "./client/words.ts";
import type { Encoder } from "./encode.ts";
import { escapeHtml } from "./escape.ts";
import type { ReportModel, ReportWhatIf } from "./model.ts";

export function withoutScript(
  encoder: Encoder,
  { purposes, title, whatIf }: Pick<ReportModel, "purposes" | "title" | "whatIf">,
): string {
  const rows = purposes.map((purpose) => {
    const cells = tally(encoder, purpose).map((count) => `<td>${count}</td>`);
    return `<tr><th scope="row">${escapeHtml(purposeLabel(purpose))}</th>${cells.join("")}</tr>`;
  });
  const heads = ANSWERS.map((answer) => `<th scope="col">${answerLabel(answer)}</th>`);
  return `<noscript><main><h1>${escapeHtml(title)}</h1>
<table><caption>Conversations by purpose and answer</caption>
<thead><tr><th scope="col">Purpose</th>${heads.join("")}</tr></thead>
<tbody>${rows.join("\n")}</tbody></table>
${whatIf === undefined ? "" : changed(whatIf)}<p>The list of conversations, the reasons and the dates need scripts. This file loads nothing from a network.</p>
</main></noscript>
`;
}

function changed({ before, after, purposes }: ReportWhatIf): string {
  const rows = purposes.flatMap(({ purpose, flows }) =>
    flows.map((flow) => {
      const cells = [answerLabel(flow.before), answerLabel(flow.after), String(flow.conversations)];
      const data = cells.map((cell) => `<td>${cell}</td>`).join("");
      return `<tr><th scope="row">${escapeHtml(purposeLabel(purpose))}</th>${data}</tr>`;
    }),
  );
  const heads = ["Purpose", "Before", "After", "Conversations"].map((head) => `<th scope="col">${head}</th>`);
  return `<table><caption>What changes: ${escapeHtml(before)} → ${escapeHtml(after)}</caption>
<thead><tr>${heads.join("")}</tr></thead>
<tbody>${rows.join("\n")}</tbody></table>
`;
}

function tally(encoder: Encoder, purpose: string): number[] {
  const counts = new Map<string, number>(ANSWERS.map((answer) => [answer, 0]));
  encoder.shapes.items.forEach((shape, index) => {
    const use = shape.uses.map((at) => encoder.uses.items[at]).find((each) => each?.purpose === purpose);
    const answer = answerOf(use);
    counts.set(answer, (counts.get(answer) ?? 0) + (encoder.counts[index] ?? 0));
  });
  return [...counts.values()];
}
