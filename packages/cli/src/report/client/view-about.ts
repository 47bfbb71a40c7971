/**
 * Inputs, policies, limits -> **what this report rests on**
 */
import { address } from "./cites.ts";
import type { Context } from "./context.ts";
import { dateText, timeText } from "./dates.ts";
import { bdi, h, prose } from "./dom.ts";
import type { WireAccount, WireInput, WirePolicy } from "./wire.ts";
import { count, numberText } from "./words.ts";

export function aboutView({ data: { tables } }: Context): HTMLElement {
  return h(
    "div",
    { class: "stack" },
    h("h1", { tabindex: -1 }, "About this report"),
    section("What was read", tables.inputs.map(inputPart)),
    section(
      "What is known of the account",
      tables.accountKnown.length === 0
        ? h(
            "p",
            {},
            "Nothing was given besides the export, and an export says nothing of settings, plan or region.",
          )
        : tables.accountKnown.map(accountPart),
    ),
    section("The policies used", tables.policies.map(policyPart)),
    section(
      "Make it again",
      h("p", {}, "The same files, policies and dates give the same answers:"),
      h("pre", { tabindex: 0 }, h("code", {}, tables.command)),
      h(
        "p",
        { class: "note" },
        `Asked for ${timeText(tables.at)}${tables.known === null ? ", with all that was recorded" : `, with what was recorded by ${timeText(tables.known)}`}. Made by ${tables.generator} on ${timeText(tables.generatedAt)}.`,
      ),
    ),
    section(
      "What an export cannot tell",
      h(
        "ul",
        { class: "plain" },
        tables.limits.map((limit) => h("li", {}, prose(limit))),
      ),
    ),
    section(
      "This file",
      h(
        "p",
        {},
        "It stands alone: it loads nothing from a network and sends nothing anywhere. It holds titles and dates of your conversations, so treat it as you treat them.",
      ),
    ),
  );
}

function section(title: string, ...children: Parameters<typeof h>[2][]): HTMLElement {
  return h("section", { class: "card" }, h("h2", {}, title), ...children);
}

function inputPart(input: WireInput): HTMLElement {
  return h(
    "div",
    { class: "part" },
    h("h3", {}, bdi(input.name)),
    h(
      "p",
      {},
      `${input.format}: ${count(input.conversations, "conversation")}, ${count(input.items, "item")}`,
    ),
    input.malformed > 0 &&
      h(
        "details",
        { open: input.malformed <= 5 },
        h(
          "summary",
          {},
          `${count(input.malformed, "record")} could not be read and ${input.malformed === 1 ? "is" : "are"} not in this report`,
        ),
        h(
          "ul",
          { class: "plain" },
          input.problems.map((problem) => h("li", {}, h("bdi", { dir: "auto" }, prose(problem)))),
        ),
        input.malformed > input.problems.length &&
          h("p", { class: "note" }, `The first ${numberText(input.problems.length)} are shown.`),
      ),
    input.unknownFields.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, `${count(input.unknownFields.length, "unknown field")} met and not used`),
        h(
          "ul",
          { class: "plain" },
          input.unknownFields.map(({ name, count: times }) =>
            h("li", {}, h("code", {}, bdi(name)), ` ${count(times, "time")}`),
          ),
        ),
      ),
  );
}

function accountPart(account: WireAccount): HTMLElement {
  return h(
    "div",
    { class: "part" },
    h("h3", {}, bdi(account.account ?? "The account")),
    account.source !== undefined && h("p", { class: "note" }, "From ", bdi(account.source)),
    account.entries.length === 0
      ? h("p", {}, "Nothing is recorded.")
      : h(
          "ul",
          { class: "plain" },
          account.entries.map(({ at, says }) =>
            h("li", {}, at !== undefined && h("time", {}, `${dateText(at)} `), prose(says)),
          ),
        ),
    h(
      "p",
      { class: "note" },
      account.completeFor.length === 0
        ? "The record claims completeness for nothing: what it does not list is not known."
        : `Listed in full: ${account.completeFor.join(", ")}. What it does not list there did not happen; all else is not known.`,
    ),
  );
}

function policyPart(policy: WirePolicy): HTMLElement {
  return h(
    "div",
    { class: "part" },
    h("h3", {}, policy.title ?? policy.id),
    h("p", {}, h("code", {}, `${policy.id}@${policy.version}`)),
    h("p", { class: "note digest" }, policy.digest),
    h(
      "ul",
      { class: "cites" },
      Object.values(policy.documents).map((document) =>
        h(
          "li",
          {},
          h("cite", {}, document.title),
          `, version ${document.version} `,
          document.url !== undefined && address(document.url),
        ),
      ),
    ),
  );
}
