/**
 * Style sheet x script x body -> **a page** that allows these two by their hashes and no network at all
 */
import { createHash } from "node:crypto";
import { escapeHtml } from "./escape.ts";

export interface PageParts {
  readonly title: string;
  readonly style: string;
  /** A classic script, which MUST NOT hold the end of its element. */
  readonly script: string;
  readonly body: string;
}

export function strictPage({ title, style, script, body }: PageParts): string {
  const [css, js] = [`\n${style}`, `\n${script}`];
  const policy = [
    "default-src 'none'",
    `script-src ${hash(js)}`,
    `style-src ${hash(css)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
${body}<script>${js}</script>
</body>
</html>
`;
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
