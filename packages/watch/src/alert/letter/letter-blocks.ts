/**
 * Letter -> blocks, in the JSON that Slack's incoming webhooks take
 *
 * Texts of others stand in plain blocks, in which nothing is markup and nobody is addressed. Limits of the
 * form: 50 blocks, 150 characters in a header, 3,000 in a section.
 */
import type { Letter } from "./letter.ts";

const MOST_BLOCKS = 50;
const LONGEST_HEADER = 150;
const LONGEST_SECTION = 3_000;

interface PlainText {
  readonly type: "plain_text";
  readonly text: string;
  readonly emoji: false;
}

export type Block =
  | { readonly type: "header" | "section"; readonly text: PlainText }
  | { readonly type: "context"; readonly elements: readonly PlainText[] };

export interface Blocks {
  /** What a notification shows. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export function letterBlocks({ title, facts, sections, because }: Letter): Blocks {
  const shown = sections.map(({ heading, lines, quotes }) =>
    [heading, ...lines, ...quotes.map(({ label, text }) => `${label}: “${text}”`)].join("\n"),
  );
  // Header, facts and reason stand in any case, and a line for what has no room.
  const room = MOST_BLOCKS - 4;
  const left = shown.length - room;
  const texts = [
    facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
    ...shown.slice(0, room),
    ...(left > 0 ? [`${left} more`] : []),
  ].filter((text) => text !== "");
  return {
    text: escaped(title, LONGEST_SECTION),
    blocks: [
      { type: "header", text: plain(title, LONGEST_HEADER) },
      ...texts.map((text): Block => ({ type: "section", text: plain(text, LONGEST_SECTION) })),
      { type: "context", elements: [plain(because, LONGEST_SECTION)] },
    ],
  };
}

function plain(text: string, longest: number): PlainText {
  return { type: "plain_text", text: escaped(text, longest), emoji: false };
}

/** The three signs by which a text could address somebody or be a link. Cut where no sign is halved. */
function escaped(text: string, longest: number): string {
  let cut = "";
  for (const sign of text) {
    const next = sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : sign;
    if (cut.length + next.length > longest - 1) return `${cut}…`;
    cut += next;
  }
  return cut;
}
