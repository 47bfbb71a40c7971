import { expect, it } from "vitest";
import { extract } from "../src/extract/extract.ts";
import type { Extracted } from "../src/extract/extracted.ts";
import { writtenPdf } from "./written-pdf.ts";

function look(bytes: Uint8Array, mediaType = "application/pdf"): Promise<Extracted> {
  return extract({ bytes, mediaType, url: "https://example.com/terms.pdf" });
}

const HEAD = { text: "Example Terms - confidential", y: 780 };

it("joins lines into paragraphs over line and page ends, and tells headings by their size", async () => {
  const found = await look(
    writtenPdf([
      [
        HEAD,
        { text: "Terms of Service", size: 20, y: 740 },
        { text: "You agree to these terms and may opt-", y: 700 },
        { text: "out of training in your account; the pro-", y: 688 },
        { text: "cessing of personal data goes on.", y: 676 },
        { text: "Liability", size: 14, y: 640 },
        { text: "We limit our liability under the governing law, and", y: 620 },
        { text: "Page 1", y: 20 },
      ],
      [HEAD, { text: "the consent you gave to processing stays.", y: 740 }, { text: "Page 2", y: 20 }],
      [
        HEAD,
        { text: "1.2 Third parties have no rights under these terms.", y: 740 },
        { text: "Page 3", y: 20 },
      ],
    ]),
  );
  expect(found.markdown.split("\n\n")).toEqual([
    "# Terms of Service",
    "You agree to these terms and may opt-out of training in your account; the processing of personal data goes on.",
    "## Liability",
    "We limit our liability under the governing law, and the consent you gave to processing stays.",
    "1.2 Third parties have no rights under these terms.",
  ]);
  expect(found.signals).toEqual([]);
  expect(found.recipe).toMatch(/^proviso-extract\/1 pdf unpdf@/);
});

it.each([
  ["encrypted-pdf", writtenPdf([[{ text: "hidden", y: 700 }]], true)],
  ["no-text-in-pdf", writtenPdf([[], []])],
  ["damaged-pdf", new TextEncoder().encode("%PDF-1.4\nnothing that follows")],
])("gives no text but %s", async (signal, bytes) => {
  const found = await look(bytes);
  expect(found.markdown).toBe("");
  expect(found.signals.map((one) => one.signal)).toEqual([signal]);
});

it("knows a PDF whatever the server calls it, and a viewer page sent as one", async () => {
  const pdf = writtenPdf([[{ text: "You agree to our terms, liability, consent and privacy.", y: 700 }]]);
  expect((await look(pdf, "application/octet-stream")).chosen).toBe("pdf");
  const viewer = new TextEncoder().encode("<!doctype html><html><body><embed src=x></body></html>");
  expect((await look(viewer)).signals.map(({ signal }) => signal)).toEqual(["empty-shell"]);
});
