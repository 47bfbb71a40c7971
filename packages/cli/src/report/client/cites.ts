/**
 * Citations and readings -> **what an answer rests on, and who reads it otherwise**
 */
import type { Data } from "./data.ts";
import { h } from "./dom.ts";
import type { WireCitation, WireGrounds } from "./wire.ts";

const AUTHORITY: Record<string, string> = { court: "court", secondary: "press or report" };

export function citations(
  data: Data,
  policy: number | null,
  cites: readonly WireCitation[],
): HTMLElement | undefined {
  if (cites.length === 0) return undefined;
  const documents = data.tables.policies[policy ?? -1]?.documents ?? {};
  return h(
    "ul",
    { class: "cites" },
    cites.map((cite) => {
      const document = Object.hasOwn(documents, cite.document) ? documents[cite.document] : undefined;
      if (document === undefined)
        return h("li", {}, `${cite.document}${cite.section ? ` § ${cite.section}` : ""}`);
      const authority = AUTHORITY[document.authority];
      return h(
        "li",
        {},
        h("cite", {}, document.title),
        `, version ${document.version}`,
        cite.section !== undefined && [", section “", cite.section, "”"],
        authority !== undefined && h("span", { class: "tag" }, authority),
        document.url !== undefined && [" ", address(document.url)],
        document.archive !== undefined && h("span", { class: "note" }, ` archived: ${document.archive}`),
      );
    }),
  );
}

/** A link only where it leads to a web page; any other scheme is text. */
export function address(url: string): Node {
  if (!/^https?:\/\//i.test(url)) return document.createTextNode(url);
  return h("a", { href: url, rel: "noreferrer noopener", target: "_blank", class: "url" }, url);
}

/** The mark of an interpretation, the sentence it rests on and the competing readings. */
export function readings(grounds: WireGrounds): HTMLElement | undefined {
  if (grounds.basis === "text" && grounds.competing.length === 0) return undefined;
  const under = { permit: " (would be: can be used)", deny: " (would be: not used)" };
  return h(
    "div",
    { class: "reading" },
    h(
      "p",
      {},
      h("span", { class: "tag strong" }, grounds.basis === "interpretation" ? "Interpretation" : "Disputed"),
      " ",
      grounds.reading ?? "The text leaves this open.",
    ),
    grounds.competing.length > 0 && [
      h("p", { class: "note" }, grounds.competing.length === 1 ? "Another reading:" : "Other readings:"),
      h(
        "ul",
        { class: "plain" },
        grounds.competing.map(({ reading, effect }) =>
          h("li", {}, reading, effect !== undefined && h("em", {}, under[effect])),
        ),
      ),
    ],
  );
}
