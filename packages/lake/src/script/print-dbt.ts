/**
 * ScriptRequest -> the files of a dbt project: models, their descriptions, tests
 *
 * INVARIANT: no text of a policy reaches Jinja as code; see `plain`.
 */
import { EVENT_COLUMNS, EVENT_TYPES } from "@proviso/core/events";
import {
  clocksDescribed,
  type DescribedColumn,
  decisionsDescribed,
  dueDescribed,
  factsDescribed,
} from "./describe-columns.ts";
import { headOf } from "./print-script.ts";
import { relationsOf } from "./relations.ts";
import { PREFIX, type ScriptRequest } from "./script.ts";

/** What begins something in Jinja becomes an expression that prints it. */
function plain(text: string): string {
  return text.replace(/\{[{%#]/g, (sign) => `{{ '${sign}' }}`);
}

/** @returns texts by path within the project */
export function dbtFiles(request: ScriptRequest): ReadonlyMap<string, string> {
  const { dialect, as, facts } = request;
  const instant = (name: string): { readonly sql: string } => ({ sql: freshName(request, name) });
  const places = {
    events: freshName(request, "events"),
    facts: freshName(request, "facts"),
    at: instant("at"),
    known: request.known === undefined ? undefined : instant("known"),
  };
  const asked = { ...request, at: places.at, known: places.known };
  const cast = (name: string): string =>
    `CAST('{{ var("${PREFIX}${name}") }}' AS ${dialect.types.timestamp})`;
  const fill = (text: string): string =>
    plain(text)
      .replaceAll(places.events, () => `{{ source("proviso", "events") }}`)
      .replaceAll(places.facts, () =>
        facts === undefined ? `{{ ref("${PREFIX}facts") }}` : `{{ source("proviso", "facts") }}`,
      )
      .replaceAll(places.at.sql, () => cast("at"))
      .replaceAll(places.known?.sql ?? places.at.sql, () => cast("known"));
  const files = new Map<string, string>();
  const relations = relationsOf(asked, places.events, places.facts);
  for (const { name, select } of relations) {
    const config = `{{ config(materialized="${as}") }}\n`;
    files.set(
      `models/${name}.sql`,
      `${config}${plain(headOf({ ...request, at: { sql: "the variable proviso_at" } }))}${fill(select)}\n`,
    );
  }
  files.set(
    "models/schema.yml",
    schemaYaml(
      request,
      relations.map(({ name }) => name),
    ),
  );
  const who = request.items ? "account, conversation, item" : "account, conversation";
  files.set(
    `tests/${PREFIX}decisions_once.sql`,
    `-- One decision each.\nSELECT ${who}\nFROM {{ ref("${PREFIX}decisions") }}\nGROUP BY ${who}\nHAVING count(*) > 1\n`,
  );
  if (!request.items) files.set(`tests/${PREFIX}due_is_not_held.sql`, HELD_TEST);
  return files;
}

const HELD_TEST = `-- What is held is never due.
SELECT d.account, d.conversation, d.copy
FROM {{ ref("${PREFIX}due") }} AS d
JOIN {{ ref("${PREFIX}decisions") }} AS o ON o.account = d.account AND o.conversation = d.conversation
WHERE o.held
`;

/** A word that no text of the policies holds. */
function freshName(request: ScriptRequest, name: string): string {
  const texts = JSON.stringify(request.set);
  for (let number = 1; ; number += 1) {
    const word = `proviso_place_${name}_${number}`;
    if (!texts.includes(word)) return word;
  }
}

function schemaYaml(request: ScriptRequest, names: readonly string[]): string {
  const tables: Readonly<Record<string, readonly [string, () => readonly DescribedColumn[]]>> = {
    facts: ["What is known of each conversation.", () => factsDescribed(request)],
    decisions: ["Use per purpose, and the ends of keeping each copy.", () => decisionsDescribed(request)],
    clocks: ["How long a copy may, or must, be kept.", clocksDescribed],
    due: ["Copies whose end has passed and that nothing keeps.", dueDescribed],
  };
  const models = names.flatMap((name) => {
    const [says, columns] = tables[name.slice(PREFIX.length)] ?? ["", () => []];
    return [`  - name: ${name}`, `    description: ${scalar(says)}`, ...columnLines(columns(), "    ")];
  });
  const given =
    request.facts === undefined
      ? [["events", "Events, one row each.", eventColumns()] as const]
      : [["facts", "What is known of each conversation.", factsDescribed(request)] as const];
  const sources = given.flatMap(([name, says, columns]) => [
    `      - name: ${name}`,
    `        identifier: ${scalar(name === "events" ? request.events : (request.facts ?? name))}`,
    `        description: ${scalar(says)}`,
    ...columnLines(columns, "        "),
  ]);
  return `${[
    "version: 2",
    "sources:",
    "  - name: proviso",
    `    schema: "{{ var('proviso_schema', target.schema) }}"`,
    "    tables:",
    ...sources,
    "models:",
    ...models,
  ].join("\n")}\n`;
}

function eventColumns(): readonly DescribedColumn[] {
  const needed = ["id", "source", "type", "valid_at"];
  return EVENT_COLUMNS.map(({ name, path, of }) => ({
    name,
    says: `${path.join(".")}${of === undefined ? "" : ` of ${of.join(", ")}`}`,
    isNeeded: needed.includes(name),
    values: name === "type" ? EVENT_TYPES : undefined,
  }));
}

function columnLines(columns: readonly DescribedColumn[], indent: string): readonly string[] {
  return [
    `${indent}columns:`,
    ...columns.flatMap(({ name, says, isNeeded, values }) => {
      const tests = [
        ...(isNeeded ? [`${indent}      - not_null`] : []),
        ...(values === undefined
          ? []
          : [
              `${indent}      - accepted_values:`,
              `${indent}          arguments:`,
              `${indent}            values: [${values.map(scalar).join(", ")}]`,
            ]),
      ];
      return [
        `${indent}  - name: ${name}`,
        `${indent}    description: ${scalar(says)}`,
        ...(tests.length === 0 ? [] : [`${indent}    data_tests:`, ...tests]),
      ];
    }),
  ];
}

/** JSON text is YAML text. */
function scalar(text: string): string {
  return plain(JSON.stringify(text));
}
