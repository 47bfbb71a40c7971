/** The form of our own declarations: read by the parser, and the source of the JSON Schema for editors. */
import * as z from "zod";
import { address, headerFault, instant, language, name, region } from "./fields.ts";
import { filterForm, readFilter } from "./filter-form.ts";
import { selectors } from "./selector-form.ts";

const filters = z
  .array(filterForm)
  .check((payload) => {
    for (const [index, file] of payload.value.entries()) {
      const read = readFilter(file);
      if (read.is === "filter") continue;
      const message = read.is === "wrong" ? read.message : `there is no filter \`${read.name}\``;
      const { hint } = read;
      payload.issues.push({ code: "custom", message, params: { hint }, path: [index], input: file });
    }
  })
  .describe("Steps on links and lines, in their order.");

const headers = z
  .record(z.string(), z.string())
  .check((payload) => {
    for (const [header, value] of Object.entries(payload.value)) {
      const wrong = headerFault(header, value);
      if (wrong === undefined) continue;
      const params = wrong.hint === undefined ? {} : { hint: wrong.hint };
      payload.issues.push({ code: "custom", message: wrong.message, params, path: [header], input: value });
    }
  })
  .describe("Sent with the request.");

/** What may stand at the top, for all sources, and in each of them. */
const shared = {
  select: selectors.exactOptional().describe("Parts of the page that hold the text."),
  remove: selectors.exactOptional().describe("Parts of those that are none of it."),
  filters: filters.exactOptional(),
  executeClientScripts: z.boolean().exactOptional().describe("The page needs a browser."),
  proxy: region.exactOptional().describe("Region whose proxy is used."),
  headers: headers.exactOptional(),
};

const source = z.strictObject({ url: address, ...shared });

const recipe = {
  url: address.exactOptional().describe("Where the document is; or write `sources`."),
  sources: z.array(source).min(1).exactOptional().describe("Several pages that make one document."),
  ...shared,
};

const past = z.strictObject({ validUntil: instant, ...recipe });

export const declarationForm = z.strictObject({
  service: name.describe("Name of the service, as Open Terms Archive has it."),
  type: name.describe("`Terms of Service`, `Privacy Policy`, …"),
  region: region.exactOptional().describe("Whose edition of the document it is."),
  vendor: name.exactOptional(),
  language: language.exactOptional().describe("Code of the language the text must be in."),
  ...recipe,
  history: z.array(past).exactOptional().describe("Recipes that were right until a day."),
});

export type DeclarationFile = z.output<typeof declarationForm>;
export type RecipeFile = Pick<
  DeclarationFile,
  "url" | "sources" | "select" | "remove" | "filters" | "executeClientScripts" | "proxy" | "headers"
>;

/** For editors: one declaration, or a list of them. */
export function declarationJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(z.union([declarationForm, z.array(declarationForm)]), { io: "input" });
}
