import { signalsOf } from "../health/look.ts";
import type { HealthSignal } from "../health/signals.ts";
import { decode } from "./decode.ts";
import type { Extracted, Page, Reading } from "./extracted.ts";
import { filtered } from "./filters/filtered.ts";
import { readHtml } from "./html/read-html.ts";
import { kindOf } from "./kind.ts";
import { languageOf } from "./language.ts";
import { LIMITS } from "./limits.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { recipeOf, type Way } from "./recipe.ts";
import type { ExtractRules } from "./rules.ts";

/** **Extracted** of a page, in this thread and without a limit of time. Use `extract` on pages of strangers. */
export async function read(page: Page): Promise<Extracted> {
  const rules = page.rules ?? {};
  const { way, reading } = await readingOf(page, rules);
  const { markdown, signals } = filtered(reading.markdown, rules.filters ?? []);
  const language = await languageOf(markdown);
  const extracted: Extracted = {
    markdown,
    recipe: recipeOf(way, rules),
    chosen: reading.chosen,
    title: reading.title,
    language,
    votes: reading.votes,
    signals: [...reading.signals, ...signals],
  };
  return { ...extracted, signals: [...extracted.signals, ...signalsOf(extracted, rules)] };
}

async function readingOf(
  { bytes, mediaType, url }: Page,
  rules: ExtractRules,
): Promise<{ readonly way: Way; readonly reading: Reading }> {
  const kind = kindOf(bytes, mediaType);
  const way: Way =
    kind === "html"
      ? (rules.select?.length ?? 0) > 0
        ? "declared"
        : "vote"
      : kind === "pdf"
        ? "pdf"
        : "text";
  const limit = {
    html: LIMITS.htmlBytes,
    text: LIMITS.textBytes,
    pdf: LIMITS.pdfBytes,
    unknown: LIMITS.textBytes,
  }[kind];
  if (bytes.byteLength > limit) {
    return {
      way,
      reading: nothing({ signal: "too-large", reason: `${bytes.byteLength} bytes, ${limit} allowed` }),
    };
  }
  if (kind === "unknown") {
    const reason = `\`${mediaType}\`, beginning with bytes that are not text`;
    return { way, reading: nothing({ signal: "not-text", reason }) };
  }
  if (kind === "pdf") return { way, reading: await readPdf(bytes) };
  const { text, signals } = decode(bytes, mediaType);
  if (kind === "html") {
    const reading = await readHtml(text, url, rules);
    return { way, reading: { ...reading, signals: [...signals, ...reading.signals] } };
  }
  const markdown = text.replace(/\r\n?/g, "\n").trim();
  return { way, reading: { markdown, chosen: "text", title: undefined, votes: [], signals } };
}

function nothing(signal: HealthSignal): Reading {
  return { markdown: "", chosen: "none", title: undefined, votes: [], signals: [signal] };
}
