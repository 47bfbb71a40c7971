/**
 * Script + styles -> **the page's frame** -> writeReport
 *
 * One file with no network at all: the policy below allows this one script and this one style
 * sheet by their hashes, no connection, no frame, no form, and no text that becomes code.
 */
import { createHash } from "node:crypto";
import { clientBundle } from "./client-bundle.ts";
import { escapeHtml } from "./escape.ts";
import { styleSheet } from "./style/style-sheet.ts";

export interface Frame {
  /** Up to where the data goes. */
  readonly before: string;
  /** From after the data to the end. */
  readonly after: string;
}

export function pageFrame(title: string): Frame {
  const script = `\n${clientBundle()}`;
  const style = `\n${styleSheet()}`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const before = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="app"><p class="loading" role="status">Reading the report…</p></div>
`;
  return { before, after: `<script>${script}</script>\n</body>\n</html>\n` };
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
