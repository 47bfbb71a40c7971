/** Version -> **Measure** -> judged: all that judging needs to know of one text. */
import { sha256 } from "../../wasm/sha256.ts";
import type { Version } from "../document.ts";
import { canonicalOfLines } from "./canonical.ts";
import { SHELL_PHRASES } from "./data/page-words.ts";
import { LEGAL_LINK_WORDS } from "./data/words.ts";
import { furnished } from "./furniture.ts";
import { type GoodText, MAX_LINES } from "./state.ts";
import { type VisibleLine, visibleLines } from "./visible.ts";

export interface Measure extends GoodText {
  /** Words that stand outside of links, about. */
  readonly prose: number;
  /** What a page says that stands in a document's place, if it is short enough to be one. */
  readonly shellPhrase: string | undefined;
}

/** Pages in a document's place say little; a document may quote such a phrase. */
const MAX_SHELL_WORDS = 200;
const MAX_SHELL_LINE = 2000;
const MAX_LINK = 200;
/** Of one script if this share of the letters is. */
const MOSTLY = 0.8;
/** Below, there is too little to tell a script by. */
const MIN_LETTERS = 200;
const SCHEME = /^<?(?:https?:)?\/\/(?:www\.)?/;
const TOKENS = /[0-9a-f]{8}-[0-9a-f-]{20,40}|[0-9a-f]{16,128}/g;

const encoder = new TextEncoder();

export function measureOf(version: Version): Measure {
  const lines = visibleLines(version.text);
  const all = canonicalOfLines(lines);
  const page = furnished(lines);
  const whole = hashOf(all.text);
  const linked = lines.reduce((sum, line) => sum + line.linked, 0);
  const shown = lines.reduce((sum, line) => sum + line.text.length, 0);
  const share = shown === 0 ? 0 : Math.min(1, linked / shown);
  return {
    id: version.id,
    at: version.at,
    whole,
    content: page.furniture.length === 0 ? whole : hashOf(canonicalOfLines(page.lines).text),
    words: all.words,
    prose: Math.round(all.words * (1 - share)),
    linked: share,
    language: version.language,
    script: scriptOf(all.latin, all.letters),
    furniture: page.furniture.slice(0, MAX_LINES),
    links: legalLinks(lines),
    shellPhrase: all.words > MAX_SHELL_WORDS ? undefined : phraseIn(lines),
  };
}

/** The first 128 bits of SHA-256, in hexadecimal. */
function hashOf(text: string): string {
  let hex = "";
  for (const byte of sha256(encoder.encode(text)).subarray(0, 16)) hex += byte.toString(16).padStart(2, "0");
  return hex;
}

function scriptOf(latin: number, letters: number): "latin" | "other" | undefined {
  if (letters < MIN_LETTERS) return undefined;
  if (latin >= MOSTLY * letters) return "latin";
  return letters - latin >= MOSTLY * letters ? "other" : undefined;
}

function phraseIn(lines: readonly VisibleLine[]): string | undefined {
  const text = lines
    .slice(0, MAX_SHELL_WORDS)
    .map((line) => line.text.slice(0, MAX_SHELL_LINE))
    .join(" ");
  return SHELL_PHRASES.find((phrase) => text.includes(phrase));
}

function legalLinks(lines: readonly VisibleLine[]): string[] {
  const links = new Set<string>();
  for (const { targets } of lines) {
    for (const target of targets) {
      if (links.size >= MAX_LINES) return [...links].sort();
      const path = addressOf(target);
      if (LEGAL_LINK_WORDS.some((word) => path.includes(word))) links.add(path);
    }
  }
  return [...links].sort();
}

/** Host and path, without a title, a query, a fragment, and tokens in the path. */
function addressOf(target: string): string {
  const end = target.search(/[\s?#>]/);
  return (end < 0 ? target : target.slice(0, end))
    .slice(0, MAX_LINK)
    .replace(SCHEME, "")
    .replace(TOKENS, "…")
    .replace(/\/$/, "");
}
