/** Which version governs an account: acknowledgement, sign-up, and a fixed date that moved. */
import { describe, expect, it } from "vitest";
import type { Event } from "../events/event.ts";
import { foldAccount } from "../facts/account.ts";
import { derive } from "../facts/derive.ts";
import type { Facts } from "../facts/facts.ts";
import { indexEvents } from "../facts/log.ts";
import { inForce } from "./in-force.ts";
import { parsePolicy } from "./parse.ts";
import { assemble } from "./set.ts";

const version = (name: string, rest: string): string => `
policy: v/p
version: ${name}
title: ${name}
product: v/p
${rest}
documents: { t: { title: t, version: x, authority: primary } }
purposes: [train-general]
rules:
  - { id: no, deny: [train-general], cite: [t] }
`;
const set = assemble(
  [
    version("old", ""),
    version(
      "new",
      `supersedes: old
effective:
  acknowledged: terms
  signedUpSince: 2025-08-28
  from:
    - { date: 2025-09-28, known: 2025-08-28 }
    - { date: 2025-10-08, known: 2025-09-27 }
`,
    ),
  ].map((text) => parsePolicy(text, "test.yaml").policy),
);

function facts(
  at: string,
  options: { known?: string; acknowledged?: string; signedUp?: string; complete?: boolean } = {},
): Facts {
  const event = (type: string, time: string, data: object, owner: string | undefined = "a"): Event =>
    ({
      id: `${type}-${time}`,
      source: "urn:t",
      type,
      account: owner,
      conversation: undefined,
      at: Date.parse(time),
      recorded: Date.parse(time),
      data,
    }) as unknown as Event;
  const events = [
    ...(options.complete === false ? [] : [event("log-complete", "1970-01-01", { kinds: ["*"] })]),
    event("account.created", options.signedUp ?? "2024-01-01", {}),
    ...(options.acknowledged === undefined
      ? []
      : [event("terms.acknowledged", options.acknowledged, { document: "terms" })]),
    event("notice.shown", "2025-01-01", {}),
  ];
  const log = indexEvents(events);
  const account = log.accounts.get("a");
  if (account === undefined) throw new Error("no account");
  const known = options.known === undefined ? Number.POSITIVE_INFINITY : Date.parse(options.known);
  return derive(foldAccount(log, account, Date.parse(at), known), "c");
}

const versions = (one: Facts): string[] =>
  inForce(set, one).map(({ policy, certain }) => `${policy.version}${certain ? "" : "?"}`);

describe("versions in force", () => {
  it.each([
    ["before anything was published", facts("2025-08-01"), ["old"]],
    ["in the window, not accepted", facts("2025-09-15"), ["old"]],
    ["in the window, accepted", facts("2025-09-15", { acknowledged: "2025-09-01" }), ["new"]],
    ["accepted only later", facts("2025-09-15", { acknowledged: "2025-09-20" }), ["old"]],
    ["signed up in the window", facts("2025-09-15", { signedUp: "2025-09-01" }), ["new"]],
    ["signed up before", facts("2025-09-15", { signedUp: "2025-08-01" }), ["old"]],
    ["between the two dates, as known since", facts("2025-09-30"), ["old"]],
    ["between the two dates, as known before", facts("2025-09-30", { known: "2025-09-20" }), ["new"]],
    ["after the date", facts("2025-10-08"), ["new"]],
    ["just before the date", facts("2025-10-07T23:59:59.999Z"), ["old"]],
    ["in the window, acceptance unknown", facts("2025-09-15", { complete: false }), ["new?", "old"]],
    ["before publication, acceptance unknown", facts("2025-08-01", { complete: false }), ["old"]],
    ["after the date, acceptance unknown", facts("2025-11-01", { complete: false }), ["new"]],
  ])("%s", (_name, one, expected) => {
    expect(versions(one)).toEqual(expected);
  });
});
