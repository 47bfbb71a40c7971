import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declarationAt } from "../src/declare/declaration-at.ts";
import { declarationJsonSchema } from "../src/declare/declaration-form.ts";
import { parseDeclaration, readDeclaration } from "../src/declare/parse-declaration.ts";

const OWN = `service: Example AI
type: Privacy Policy
region: EU
vendor: Example Inc
language: en
select: main
remove: [nav, { startBefore: "#related", endBefore: footer }]
filters:
  - removeTrackingIds
  - removeQueryParams: [ref]
  - dropLines: { startsWith: Last visited }
  - startAtHeading: Privacy
sources:
  - url: https://example.com/privacy
  - url: https://example.com/privacy/annex.pdf
    select: []
    filters: []
    proxy: eu
history:
  - validUntil: 2025-06-01
    url: https://example.com/old
    select: .content
`;

describe("our own form", () => {
  it("is read with everything that may stand in it", () => {
    const { declarations, notes } = parseDeclaration(OWN, "privacy.yaml");
    expect(notes).toEqual([]);
    const common = { unknownFilters: [], executeClientScripts: false, headers: { "accept-language": "en" } };
    expect(declarations).toEqual([
      {
        document: { service: "Example AI", type: "Privacy Policy", region: "EU" },
        vendor: "Example Inc",
        language: "en",
        sources: [
          {
            url: "https://example.com/privacy",
            select: ["main"],
            remove: ["nav", { startBefore: "#related", endBefore: "footer" }],
            filters: [
              { name: "removeTrackingIds" },
              { name: "removeQueryParams", params: ["ref"] },
              { name: "dropLines", startsWith: ["Last visited"] },
              { name: "startAtHeading", heading: "Privacy" },
            ],
            ...common,
          },
          {
            url: "https://example.com/privacy/annex.pdf",
            select: [],
            remove: ["nav", { startBefore: "#related", endBefore: "footer" }],
            filters: [],
            proxy: "eu",
            ...common,
          },
        ],
        history: [
          {
            validUntil: Date.UTC(2025, 5, 1, 23, 59, 59, 999),
            sources: [
              { url: "https://example.com/old", select: [".content"], remove: [], filters: [], ...common },
            ],
          },
        ],
      },
    ]);
  });

  it("may be a list", () => {
    const list =
      "- { service: A, type: Terms, url: 'https://a.example/' }\n- { service: B, type: Terms, url: 'https://b.example/' }";
    const { declarations } = parseDeclaration(list, "all.yaml");
    expect(declarations.map(({ document }) => document.service)).toEqual(["A", "B"]);
  });

  it("has a schema for editors", () => {
    expect(JSON.stringify(declarationJsonSchema())).toContain('"validUntil"');
  });
});

describe("what is wrong", () => {
  const start = "service: A\ntype: Terms\nurl: https://a.example/\n";
  it.each([
    ["", 0, undefined, "the declaration is empty", ""],
    [
      "service: A\ntype: Terms\nurl: ftp://a.example/",
      3,
      "url",
      "neither `https:` nor `http:`",
      "https://example.com",
    ],
    ["service: A\ntype: Terms\nurl: https://u:p@a.example/", 3, "url", "no user name", "before `@`"],
    ["service: A\ntype: Terms", 1, "url", "`url` is missing", "`sources`"],
    [
      "servce: A\ntype: Terms\nurl: https://a.example/",
      1,
      "servce",
      "unknown field `servce`",
      "did you mean `service`?",
    ],
    [`${start}selct: main`, 4, "selct", "unknown field `selct`", "did you mean `select`?"],
    [`${start}select: "div[role=main"`, 4, "select", "is no CSS selector", "bracket"],
    [
      `${start}remove:\n  - nav\n  - startBefore: "::::"\n    endBefore: b`,
      6,
      "remove[1].startBefore",
      "is no CSS",
      "",
    ],
    [`${start}remove:\n  - { startBefore: a }`, 5, "remove[0]", "a range has one end", "`endAfter`"],
    [
      `${start}filters:\n  - removeTrackingId`,
      5,
      "filters[0]",
      "no filter `removeTrackingId`",
      "`removeTrackingIds`",
    ],
    [`${start}filters:\n  - keepSection`, 5, "filters[0]", "is given one heading", "keepSection: Heading"],
    [`${start}filters:\n  - dropLines: { begins: a }`, 5, "filters[0]", "has no `begins`", "`startsWith`"],
    [`${start}executeClientScripts: "yes"`, 4, "executeClientScripts", "is `true` or `false`", ""],
    [`${start}headers: { User-Agent: Mozilla }`, 4, "headers.User-Agent", "set by the fetch itself", "leave"],
    [`${start}language: English`, 4, "language", "no code of a language", "`en`"],
    [
      `${start}history:\n  - validUntil: 2025-02-30\n    url: https://a.example/`,
      5,
      "history[0].validUntil",
      "is no date",
      "2025-08-29",
    ],
    ["service: ../up\ntype: Terms\nurl: https://a.example/", 1, "service", "cannot be a name", ""],
    [`${start}sources:\n  - url: https://b.example/`, 3, "url", "exclude each other", "`sources`"],
    ["- service: A\n  type: [", 2, undefined, "", ""],
    [
      `- { service: A, type: T, url: "https://a.example" }\n- { service: A, type: T, url: "https://b.example" }`,
      2,
      "[1]",
      "declared twice",
      "entry 1",
    ],
    ['{"name": "A", "trms": {}}', 1, undefined, "`terms` is missing", "did you mean `terms`?"],
    [
      '{"name": "A",\n "terms": {"T": {\n  "select": "main"}}}',
      2,
      "terms.T.fetch",
      "`fetch` is missing",
      "`combine`",
    ],
    ["[]", 1, undefined, "the list of declarations is empty", ""],
    ["just text", 1, undefined, "a declaration is a group of fields", ""],
  ])("%j is told with line %i", (text, line, field, message, hint) => {
    const { declarations, errors } = readDeclaration(text, "d.yaml");
    expect(declarations).toEqual([]);
    const [first] = errors;
    expect(first?.message).toContain(message);
    expect(first?.place).toMatchObject(line === 0 ? { file: "d.yaml" } : { file: "d.yaml", line });
    expect(first?.place.field).toBe(field);
    expect(first?.hint ?? "").toContain(hint);
    expect(() => parseDeclaration(text, "d.yaml")).toThrow(first?.message);
  });

  it("is an error of ours for any text at all", () => {
    const piece = fc.constantFrom(
      "service",
      ": ",
      "\n",
      "- ",
      "  ",
      "[",
      "]",
      "{",
      "}",
      "A",
      '"',
      "terms",
      "&a ",
      "*a",
      "url",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { declarations, errors } = readDeclaration(pieces.join(""), "d.yaml");
        expect(declarations.length > 0).toBe(errors.length === 0);
      }),
    );
  });
});

describe("a service file of Open Terms Archive", () => {
  const SERVICE = JSON.stringify({
    name: "Example & Sons",
    terms: {
      "Terms of Service": {
        fetch: "https://example.com/terms",
        select: "main",
        remove: [".ads", { startAfter: "h2", endAfter: "hr" }],
        filter: ["removeHelpButtons", { removeQueryParams: ["utm_source"] }],
        executeClientScripts: true,
        owner: "somebody",
      },
      "Community Guidelines": {
        select: "article",
        combine: [{ fetch: "https://example.com/1" }, { fetch: "https://example.com/2", select: ["div[a"] }],
      },
    },
  });
  const HISTORY = JSON.stringify({
    "Terms of Service": [
      { fetch: "https://example.com/b", select: "b", validUntil: "2022-08-12T10:33:23+04:00" },
      { fetch: "https://example.com/a", select: "a", validUntil: "2022-01-13T10:36:04+01:00" },
      { fetch: "https://example.com/c", select: "c", validUntil: "to-be-determined" },
    ],
  });
  const history = { text: HISTORY, file: "Example.history.json" };

  it("is read as it is, and says what it will not do", () => {
    const { declarations, notes } = parseDeclaration(SERVICE, "declarations/Example.json", history);
    expect(declarations.map(({ document }) => document)).toEqual([
      { service: "Example", type: "Terms of Service" },
      { service: "Example", type: "Community Guidelines" },
    ]);
    const [terms, guidelines] = declarations;
    expect(terms?.vendor).toBe("Example & Sons");
    expect(terms?.sources).toEqual([
      {
        url: "https://example.com/terms",
        select: ["main"],
        remove: [".ads", { startAfter: "h2", endAfter: "hr" }],
        filters: [{ name: "removeQueryParams", params: ["utm_source"] }],
        unknownFilters: ["removeHelpButtons"],
        executeClientScripts: true,
        headers: {},
      },
    ]);
    expect(guidelines?.sources.map(({ url, select }) => [url, select])).toEqual([
      ["https://example.com/1", ["article"]],
      ["https://example.com/2", ["div[a"]],
    ]);
    expect(notes.map(({ place, message }) => [place.file, place.field, message])).toEqual([
      ["declarations/Example.json", "terms.Terms of Service.owner", "`owner` is not read"],
      [
        "declarations/Example.json",
        "terms.Terms of Service.filter[0]",
        "the filter `removeHelpButtons` is program code that is not here: it is not applied",
      ],
      [
        "declarations/Example.json",
        "terms.Community Guidelines.combine[1].select[0]",
        "`div[a` is no CSS selector: it will find nothing",
      ],
      [
        "Example.history.json",
        "Terms of Service[2].validUntil",
        "`to-be-determined` is no date: this recipe of the past is left out",
      ],
    ]);
  });

  it("may call its terms documents", () => {
    const old = SERVICE.replace('"terms"', '"documents"');
    expect(parseDeclaration(old, "Example.json").declarations).toHaveLength(2);
  });

  it.each([
    ["2021-12-31T00:00:00Z", "https://example.com/a"],
    ["2022-01-13T09:36:04Z", "https://example.com/a"],
    ["2022-01-13T09:36:05Z", "https://example.com/b"],
    ["2022-08-12T06:33:24Z", "https://example.com/terms"],
  ])("has at %s the recipe of that day", (instant, url) => {
    const [terms] = parseDeclaration(SERVICE, "Example.json", history).declarations;
    expect(terms && declarationAt(terms, Date.parse(instant))[0]?.url).toBe(url);
  });
});
