/** Conversations that may be used, made up in any number, and what an export of them is asked with. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "@proviso/core/export";
import { SMALL } from "./run-cli.ts";

const ACCOUNT = "a-export";

function event(index: number, type: string, time: string, data: object): object {
  const source = "urn:example:export";
  return {
    specversion: "1.0",
    id: `x-${index}`,
    source,
    type: `proviso.${type}`,
    subject: `accounts/${ACCOUNT}`,
    time,
    data,
  };
}

const EVENTS: readonly object[] = [
  event(1, "account.created", "2025-01-01T08:00:00Z", { plan: "customer", region: "EEA-DE" }),
  event(2, "log-complete", "2025-01-01T08:00:00Z", { kinds: ["*"], from: "2025-01-01T08:00:00Z" }),
  event(3, "notice.shown", "2025-02-01T07:59:00Z", { notice: "n", surface: "pop-up", dialog: "pass" }),
  event(4, "choice.made", "2025-02-01T08:00:00Z", {
    purpose: "train-general",
    choice: "granted",
    surface: "pop-up",
    notice: "n",
  }),
];

/** An item: who says what, and when if not now. */
export type Said = readonly [role: string, text: string, more?: Readonly<Record<string, unknown>>];

export function conversationLine(id: string, items: readonly Said[]): string {
  const [, , first] = items[0] ?? [];
  const at = typeof first?.["at"] === "string" ? first["at"] : "2026-01-05T09:00:00Z";
  return JSON.stringify({
    id,
    account: ACCOUNT,
    createdAt: at,
    surface: "chat",
    items: items.map(([role, text, more], index) => ({
      id: `i${index}`,
      role,
      source: role,
      at,
      text,
      ...more,
    })),
  });
}

const WORDS =
  "parcel lamp invoice glass return label warm room week answer question carrier north cellar size".split(
    " ",
  );

/** The same for the same number: no test hangs on chance. */
export function conversationLines(number: number): string {
  return Array.from({ length: number }, (_, index) => {
    const words = Array.from({ length: 40 }, (_word, place) => WORDS[(index * 7 + place * 3) % WORDS.length]);
    return conversationLine(`c-${index}`, [
      ["user", `Question ${index}: ${words.join(" ")}? Write to nora${index}@example.com.`],
      ["assistant", `Answer ${index}: ${words.reverse().join(" ")}.`],
    ]);
  }).join("\n");
}

export interface ExportInput {
  readonly chats: string;
  readonly key: string;
  /** Everything but the folder to write. */
  readonly args: readonly string[];
}

export function writeInput(folder: string, chats: string): ExportInput {
  const files = {
    chats: join(folder, "chats.jsonl"),
    events: join(folder, "events.jsonl"),
    key: join(folder, "key"),
  };
  writeFileSync(files.chats, chats);
  writeFileSync(files.events, EVENTS.map((one) => JSON.stringify(one)).join("\n"));
  writeFileSync(files.key, `${"0123456789abcdef".repeat(4)}\n`);
  const args = [
    ...["export", files.chats, "--events", files.events, ...SMALL],
    ...["--purpose", "train-general", "--key-file", files.key, "--at", "2026-02-01"],
  ];
  return { chats: files.chats, key: files.key, args };
}

/** Every file of a folder by its name. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name)).toString("latin1")]),
  );
}

export function manifestOf(out: string): Manifest {
  return JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as Manifest;
}

/** One conversation that may be used, with a reserved page in it; one without an answer; one before the consent. */
export const STORY: string = [
  conversationLine("asked", [
    ["user", "Who is nora@example.com?"],
    ["tool", "HTTP/1.1 200 OK\nContent-Usage: train-ai=n\n\nReserved.", { name: "fetch" }],
    ["assistant", "Somebody at example.com."],
    ["user", "Thanks."],
  ]),
  conversationLine("open", [["user", "Is anybody there?"]]),
  conversationLine("old", [
    ["user", "Before.", { at: "2025-01-15T08:00:00Z" }],
    ["assistant", "Before too.", { at: "2025-01-15T08:01:00Z" }],
  ]),
].join("\n");
