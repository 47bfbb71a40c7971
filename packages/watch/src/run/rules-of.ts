/** Source of a declaration -> ExtractRules */
import type { Declaration, Source } from "../declare/declaration.ts";
import type { ExtractRules } from "../extract/rules.ts";

export function rulesOf(
  { select, remove, filters }: Source,
  { language }: Pick<Declaration, "language">,
): ExtractRules {
  return {
    ...(select.length === 0 ? {} : { select }),
    ...(remove.length === 0 ? {} : { remove }),
    ...(filters.length === 0 ? {} : { filters }),
    ...(language === undefined ? {} : { language }),
  };
}
