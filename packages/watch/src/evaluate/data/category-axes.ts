import type { Axis } from "@proviso/core/terms";

/**
 * Categories of the labels to our axes. Where one category may be told on several axes, any of them is
 * right; the first is the one a miss is counted for.
 */
export const CATEGORY_AXES: Readonly<Record<string, readonly [Axis, ...Axis[]]>> = {
  "training-use": ["training-use"],
  "opt-out-limits": ["exceptions", "opt-out-reach"],
  choice: ["choice"],
  retention: ["retention"],
  deletion: ["deletion"],
  anonymisation: ["anonymisation"],
  "third-party-sharing": ["sharing"],
  "profiling-ads": ["personalisation"],
  "data-collected": ["data-collected"],
  "commercial-rules": ["commercial-rules"],
  "contracting-entity": ["contracting-entity"],
  "effective-date": ["effective-date"],
  scope: ["scope"],
  "acceptable-use": ["acceptable-use"],
  "children-age": ["children"],
  "law-enforcement": ["law-enforcement"],
  "safety-review": ["human-review", "safety-feedback"],
  notice: ["notice"],
  liability: ["other"],
  arbitration: ["other"],
};
