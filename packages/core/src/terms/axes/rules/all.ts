/** Every **Rule**, in the order in which its facts are listed for one sentence. */
import type { Rule } from "./finding.ts";
import { keepingRule } from "./keeping.ts";
import { marksRule } from "./marks.ts";
import { childrenRule, entityRule, regionRule } from "./people.ts";
import { effectiveRule, noticeRule } from "./time.ts";
import { trainingRule } from "./training.ts";
import { useRule } from "./use.ts";

export const RULES: readonly Rule[] = [
  trainingRule,
  keepingRule,
  marksRule,
  useRule,
  childrenRule,
  regionRule,
  entityRule,
  effectiveRule,
  noticeRule,
];
