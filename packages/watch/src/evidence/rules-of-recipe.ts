/** Recipe of a version x declarations -> the rules it names, for each of its pages */
import type { VersionEntry } from "../archive/archive.ts";
import { keyOf } from "../archive/document-states.ts";
import type { Declaration } from "../declare/declaration.ts";
import { recipeOf } from "../extract/recipe.ts";
import type { ExtractRules } from "../extract/rules.ts";
import { rulesOf } from "../run/rules-of.ts";

/** The language decides what is doubted, not what the text is: a recipe does not name it. */
export type TextRules = Omit<ExtractRules, "language">;

/** A recipe is known by its hash, so that rules of today are not taken for those of then. */
export function rulesOfRecipe(
  { document, recipe }: VersionEntry,
  declarations: readonly Declaration[],
): readonly (TextRules | undefined)[] {
  const parts = recipe.split(" + ");
  const declared = declarations.filter((one) => keyOf(one.document) === keyOf(document));
  const candidates = declared.flatMap((one) =>
    [one.sources, ...one.history.map(({ sources }) => sources)].map((sources) =>
      sources.map((source) => rulesOf(source, { language: undefined })),
    ),
  );
  return parts.map((part, index) =>
    [...candidates.map((rules) => rules[index]), {}].find(
      (rules) => rules !== undefined && areRulesOf(rules, part),
    ),
  );
}

/** Whether one page's part of a recipe was made with these rules. */
export function areRulesOf(rules: TextRules, recipe: string): boolean {
  const named = hashIn(recipe);
  return named !== undefined && named === hashIn(recipeOf("text", rules));
}

function hashIn(recipe: string): string | undefined {
  return / rules=([0-9a-f]+)$/.exec(recipe)?.[1];
}
