/** Letters and digests: texts of others stay text, whatever stands in them. */
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { alertableId } from "../src/alert/alertable.ts";
import { digestOf } from "../src/alert/digest.ts";
import { changeLetter } from "../src/alert/letter/change-letter.ts";
import { healthLetter } from "../src/alert/letter/health-letter.ts";
import { letterBlocks } from "../src/alert/letter/letter-blocks.ts";
import { letterPage } from "../src/alert/letter/letter-html.ts";
import { letterText } from "../src/alert/letter/letter-text.ts";
import { plainLine } from "../src/alert/letter/plain.ts";
import { change, EXPOSURE, health, SEEN, termsChange } from "./alert-world.ts";

const DAY = 86_400_000;
const HOSTILE = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "<script>",
        "</td>",
        "&lt;",
        '"',
        "'",
        "\r\n",
        "]]>",
        "<img src=x onerror=1>",
        "\u202e",
        "\ud800",
        "a",
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join("")),
);

test("no text of others becomes markup, a line of its own, or is lost", () => {
  const found = termsChange();
  const elements = (html: string): number => parseHTML(html).document.querySelectorAll("*").length;
  const of = (text: string): string => {
    const [first] = found.changes;
    if (first?.after === undefined) return expect.fail("no change was found");
    const hostile = {
      ...found,
      document: { service: `S${text}`, type: "T" },
      summary: `S${text}`,
      changes: [{ ...first, why: `w${text}`, after: { ...first.after, quote: `q${text}` } }],
    };
    return letterPage(
      changeLetter(change({ change: hostile, exposures: [{ ...EXPOSURE, open: [`o${text}`] }] }), `b${text}`),
    );
  };
  const plain = elements(of(""));
  fc.assert(
    fc.property(HOSTILE, (text) => {
      const html = of(text);
      expect(elements(html)).toBe(plain);
      const quote = parseHTML(html).document.querySelectorAll("blockquote");
      expect(Array.from(quote).at(-1)?.textContent).toBe(plainLine(`q${text}`));
    }),
    { numRuns: 150 },
  );
});

test("a line of plain text is one line, with nothing that turns or hides it", () => {
  fc.assert(
    fc.property(HOSTILE, fc.integer({ min: 2, max: 80 }), (text, longest) => {
      const line = plainLine(text, longest);
      expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(line.length).toBeLessThanOrEqual(longest);
      expect(line.isWellFormed()).toBe(true);
    }),
  );
});

test("blocks hold no sign by which anybody is addressed", () => {
  fc.assert(
    fc.property(HOSTILE, (text) => {
      const letter = healthLetter(health({ reason: text, document: { service: text, type: text } }), text);
      expect(JSON.stringify(letterBlocks(letter))).not.toMatch(/[<>]/);
    }),
  );
});

test("a document that is not seen is said to be neither changed nor unchanged", () => {
  const text = letterText(healthLetter(health(), "r"));
  expect(text).toContain("Crow Chat/Terms of Service [EU]: not visible since 2026-03-04");
  expect(text).toContain("neither “changed” nor “unchanged” may be said of it");
  expect(text).toContain("Last seen well: 2026-03-03 09:30 UTC");
  const doubt = letterText(healthLetter(health({ signal: "encoding", lastSeen: undefined }), "r"));
  expect(doubt).toContain("in doubt since");
  expect(doubt).toContain("Last seen well: never");
});

test("a digest says that nothing changed, and what it cannot say", () => {
  const quiet = digestOf([], SEEN, SEEN + 7 * DAY);
  expect(quiet.subject).toContain("nothing changed");
  expect(quiet.text).toContain("No change was seen in the documents that this digest is about.");
  const blind = digestOf([health()], SEEN, SEEN + 7 * DAY, "https://example.org/stop");
  expect(blind.text).toContain("Of those listed below nothing can be said.");
  expect(blind.html).toContain('href="https://example.org/stop"');
});

test("a digest holds the changes of its days, the weightiest first", () => {
  const rated = (service: string, score: number, at: number) => {
    const found = termsChange(undefined, at);
    return change({
      change: {
        ...found,
        document: { service, type: "T" },
        summary: service,
        impact: { ...found.impact, score },
      },
    });
  };
  const all = [
    rated("Low", 3, SEEN),
    rated("High", 90, SEEN + DAY),
    rated("Past", 99, SEEN - 1),
    rated("Next", 99, SEEN + 7 * DAY),
  ];
  const { changes, text } = digestOf(all, SEEN, SEEN + 7 * DAY);
  expect(changes.map(({ change: one }) => one.document.service)).toEqual(["High", "Low"]);
  expect(text.indexOf("High")).toBeLessThan(text.indexOf("Low"));
});

test("an id names document, version and class, or document, signal and start", () => {
  const ids = [
    change(),
    change({ class: "return" }),
    change({ change: termsChange("# Other\n\nOther text.\n") }),
    health(),
    health({ signal: "dns" }),
    health({ since: SEEN + 1 }),
    health({ document: { service: "Crow Chat", type: "Terms of Service" } }),
  ].map(alertableId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(alertableId(change({ seq: 99, exposures: [] }))).toBe(ids[0]);
  expect(alertableId(health({ times: 9, reason: "else" }))).toBe(ids[3]);
});
