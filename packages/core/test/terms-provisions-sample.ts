/** A made-up policy and its terms, for the tests of stale rules and drafts. */
import type { Version } from "../src/terms/document.ts";
import { fingerprintOf, textAt } from "../src/terms/rules/clauses.ts";

export const BEFORE = `# Terms of the Plant Shop

## 1. Your chats

We never use your chats to train models.

## 2. Keeping

We delete chats within 30 days after you delete them.

## 3. Feedback

If you rate an answer, we keep the rated chat for one year.

## 4. Old corner

Stamps that you have collected stay valid in every branch.
`;

/** Training is new, the period is longer, feedback moved, and the old corner is gone. */
export const AFTER = `# Terms of the Plant Shop

Last updated 1 March 2026. In force from 1 April 2026.

## 1. Your chats

We use your chats to train models unless you opt out.

## 2. Keeping

We delete chats within 5 years after you delete them.

## 5. What you send us

If you rate an answer, we keep the rated chat for one year.
`;

export function versionOf(text: string, id: string, at: string): Version {
  return { id, at: Date.parse(at), text, isUpgrade: false };
}

export const BEFORE_VERSION: Version = versionOf(BEFORE, "v1", "2025-06-01T00:00:00Z");
export const AFTER_VERSION: Version = versionOf(AFTER, "v2", "2026-03-02T09:00:00Z");

const SECTIONS = ["1. Your chats", "2. Keeping", "3. Feedback", "4. Old corner"];

export const POLICY = `# The first text we read.
policy: plants/chat
version: 2025-06-01
title: Chats of the plant shop
product: plants/chat
documents:
  terms:
    title: Terms of the plant shop
    version: 2025-06-01
    fingerprints:
${SECTIONS.map((section) => `      "${section}": ${fingerprintOf(textAt(BEFORE, section) ?? "")}`).join("\n")}
  help: { title: Help page, version: 2025 }
purposes: [train-general]
rules:
  # Absolute in the text.
  - id: no-training
    deny: [train-general]
    cite: ["terms#1. Your chats"]
clocks:
  - id: deleted
    copy: back-end
    atMost: 30d # as promised
    from: conversation.deletedAt
    cite: ["terms#2. Keeping"]
  - { id: rated, copy: feedback, atMost: 1y, from: feedback.at, cite: ["terms#3. Feedback"] }
  - { id: stamps, copy: stamps, bound: indefinite, cite: ["terms#4. Old corner"] }
  - { id: helped, copy: help, bound: unstated, cite: [help] }
`;
