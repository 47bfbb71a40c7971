/** Letter -> HTML that loads nothing and runs nothing */
import type { Letter, Section } from "./letter.ts";

const QUOTE = "margin:4px 0 4px 12px;padding-left:8px;border-left:3px solid #999";

/** A whole page, as a mail carries it. */
export function letterPage(letter: Letter, unsubscribe?: string): string {
  const out =
    unsubscribe === undefined ? "" : `<p><a href="${escapeHtml(unsubscribe)}">Unsubscribe</a></p>\n`;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(letter.title)}</title></head>
<body style="font-family:sans-serif;max-width:46em">
<h1 style="font-size:1.2em">${escapeHtml(letter.title)}</h1>
${letterFragment(letter)}
${out}</body></html>
`;
}

/** Without title and frame, as an entry of a feed carries it. */
export function letterFragment({ facts, sections, because }: Letter): string {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th align="left" valign="top">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return [
    ...(rows.length === 0 ? [] : [`<table cellpadding="3">`, ...rows, "</table>"]),
    ...sections.map(sectionHtml),
    `<p><small>${escapeHtml(because)}</small></p>`,
  ].join("\n");
}

function sectionHtml({ heading, lines, quotes }: Section): string {
  return [
    `<h2 style="font-size:1em">${escapeHtml(heading)}</h2>`,
    ...lines.map((line) => `<p style="margin:2px 0">${escapeHtml(line)}</p>`),
    ...quotes.map(
      ({ label, text }) =>
        `<p style="margin:2px 0">${escapeHtml(label)}:</p><blockquote style="${QUOTE}">${escapeHtml(text)}</blockquote>`,
    ),
  ].join("\n");
}

/** For text and for values in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
