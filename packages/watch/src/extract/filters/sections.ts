import { eachLabel } from "../link.ts";

const HEADING = /^(#{1,6})\s+(\S.*)$/;
const NUMBER = /^(?:(?:section|article|§)\s*)?[\divxlc]{1,6}(?:\.\d{1,3})*[.):]?\s+/;

interface Found {
  readonly line: number;
  readonly level: number;
}

/** From the heading to the next one of its level or above; undefined if there is no such heading. */
export function keepSection(markdown: string, heading: string): string | undefined {
  const lines = markdown.split("\n");
  const start = findHeading(lines, heading);
  if (start === undefined) return undefined;
  const after = lines.slice(start.line + 1);
  const length = after.findIndex((line) => levelOf(line) <= start.level);
  return [lines[start.line] ?? "", ...(length === -1 ? after : after.slice(0, length))].join("\n").trim();
}

export function startAtHeading(markdown: string, heading: string): string | undefined {
  const lines = markdown.split("\n");
  const start = findHeading(lines, heading);
  return start === undefined ? undefined : lines.slice(start.line).join("\n").trim();
}

export function endAtHeading(markdown: string, heading: string): string | undefined {
  const lines = markdown.split("\n");
  const end = findHeading(lines, heading);
  return end === undefined ? undefined : lines.slice(0, end.line).join("\n").trim();
}

function findHeading(lines: readonly string[], heading: string): Found | undefined {
  const wanted = plain(heading);
  const line = lines.findIndex((one) => {
    const text = HEADING.exec(one)?.[2];
    return text !== undefined && (plain(text) === wanted || plain(text).replace(NUMBER, "") === wanted);
  });
  return line === -1 ? undefined : { line, level: levelOf(lines[line] ?? "") };
}

/** 1 to 6 for a heading; beyond every level for other lines. */
function levelOf(line: string): number {
  return HEADING.exec(line)?.[1]?.length ?? Number.POSITIVE_INFINITY;
}

/** As a reader sees it: no markup, one case, single spaces. */
function plain(text: string): string {
  return eachLabel(text, (label) => label)
    .replace(/[*_`\\]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
