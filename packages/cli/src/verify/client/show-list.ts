/** Checklist -> what the page shows of it */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Check, Checklist, Outcome, Verdict } from "@proviso/core/verify";
import { bdi, type Child, h } from "../../report/client/dom.ts";

const SIGNS: Readonly<Record<Outcome, string>> = { ok: "✓", failed: "✗", "not-checked": "–" };
const WORDS: Readonly<Record<Outcome, string>> = { ok: "ok", failed: "failed", "not-checked": "not checked" };
const VERDICTS: Readonly<Record<Verdict, string>> = {
  verified: "Verified",
  consistent: "Not verified yet",
  failed: "Not verified",
};

export function showList({ file, artefact, checks, verdict, says }: Checklist): HTMLElement {
  return h(
    "section",
    { class: `card list ${verdict}` },
    h(
      "div",
      { class: "list-head" },
      h("h3", {}, bdi(file), h("span", { class: "sub" }, artefact)),
      h("strong", { class: "verdict" }, VERDICTS[verdict]),
    ),
    h("p", {}, `${says[0]?.toUpperCase()}${says.slice(1)}.`),
    h("ul", { class: "checks" }, ...sorted(checks).map(showCheck)),
  );
}

const ORDER: readonly Outcome[] = ["failed", "ok", "not-checked"];

/** What failed is what its reader has to see first, and what was not checked must not hide among the rest. */
function sorted(checks: readonly Check[]): readonly Check[] {
  return checks.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
}

function showCheck({ name, outcome, says }: Check): HTMLElement {
  return h(
    "li",
    { class: outcome },
    h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[outcome]),
    h("span", {}, h("b", {}, name.replaceAll("-", " ")), `, ${WORDS[outcome]}: `, ...quoted(says)),
  );
}

/** Names of others stand in backticks; they may be in any script. */
function quoted(text: string): readonly Child[] {
  return text.split(/`([^`]*)`/).map((part, at) => (at % 2 === 0 ? part : h("code", {}, bdi(part))));
}
