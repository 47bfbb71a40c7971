/** A service file of Open Terms Archive, as it is -> **Declarations**, one for each kind of terms. */
import type { Filter } from "../extract/rules.ts";
import type { Declaration, PastRecipe, Source } from "./declaration.ts";
import type { Fault } from "./fault.ts";
import { isInstant, name } from "./fields.ts";
import { filterForm, readFilter } from "./filter-form.ts";
import { formFaults } from "./form-faults.ts";
import { OTA_TERMS_KEYS, type OtaTerms, otaHistory, otaService } from "./ota-form.ts";
import type { Declared } from "./own-declarations.ts";
import { type SelectorsFile, selectorsOf, wrongSelectors } from "./selector-form.ts";

type Path = readonly PropertyKey[];

/** @param id the service's name in the archive: the name of its file. Its display name may differ. */
export function otaDeclarations(value: unknown, id: string | undefined): Declared {
  const read = otaService.safeParse(value);
  if (!read.success) return refused(formFaults(read.error.issues, value, otaService));
  const { terms, documents } = read.data;
  const field = terms === undefined ? "documents" : "terms";
  const service = id ?? read.data.name;
  const faults: Fault[] = [...nameFaults(service, ["name"])];
  const notes: Fault[] = [];
  const declarations = Object.entries(terms ?? documents ?? {}).map(([type, recipe]): Declaration => {
    const path = [field, type];
    faults.push(...nameFaults(type, path), ...recipeFaults(recipe, path));
    notes.push(...recipeNotes(recipe, path));
    const sources = sourcesOf(recipe, path, notes);
    return { document: { service, type }, vendor: read.data.name, sources, history: [] };
  });
  if (declarations.length === 0 && faults.length === 0) {
    faults.push({
      path: [field],
      message: `\`${field}\` is empty`,
      hint: "declare at least one kind of terms",
    });
  }
  return faults.length > 0 ? refused(faults) : { declarations, faults, notes };
}

export interface DeclaredHistory {
  /** By kind of terms; oldest first. */
  readonly history: ReadonlyMap<string, readonly PastRecipe[]>;
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
}

/** `<service>.history.json`: for each kind of terms the recipes of the past, each with `validUntil`. */
export function otaPast(value: unknown): DeclaredHistory {
  const read = otaHistory.safeParse(value);
  if (!read.success) {
    return { history: new Map(), faults: formFaults(read.error.issues, value, otaHistory), notes: [] };
  }
  const faults: Fault[] = [];
  const notes: Fault[] = [];
  const history = new Map<string, readonly PastRecipe[]>();
  for (const [type, recipes] of Object.entries(read.data)) {
    const past: PastRecipe[] = [];
    for (const [index, recipe] of recipes.entries()) {
      const path = [type, index];
      faults.push(...recipeFaults(recipe, path));
      notes.push(...recipeNotes(recipe, path));
      if (!isInstant(recipe.validUntil)) {
        // Archives hold `to-be-determined`: nobody can say on which days that recipe was right.
        const message = `\`${recipe.validUntil}\` is no date: this recipe of the past is left out`;
        notes.push({ path: [...path, "validUntil"], message });
        continue;
      }
      past.push({ validUntil: Date.parse(recipe.validUntil), sources: sourcesOf(recipe, path, notes) });
    }
    history.set(
      type,
      past.sort((a, b) => a.validUntil - b.validUntil),
    );
  }
  return { history, faults, notes };
}

function sourcesOf(recipe: OtaTerms, path: Path, notes: Fault[]): readonly Source[] {
  const at = (index: number): Path => (recipe.combine === undefined ? path : [...path, "combine", index]);
  const listed = recipe.combine ?? (recipe.fetch === undefined ? [] : [{ fetch: recipe.fetch }]);
  return listed.map((part, index) => {
    const { fetch, select, remove, filter, executeClientScripts } = { ...recipe, ...part };
    const where = Object.hasOwn(part, "filter") ? at(index) : path;
    return {
      url: new URL(fetch).href,
      select: selectorsOf(select as SelectorsFile | undefined),
      remove: selectorsOf(remove as SelectorsFile | undefined),
      ...filtersOf((filter ?? []) as readonly unknown[], [...where, "filter"], index === 0 ? notes : []),
      executeClientScripts: executeClientScripts === true,
      headers: {},
    };
  });
}

function filtersOf(
  calls: readonly unknown[],
  path: Path,
  notes: Fault[],
): Pick<Source, "filters" | "unknownFilters"> {
  const filters: Filter[] = [];
  const unknownFilters: string[] = [];
  for (const [index, call] of calls.entries()) {
    const form = filterForm.safeParse(call);
    const read = form.success ? readFilter(form.data) : undefined;
    if (read?.is === "filter") {
      filters.push(read.filter);
      continue;
    }
    const called = typeof call === "string" ? call : String(Object.keys(Object(call))[0] ?? "");
    unknownFilters.push(called);
    const message = `the filter \`${called}\` is program code that is not here: it is not applied`;
    notes.push({ path: [...path, index], message });
  }
  return { filters, unknownFilters };
}

function recipeFaults(recipe: OtaTerms, path: Path): readonly Fault[] {
  if (recipe.fetch !== undefined || recipe.combine !== undefined) return [];
  return [{ path: [...path, "fetch"], message: "`fetch` is missing", hint: "write `fetch` or `combine`" }];
}

function recipeNotes(recipe: OtaTerms, path: Path): readonly Fault[] {
  const parts = (recipe.combine ?? []).map((part, index) => ({ part, at: [...path, "combine", index] }));
  return [{ part: recipe, at: path }, ...parts].flatMap(({ part, at }) => [
    ...Object.keys(part)
      .filter((key) => !OTA_TERMS_KEYS.has(key))
      .map((key): Fault => ({ path: [...at, key], message: `\`${key}\` is not read`, isKey: true })),
    ...(["select", "remove"] as const).flatMap((field) =>
      wrongSelectors(part[field] as SelectorsFile | undefined).map((wrong) => ({
        path: [...at, field, ...wrong.path],
        message: `\`${wrong.selector}\` is no CSS selector: it will find nothing`,
      })),
    ),
  ]);
}

function nameFaults(written: string, path: Path): readonly Fault[] {
  const read = name.safeParse(written);
  return read.success ? [] : formFaults(read.error.issues, written, name, path);
}

function refused(faults: readonly Fault[]): Declared {
  return { declarations: [], faults, notes: [] };
}
