/** A declaration in our own form -> **Declaration**, or what is wrong with it. */
import type { Declaration, Source } from "./declaration.ts";
import { type DeclarationFile, declarationForm, type RecipeFile } from "./declaration-form.ts";
import type { Fault } from "./fault.ts";
import { lastInstant } from "./fields.ts";
import { readFilter } from "./filter-form.ts";
import { formFaults } from "./form-faults.ts";
import { selectorsOf, wrongSelectors } from "./selector-form.ts";

export interface Declared {
  readonly declarations: readonly Declaration[];
  readonly faults: readonly Fault[];
  /** What was read and will not be done. */
  readonly notes: readonly Fault[];
}

/** @param path where the declaration stands in the file */
export function ownDeclaration(value: unknown, path: readonly PropertyKey[]): Declared {
  const read = declarationForm.safeParse(value);
  if (!read.success) {
    return {
      declarations: [],
      faults: formFaults(read.error.issues, value, declarationForm, path),
      notes: [],
    };
  }
  const file = read.data;
  const faults = [
    ...recipeFaults(file, path),
    ...(file.history ?? []).flatMap((past, index) => recipeFaults(past, [...path, "history", index])),
  ];
  return { declarations: faults.length > 0 ? [] : [declarationOf(file)], faults, notes: [] };
}

function declarationOf(file: DeclarationFile): Declaration {
  const { service, type, region, vendor, language, history = [] } = file;
  const past = history.map((one) => ({
    validUntil: lastInstant(one.validUntil),
    sources: sourcesOf(one, language),
  }));
  return {
    document: region === undefined ? { service, type } : { service, type, region },
    ...(vendor === undefined ? {} : { vendor }),
    ...(language === undefined ? {} : { language }),
    sources: sourcesOf(file, language),
    history: past.sort((a, b) => a.validUntil - b.validUntil),
  };
}

function sourcesOf(recipe: RecipeFile, language: string | undefined): readonly Source[] {
  const listed = recipe.sources ?? (recipe.url === undefined ? [] : [{ url: recipe.url }]);
  return listed.map((one) => {
    const { url, select, remove, filters, executeClientScripts, proxy, headers } = { ...recipe, ...one };
    return {
      url: new URL(url).href,
      select: selectorsOf(select),
      remove: selectorsOf(remove),
      filters: (filters ?? []).flatMap((file) => {
        const read = readFilter(file);
        return read.is === "filter" ? [read.filter] : [];
      }),
      unknownFilters: [],
      executeClientScripts: executeClientScripts ?? false,
      ...(proxy === undefined ? {} : { proxy }),
      headers: headersOf({ ...recipe.headers, ...headers }, language),
    };
  });
}

/** A page of the declared language is asked for, unless a header says otherwise. */
function headersOf(
  written: Readonly<Record<string, string>>,
  language: string | undefined,
): Readonly<Record<string, string>> {
  const asked = language === undefined ? [] : [["accept-language", language] as const];
  const given = Object.entries(written).map(([header, value]) => [header.toLowerCase(), value] as const);
  return Object.fromEntries([...asked, ...given]);
}

function recipeFaults(recipe: RecipeFile, path: readonly PropertyKey[]): readonly Fault[] {
  const { url, sources } = recipe;
  const faults: Fault[] = [];
  if (url === undefined && sources === undefined) {
    faults.push({ path: [...path, "url"], message: "`url` is missing", hint: "write `url` or `sources`" });
  }
  if (url !== undefined && sources !== undefined) {
    const hint = "list every page under `sources`";
    faults.push({ path: [...path, "url"], message: "`url` and `sources` exclude each other", hint });
  }
  faults.push(...selectorFaults(recipe, path));
  for (const [index, one] of (sources ?? []).entries()) {
    faults.push(...selectorFaults(one, [...path, "sources", index]));
  }
  return faults;
}

function selectorFaults(
  parts: Pick<RecipeFile, "select" | "remove">,
  path: readonly PropertyKey[],
): readonly Fault[] {
  return (["select", "remove"] as const).flatMap((field) =>
    wrongSelectors(parts[field]).map((wrong) => ({
      path: [...path, field, ...wrong.path],
      message: `\`${wrong.selector}\` is no CSS selector`,
      hint: "look for a bracket or a quotation mark that is not closed",
    })),
  );
}
