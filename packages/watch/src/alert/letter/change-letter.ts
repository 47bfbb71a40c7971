/** A change -> Letter: what was and what is, in quotes with dates; impact, clocks, law, one's own conversations */
import type { AxisChange, AxisFact, TermsChange } from "@proviso/core/terms";
import { printDocument } from "@proviso/core/terms";
import { dayOf } from "../../page/day.ts";
import { valuesText } from "../../page/values-text.ts";
import type { ChangeAlertable, Exposure } from "../alertable.ts";
import type { Letter, Quote, Section } from "./letter.ts";
import { counted, minuteOf, plainLine } from "./plain.ts";

const MOST_CHANGES = 40;
const LONGEST_TITLE = 160;

export function changeLetter({ change, exposures, class: made }: ChangeAlertable, because: string): Letter {
  const { document, impact, direction } = change;
  const facts: (readonly [string, string])[] = [
    ["Document", printDocument(document)],
    ["For you", direction],
    ["Impact", `${impact.level} (${impact.score} of 100)`],
    ...(impact.reasons.length === 0 ? [] : [["Why this impact", impact.reasons.join("; ")] as const]),
    ...(made === "return" ? [["Note", "the page went back to an earlier text"] as const] : []),
    ...clockFacts(change),
    ...(change.notice === undefined
      ? []
      : [["Promise of notice", `${NOTICE[change.notice.kept]}: ${change.notice.reason}`] as const]),
  ];
  const shown = change.changes.slice(0, MOST_CHANGES);
  const more = change.changes.length - shown.length;
  const sections = [
    ...shown.map((one) => changeSection(one, change)),
    ...(more === 0 ? [] : [{ heading: `${counted(more, "more change")}`, lines: [], quotes: [] }]),
    ...exposures.map(exposureSection),
    ...(change.regulations.length === 0 ? [] : [lawSection(change)]),
  ];
  return {
    title: titleOf(change),
    facts: facts.map(([label, value]) => [label, plainLine(value)]),
    sections,
    because: plainLine(because),
  };
}

const NOTICE = { yes: "kept", no: "not kept", unknown: "could not be checked" } as const;

export function titleOf({ summary }: TermsChange): string {
  return plainLine(summary.split("\n", 1)[0] ?? "", LONGEST_TITLE);
}

function clockFacts({ clocks }: TermsChange): readonly (readonly [string, string])[] {
  const { firstSeen, stated, inForce, isSilent } = clocks;
  const statedText = stated === undefined ? "no date found in the text" : dayOf(stated.at);
  return [
    ["First seen", minuteOf(firstSeen)],
    ["Stated by the text", isSilent ? `${statedText}; the text moved while its date did not` : statedText],
    ["In force", inForceText(inForce)],
  ];
}

function inForceText(inForce: TermsChange["clocks"]["inForce"]): string {
  if (inForce === undefined) return "no date found in the text";
  if (inForce.is === "day") return dayOf(inForce.at);
  const latest = inForce.latest === undefined ? "" : `, on ${dayOf(inForce.latest)} at the latest`;
  return `per account, by what the user does${latest}`;
}

function lawSection({ regulations }: TermsChange): Section {
  const lines = regulations.map(({ provision, jurisdiction, reason }) =>
    plainLine(`${provision} (${jurisdiction}): ${reason}`),
  );
  return { heading: "Where to look in the law; no finding of a breach", lines, quotes: [] };
}

function changeSection(
  { axis, kind, before, after, direction, why }: AxisChange,
  change: TermsChange,
): Section {
  const said = { added: "new", removed: "gone", changed: "changed" }[kind];
  const lines = [
    `${direction}: ${why}`,
    ...(before === undefined ? [] : [`was: ${valuesText(before.values)}`]),
    ...(after === undefined ? [] : [`is: ${valuesText(after.values)}`]),
  ];
  return {
    heading: `${axis.replaceAll("-", " ")}: ${said}`,
    lines: lines.map((line) => plainLine(line)),
    quotes: [...quote("before", before, change.before.at), ...quote("after", after, change.after.at)],
  };
}

function quote(when: string, fact: AxisFact | undefined, at: number): readonly Quote[] {
  if (fact === undefined) return [];
  return [{ label: `${when}, ${dayOf(at)}`, text: plainLine(fact.quote) }];
}

export function exposureSection(exposure: Exposure): Section {
  const { policy, draft, compared, changed, accounts, becomeTrainable, keptLonger } = exposure;
  const days =
    exposure.medianDays === undefined ? "" : `, by ${counted(exposure.medianDays, "day")} in the middle`;
  const unread = exposure.unread ?? 0;
  const lines = [
    `of ${counted(compared, "conversation")}, ${changed} would change, in ${counted(accounts, "account")}`,
    `${becomeTrainable} would become trainable`,
    `${keptLonger} would be kept longer${days}`,
    ...(unread === 0 ? [] : [`${counted(unread, "record")} could not be read, and are not in these figures`]),
    ...exposure.open.map((point) => `not in these figures: ${point}`),
  ];
  return {
    heading: plainLine(`Your conversations under ${policy}, compared with the draft ${draft}`),
    lines: lines.map((line) => plainLine(line)),
    quotes: [],
  };
}
