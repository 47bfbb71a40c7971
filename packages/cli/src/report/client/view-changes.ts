/**
 * What-if -> **what changes**: a picture of the flows, and what is told of the one that is chosen
 */

import { flowPicture, flowTable } from "./chart-flow.ts";
import { type Context, link } from "./context.ts";
import { bdi, h } from "./dom.ts";
import { flowDetails } from "./flow-details.ts";
import type { WireWhatIf, WireWhatIfFlow, WireWhatIfKeep, WireWhatIfPurpose } from "./wire-what-if.ts";
import { count, fromCode, numberText, purposePhrase, sentence } from "./words.ts";

export function changesView(context: Context): HTMLElement {
  const { tables } = context.data;
  const whatIf = tables.whatIf;
  if (whatIf === undefined) {
    return h("section", { class: "card" }, h("h1", { tabindex: -1 }, "This report compares nothing"));
  }
  const found = whatIf.purposes.find(({ purpose }) => purpose === context.purpose);
  const flows = found?.flows ?? [];
  const chosen = chosenFlow(flows, context.state.params.get("flow"));
  const links = {
    chosen,
    href: (flow: WireWhatIfFlow) => link(context, "changes", { flow: `${flow.before}-${flow.after}` }),
  };
  return h(
    "div",
    { class: "stack" },
    h(
      "section",
      { class: "card verdict" },
      h("p", { class: "eyebrow" }, bdi(whatIf.before), " → ", bdi(whatIf.after)),
      h("h1", { tabindex: -1 }, changesHeadline(whatIf, found)),
      notes(whatIf, found).map((text) => h("p", { class: "note" }, text)),
      flows.length > 0 && [
        h(
          "div",
          { class: "flow-sides", "aria-hidden": "true" },
          h("span", {}, "Before"),
          h("span", {}, "After"),
        ),
        flowPicture(flows, links),
        flowTable(flows, links),
      ],
    ),
    chosen !== undefined && flowDetails(context, chosen),
    whatIf.keeps.length > 0 && keepMoves(whatIf.keeps),
  );
}

/** The one that the hash names, else the first that changes, else the greatest that stays. */
function chosenFlow(
  flows: readonly WireWhatIfFlow[],
  wanted: string | undefined,
): WireWhatIfFlow | undefined {
  return (
    flows.find(({ before, after }) => `${before}-${after}` === wanted) ??
    flows.find(({ before, after }) => before !== after) ??
    flows[0]
  );
}

function changesHeadline({ compared }: WireWhatIf, found: WireWhatIfPurpose | undefined): string {
  if (compared === 0 || found === undefined) return "No conversation had begun on both sides.";
  const phrase = purposePhrase(found.purpose);
  const to = found.flows.filter(({ before, after }) => before !== after && after === "used");
  const newly = to.reduce((sum, { conversations }) => sum + conversations, 0);
  const of = count(compared, "conversation");
  if (found.changed === 0) return `Nothing changes for ${of} on whether they can ${phrase}.`;
  if (newly === 0) return `For ${numberText(found.changed)} of ${of} it changes whether they can ${phrase}.`;
  const others = found.changed - newly;
  const more = others === 0 ? "" : `; it changes for ${numberText(others)} others`;
  return `${numberText(newly)} of ${of} can newly ${phrase}${more}.`;
}

function notes({ due, left }: WireWhatIf, found: WireWhatIfPurpose | undefined): string[] {
  const lines: string[] = [];
  if (due.length > 0) lines.push(`Binding from that day: ${due.join(", ")}.`);
  if (found !== undefined && found.otherwise > 0) {
    lines.push(`For ${count(found.otherwise, "conversation")} the answer stays and its reason changes.`);
  }
  if (left.length > 0) {
    const parts = left.map(({ says, conversations }) => `${numberText(conversations)} ${says}`);
    lines.push(`Not compared: ${parts.join("; ")}.`);
  }
  return lines;
}

function keepMoves(keeps: readonly WireWhatIfKeep[]): HTMLElement {
  return h(
    "section",
    { class: "card", "aria-labelledby": "keep-moves" },
    h("h2", { id: "keep-moves" }, "How long copies are kept"),
    h(
      "dl",
      { class: "flow-segments" },
      keeps.map(({ copy, changes, moved }) => [
        h("dt", {}, fromCode(copy)),
        h(
          "dd",
          {},
          changes.map(({ says, conversations }, index) => [
            index > 0 && ", ",
            index === 0 ? sentence(says) : says,
            " ",
            h("span", { class: "number" }, numberText(conversations)),
          ]),
          moved !== null && ` (${moved})`,
        ),
      ]),
    ),
  );
}
