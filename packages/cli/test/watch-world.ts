/** A vendor of our own: terms on a site of this machine, a pack that rests on them, and some chats. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprintAt } from "./watch-fingerprint.ts";

export const KEEPING = "3. Keeping";

const SECTIONS = [
  [
    "1. Who",
    "These terms are an agreement between you and us. By using the services you agree to them, and to our privacy policy for personal data.",
  ],
  ["2. Training", "We do not use your conversations to train our models."],
  [KEEPING, "We keep your conversations for 30 days, and then they are deleted from our servers."],
  ["4. Changes", "We tell you of changes of these terms by e-mail at least 30 days before they take effect."],
  [
    "5. Law",
    "The law of the country in which you live applies. Our liability is limited as far as that law permits, without prejudice to your rights.",
  ],
] as const;

export const TRAINING_NOW =
  "We may use your conversations to train our models unless you opt out in your settings. Even if you opt out, we will use your conversations to train our models when you give us feedback on them.";
export const KEEPING_NOW =
  "We keep your conversations for 5 years, and then they are deleted from our servers.";

/** @param replaced text of a section by its number @param id what a page has anew at each visit */
export function termsHtml(
  replaced: Readonly<Record<number, string>> = {},
  dated = "1 January 2026",
  id = "1",
): string {
  const sections = SECTIONS.map(
    ([heading, text], index) => `<h2>${heading}</h2>\n<p>${replaced[index + 1] ?? text}</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>Terms of Example</title></head><body><main><h1>Terms of Example</h1>
<p>Last updated: ${dated}</p>
${sections.join("\n")}
<p><a href="/contact/${id}">Write to us</a></p></main></body></html>`;
}

/** @returns the folder of packs */
export function writePack(folder: string, url: string): string {
  const packs = join(folder, "packs");
  mkdirSync(join(packs, "example", "consumer"), { recursive: true });
  writeFileSync(
    join(packs, "example", "pack.yaml"),
    "vendor: example\nproducts:\n  - { product: example/chat, title: Example, formats: [proviso] }\n",
  );
  writeFileSync(
    join(packs, "example", "terms.yaml"),
    `- { service: Example, type: Terms of Service, url: "${url}", select: main }\n`,
  );
  const keeping = fingerprintAt(`${KEEPING}\n${SECTIONS[2][1]}`);
  writeFileSync(
    join(packs, "example", "consumer", "2026-01-01.yaml"),
    `policy: example/consumer
version: 2026-01-01
title: Example
product: example/chat
documents:
  terms:
    title: Terms of Example
    version: 2026-01-01
    url: ${url}
    fingerprints:
      "Terms of Example > ${KEEPING}": ${keeping}
purposes: [train-general]
rules:
  - { id: default, deny: [train-general], reason: DEFAULT_OFF, cite: ["terms#Terms of Example > 2. Training"] }
clocks:
  - { copy: back-end, atMost: 30d, from: conversation.createdAt, cite: ["terms#Terms of Example > ${KEEPING}"] }
`,
  );
  return packs;
}

/** @returns the file */
export function writeChats(folder: string): string {
  const file = join(folder, "chats.jsonl");
  const chats = ["c-1", "c-2", "c-3"].map((id) => ({
    id,
    account: "a-1",
    title: `Chat ${id}`,
    surface: "chat",
    mode: "ordinary",
    createdAt: "2026-02-01T09:00:00Z",
    updatedAt: "2026-02-01T09:10:00Z",
    items: [
      {
        id: "i1",
        role: "user",
        source: "user",
        at: "2026-02-01T09:00:00Z",
        text: "How long do tomatoes need?",
      },
    ],
  }));
  writeFileSync(file, chats.map((chat) => `${JSON.stringify(chat)}\n`).join(""));
  return file;
}
