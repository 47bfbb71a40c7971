import { expect, it } from "vitest";
import { combined } from "../src/extract/combined.ts";
import { extract } from "../src/extract/extract.ts";
import type { Extracted } from "../src/extract/extracted.ts";
import type { ExtractRules } from "../src/extract/rules.ts";

const CLAUSES = [
  "We may use your conversations to train our models unless you opt out in the settings of your account.",
  "Even if you opt out, we use conversations that were flagged for safety review or that you rated yourself.",
  "We keep personal data for thirty days after you delete it, and longer only where the law asks for it.",
  "These terms are governed by the law of the place where our company has its seat, without its conflict rules.",
  "Our liability is limited to the amount that you have paid for the service in the twelve months before.",
];

function terms(paragraphs = CLAUSES): string {
  return `<h1>Terms of Service</h1>${paragraphs.map((text, at) => `<h2>${at + 1}. Clause</h2><p>${text}</p>`).join("")}`;
}

function page(main: string, around = ""): string {
  return `<!doctype html><html lang="en"><head><title> Terms \n of Example </title></head><body>
    <nav><a href="/a">Products</a> <a href="/b">Pricing</a></nav>${around}<main>${main}</main>
    <footer><a href="/imprint">Imprint</a></footer></body></html>`;
}

function look(html: string | Uint8Array, rules?: ExtractRules, mediaType = "text/html"): Promise<Extracted> {
  const bytes = typeof html === "string" ? new TextEncoder().encode(html) : html;
  return extract({ bytes, mediaType, url: "https://example.com/legal/terms", rules });
}

const names = (extracted: Extracted): readonly string[] => extracted.signals.map(({ signal }) => signal);

it("takes the document and leaves the page around it", async () => {
  const found = await look(page(terms()));
  for (const clause of CLAUSES) expect(found.markdown).toContain(clause);
  expect(found.markdown).not.toMatch(/Pricing|Imprint/);
  expect(found).toMatchObject({ title: "Terms of Example", language: "en", signals: [] });
  expect(found.votes.map(({ extractor }) => extractor)).toEqual(["defuddle", "readability", "main"]);
});

it("keeps links absolute, tables with several blocks in a cell, struck text and folded sections", async () => {
  const table = `<table><tr><th>Data</th><th>Kept for</th></tr><tr><td><h4>Prompts</h4><ul><li>text</li><li>files</li></ul></td>
    <td>30 | 60 days</td></tr></table>`;
  const folded = `<div style="display:none">${CLAUSES.join(" ")}</div><div hidden>Copied!</div>`;
  const { markdown } = await look(
    page(`<div id=doc><a href="../privacy?x=1">Privacy</a> <a href="javascript:go()">here</a> <del>old</del>${table}${folded}
      <script>secret()</script></div>`),
    { select: ["#doc"] },
  );
  expect(markdown).toContain("[Privacy](https://example.com/privacy?x=1)");
  expect(markdown).toContain("| Data | Kept for |\n| --- | --- |\n| Prompts text files | 30 \\| 60 days |");
  expect(markdown).toContain("~~old~~");
  expect(markdown).toContain(CLAUSES[2]);
  expect(markdown).not.toMatch(/secret|Copied|javascript/);
});

it("takes what is declared, in the order declared, and nothing in its place if it is gone", async () => {
  const html = page(`<div id=a>${CLAUSES[0]}<b class=x>(new)</b></div><div id=b>${CLAUSES[1]}</div>`);
  const both = await look(html, { select: ["#b", "#a"], remove: [".x"] });
  expect(both.markdown).toBe(`${CLAUSES[1]}\n\n${CLAUSES[0]}`);
  expect(both.chosen).toBe("declared");
  const gone = await look(html, { select: ["#c"] });
  expect(gone.markdown).toBe("");
  expect(gone.signals).toEqual([{ signal: "selector-matches-nothing", reason: "`#c` is not on the page" }]);
  const wrong = await look(html, { select: ["#a", "p["] });
  expect(wrong.signals[0]?.signal).toBe("selector-matches-nothing");
  expect(wrong.signals[0]?.reason).toMatch(/^`p\[` is not a CSS selector: ./);
});

it("reads ranges, whose end is the first match after the start", async () => {
  const html = page(
    "<h2>x</h2><p>before</p><h2 id=s>Start</h2><p>one</p><div><p>two</p><h2>End</h2></div><p>after</p>",
  );
  const from = async (rules: ExtractRules): Promise<string> => (await look(html, rules)).markdown;
  expect(await from({ select: [{ startBefore: "#s", endBefore: "h2" }] })).toBe("## Start\n\none\n\ntwo");
  expect(await from({ select: [{ startAfter: "#s", endAfter: "h2" }] })).toBe("one\n\ntwo\n\n## End");
  expect(
    await from({ select: ["main"], remove: [{ startBefore: "#s", endBefore: "main p:last-child" }] }),
  ).toBe("## x\n\nbefore\n\nafter");
  expect(await from({ select: [{ startAfter: "#s", endAfter: "#none" }] })).toBe("");
});

it("says that extractors disagree, and then takes the one that holds the text", async () => {
  const lists = Array.from(
    { length: 40 },
    (_, at) => `<div class="share promo">${CLAUSES[at % 5]} Number ${at}.</div>`,
  );
  const found = await look(
    page(`<article><p>${CLAUSES.join("</p><p>")}</p></article><section>${lists.join("")}</section>`),
  );
  expect(found.markdown).toContain("Number 39.");
  expect(names(found)).toContain("extractors-disagree");
});

it.each([
  [
    "index-page",
    page(
      Array.from(
        { length: 9 },
        (_, at) => `<p><a href="/${at}">Terms for product ${at} and others</a></p>`,
      ).join(""),
    ),
  ],
  ["empty-shell", "<html><body><div id=root></div></body></html>"],
  ["needs-javascript", page("<p>Please enable JavaScript to view this page.</p>")],
  ["sign-in", page("<h1>Welcome</h1><p>Please sign in with your e-mail. Forgot your password?</p>")],
  ["error-page", page("<h1>Page not found</h1><p>The page you are looking for does not exist.</p>")],
  ["cookie-wall", page("<p>We use cookies to make this better for everybody. Accept all cookies?</p>")],
  [
    "not-terms",
    page(
      `<p>${"Our cat sat on the mat and looked at the moon over the quiet village green. ".repeat(20)}</p>`,
    ),
  ],
])("sees %s", async (signal, html) => {
  expect(names(await look(html))).toContain(signal);
});

it("sees another language and a second document", async () => {
  const french =
    "Nous utilisons vos données personnelles pour entraîner nos modèles, sauf si vous vous y opposez. ";
  const found = await look(page(`<h1>Conditions</h1><p>${french.repeat(12)}</p>`), { language: "en" });
  expect(names(found)).toContain("language-flip");
  expect(found.language).toBe("fr");
  const long = CLAUSES.join(" ").concat(" ").repeat(4);
  const two = await look(
    page(`<h1>Terms of Service</h1><p>${long}</p><h1>Privacy Policy</h1><p>${long}</p>`),
    {
      select: ["main"],
    },
  );
  expect(names(two)).toEqual(["several-documents"]);
});

it("reads encodings by mark, media type, meta and by trying", async () => {
  const text = "Die Verträge über personenbezogene Daten gelten für alle Geräte. ".repeat(6);
  const html = (head: string): string =>
    `<html><head>${head}</head><body><main><p>${text}</p></main></body></html>`;
  const latin1 = (head = ""): Uint8Array => Uint8Array.from(html(head), (letter) => letter.charCodeAt(0));
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(new Uint16Array(Array.from(html(""), (x) => x.charCodeAt(0))).buffer),
  ]);
  for (const found of [
    await look(latin1(), undefined, "text/html; charset=ISO-8859-1"),
    await look(latin1('<meta charset="windows-1252">')),
    await look(utf16),
    await look(html("")),
  ]) {
    expect(found.markdown).toContain("Verträge über");
    expect(names(found)).not.toContain("encoding");
  }
  const guessed = await look(latin1());
  expect(guessed.markdown).toContain("Verträge über");
  expect(names(guessed)).toContain("encoding");
  expect(names(await look(latin1(), undefined, "text/html; charset=utf-8"))).toContain("encoding");
});

it("passes Markdown and plain text through, and refuses bytes", async () => {
  const text = `# Terms\r\n\r\n${CLAUSES.join("\r\n")}`;
  expect((await look(text, undefined, "text/plain")).markdown).toBe(text.replaceAll("\r\n", "\n"));
  expect(names(await look(new Uint8Array([1, 2, 3, 4]), undefined, "application/octet-stream"))).toEqual([
    "not-text",
  ]);
});

it("names libraries and rules in the recipe, and nothing else", async () => {
  const recipe = async (rules?: ExtractRules, html = page(terms())): Promise<string> =>
    (await look(html, rules)).recipe;
  expect(await recipe()).toMatch(
    /^proviso-extract\/1 vote linkedom@\d[\w.]* defuddle@\d[\w.]* .* rules=[0-9a-f]{12}$/,
  );
  expect(await recipe()).toBe(await recipe({ select: [] }, page("<p>another</p>")));
  expect(await recipe({ select: ["main"] })).not.toBe(await recipe({ select: ["body"] }));
  expect(await recipe({ select: ["main"], language: "en" })).toBe(
    await recipe({ language: "de", select: ["main"] }),
  );
});

it("puts several pages together, or none of them if one was not seen", async () => {
  const one = await look(page(terms()), { select: ["main"] });
  const other = await look(page(`<h1>Annex</h1><p>${CLAUSES.join(" ")}</p>`), { select: ["main"] });
  const both = combined([one, other]);
  expect(both.markdown).toBe(`${one.markdown}\n\n${other.markdown}`);
  const half = combined([one, await look("<html><body></body></html>")]);
  expect(half.markdown).toBe("");
  expect(names(half)).toEqual(["empty-shell", "part-missing"]);
});
