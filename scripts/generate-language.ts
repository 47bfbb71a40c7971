/** Writes the generated parts of docs/language.md. `--check` fails if they are stale. */
import { ENGINE_REASONS } from "../packages/core/src/decision/decision.ts";
import { PURPOSES } from "../packages/core/src/events/event.ts";
import { definitionOf, FACT_NAMES } from "../packages/core/src/facts/vocabulary.ts";
import { FINDING_KINDS } from "../packages/core/src/policy/finding.ts";
import { BOUNDS } from "../packages/core/src/policy/policy.ts";
import { textOf, writeOrCheck } from "./generated.ts";
import { table, withParts } from "./generated-parts.ts";

const DOCUMENT = new URL("../docs/language.md", import.meta.url);

const PARTS: Readonly<Record<string, () => string>> = {
  facts: () =>
    table(
      ["fact", "type", "about", "says"],
      FACT_NAMES.map((name) => {
        const { type, about, optional, values, says } = definitionOf(name);
        const kind = values === undefined ? type : values.map((value) => `\`"${value}"\``).join(", ");
        return [`\`${name}\``, optional ? `${kind}, optional` : kind, about, says];
      }),
    ),
  purposes: () => `${PURPOSES.map((purpose) => `\`${purpose}\``).join(", ")}.`,
  bounds: () =>
    `${BOUNDS.slice(2)
      .map((bound) => `\`${bound}\``)
      .join(", ")}.`,
  engine: () =>
    `${Object.values(ENGINE_REASONS)
      .map((reason) => `\`${reason}\``)
      .join(", ")}.`,
  findings: () =>
    table(
      ["finding", "means"],
      Object.entries(FINDING_KINDS).map(([kind, means]) => [`\`${kind}\``, means]),
    ),
};

writeOrCheck(DOCUMENT, withParts(textOf(DOCUMENT), "docs/language.md", PARTS));
