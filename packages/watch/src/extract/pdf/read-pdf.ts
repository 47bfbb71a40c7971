import { extractTextItems, getDocumentProxy } from "unpdf";
import type { HealthSignal, SignalName } from "../../health/signals.ts";
import type { Reading } from "../extracted.ts";
import { LIMITS } from "../limits.ts";
import { linesOf } from "./line.ts";
import { paragraphs } from "./paragraphs.ts";
import { withoutRunningHeads } from "./running-heads.ts";

/** Fewer words a page than this are stamps and page numbers on scanned pictures. */
const WORDS_A_PAGE = 5;

/** The text of a PDF; a locked, damaged or scanned one gives none and says so. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // The reader takes the bytes away from whoever hands them over.
    pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return nothing(isLocked ? "encrypted-pdf" : "damaged-pdf", reasonOf(error));
  }
  try {
    const { numPages } = pdf;
    if (numPages > LIMITS.pdfPages) {
      return nothing("too-large", `${numPages} pages, ${LIMITS.pdfPages} allowed`);
    }
    const { items } = await extractTextItems(pdf);
    const pages = withoutRunningHeads(items.map((page, at) => linesOf(page, at + 1)));
    const markdown = paragraphs(pages.flat());
    const words = markdown.match(/\S+/g)?.length ?? 0;
    if (words < WORDS_A_PAGE * numPages)
      return nothing("no-text-in-pdf", `${words} words on ${numPages} pages`);
    return { markdown, chosen: "pdf", title: await titleOf(pdf), votes: [], signals: [] };
  } catch (error) {
    return nothing("damaged-pdf", reasonOf(error));
  } finally {
    await pdf.destroy();
  }
}

async function titleOf(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string | undefined> {
  const info: object = (await pdf.getMetadata()).info;
  const title = "Title" in info && typeof info.Title === "string" ? info.Title.trim() : "";
  return title === "" ? undefined : title;
}

function nothing(signal: SignalName, reason: string): Reading {
  const signals: readonly HealthSignal[] = [{ signal, reason }];
  return { markdown: "", chosen: "none", title: undefined, votes: [], signals };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
