import { describe, expect, it } from "vitest";
import type { Decision, UseAnswer } from "../decision/decision.ts";
import type { Conversation, Item } from "../sources/conversation.ts";
import { select } from "./select.ts";

const PURPOSE = "train-general";

function item(part: Partial<Item>): Item {
  return {
    id: "i1",
    role: "user",
    source: "user",
    at: 0,
    hidden: false,
    pasted: false,
    signal: undefined,
    name: undefined,
    bytes: 5,
    text: "Hello",
    ...part,
  };
}

function conversation(items: readonly Item[]): Conversation {
  return {
    kind: "conversation",
    id: "c",
    account: "a",
    title: "A title that must not go in",
    createdAt: 0,
    updatedAt: 0,
    surface: "chat",
    mode: undefined,
    credential: undefined,
    model: undefined,
    items,
    locator: { file: "f", offset: 0, length: 0 },
  };
}

function decision(part: Partial<UseAnswer>, id?: string): Decision {
  const use = {
    purpose: PURPOSE,
    use: "permit",
    exposure: "permit",
    reason: "YES",
    obligations: [],
    ...part,
  };
  return { item: id, uses: [use], policies: [] } as unknown as Decision;
}

const OPTIONS = { purpose: PURPOSE, hidden: false } as const;
const YES = decision({});
const yes = (...ids: readonly string[]): readonly Decision[] => ids.map((id) => decision({}, id));

describe("a conversation", () => {
  it.each([
    [{ use: "deny", exposure: "deny", reason: "OPTED_OUT" }, "OPTED_OUT", "not-used"],
    [{ use: "deny", exposure: "permit", reason: "UNKNOWN_FACTS" }, "UNKNOWN_FACTS", "cannot-tell"],
    [{ purpose: "human-review" }, "PURPOSE_NOT_PERMITTED", "not-used"],
  ] as const)("stays out for %j", (part, reason, end) => {
    const selection = select(conversation([item({})]), decision(part), yes("i1"), OPTIONS);
    expect(selection).toMatchObject({ kind: "withheld", reason, end });
  });

  it("stays out when nothing of it is left", () => {
    const selection = select(conversation([item({ text: " \n" })]), YES, yes("i1"), OPTIONS);
    expect(selection).toMatchObject({ kind: "withheld", reason: "NOTHING_LEFT" });
    expect(selection.left).toEqual(new Map([["NO_TEXT", 1]]));
  });
});

describe("an item", () => {
  it.each<[string, Partial<Item>, readonly Decision[], string]>([
    ["on a hidden branch", { hidden: true }, yes("i2"), "HIDDEN_BRANCH"],
    ["without a decision", {}, yes("other"), "NO_SUBJECT"],
    [
      "that is denied",
      {},
      [decision({ use: "deny", reason: "CONNECTOR_CONTENT" }, "i2")],
      "CONNECTOR_CONTENT",
    ],
    [
      "of two decisions, one against",
      {},
      [...yes("i2"), decision({ use: "deny", reason: "NO" }, "i2")],
      "NO",
    ],
    ["that is unknown", {}, [decision({ use: "deny", reason: "UNKNOWN_FACTS" }, "i2")], "UNKNOWN_FACTS"],
    ["whose decision is for another purpose", {}, [decision({ purpose: "sale" }, "i2")], "NO_SUBJECT"],
    ["with a signal", { signal: "search=y, train-ai=n" }, yes("i2"), "CONTENT_RESERVED"],
    ["without text", { text: "" }, yes("i2"), "NO_TEXT"],
    ["that is a reserved page", { role: "tool", text: "tdm-reservation: 1" }, yes("i2"), "CONTENT_RESERVED"],
    [
      "pasted and reserved",
      { pasted: true, text: "Content-Usage: train-ai=n" },
      yes("i2"),
      "CONTENT_RESERVED",
    ],
  ])("%s stays out", (_, part, decisions, reason) => {
    const items = [item({}), item({ id: "i2", ...part })];
    const selection = select(conversation(items), YES, [...yes("i1"), ...decisions], OPTIONS);
    expect(selection).toMatchObject({ kind: "selected", turns: [{ text: "Hello" }] });
    expect(selection.left).toEqual(new Map([[reason, 1]]));
  });

  it("on a hidden branch goes in when asked for", () => {
    const items = [item({ hidden: true })];
    const selection = select(conversation(items), YES, yes("i1"), { ...OPTIONS, hidden: true });
    expect(selection.kind).toBe("selected");
  });

  it("keeps what an assistant says of a reservation", () => {
    const text = "<!doctype html>\n<meta name='tdm-reservation' content='1'>";
    const items = [item({ role: "assistant", source: "assistant", text })];
    expect(select(conversation(items), YES, yes("i1"), OPTIONS)).toMatchObject({ turns: [{ text }] });
  });

  it("is not held by a reservation against training for another purpose", () => {
    const items = [item({ role: "tool", signal: "train-ai=n", text: "tdm-reservation: 1" })];
    const selection = select(
      conversation(items),
      decision({ purpose: "human-review" }),
      [decision({ purpose: "human-review" }, "i1")],
      { purpose: "human-review", hidden: false },
    );
    expect(selection).toMatchObject({ kind: "selected", turns: [{ text: "tdm-reservation: 1" }] });
  });

  it("brings along a tool's name and no person's", () => {
    const items = [item({ name: "nora" }), item({ id: "i2", role: "tool", name: "search" })];
    const selection = select(conversation(items), YES, yes("i1", "i2"), OPTIONS);
    expect(selection).toMatchObject({ turns: [{ name: undefined }, { name: "search" }] });
  });
});

it("collects what the rules of conversation and items oblige to, each once", () => {
  const items = [item({}), item({ id: "i2" }), item({ id: "i3" })];
  const selection = select(
    conversation(items),
    decision({ obligations: ["unlink-account"] }),
    [
      decision({ obligations: ["unlink-account", "segregate"] }, "i1"),
      decision({ use: "deny", obligations: ["tell-subject"] }, "i2"),
      decision({}, "i3"),
    ],
    OPTIONS,
  );
  expect(selection).toMatchObject({ obligations: ["unlink-account", "segregate"] });
});
