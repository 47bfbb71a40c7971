/**
 * ScriptRequest -> the statements that a person pastes into a warehouse
 */
import { digestOf } from "@proviso/core/policy";
import { comment, createViews } from "@proviso/core/sql";
import { relationsOf } from "./relations.ts";
import { PREFIX, type ScriptRequest } from "./script.ts";

/** In order, without final semicolons. @throws ProvisoError USAGE for a name that is none */
export function scriptStatements(request: ScriptRequest): readonly string[] {
  const { dialect, as } = request;
  const events = dialect.quoted(request.events);
  const facts = dialect.quoted(request.facts ?? `${PREFIX}facts`);
  const [first, ...rest] = createViews(dialect, relationsOf(request, events, facts), as);
  return first === undefined ? [] : [`${headOf(request)}${first}`, ...rest];
}

export function printScript(request: ScriptRequest): string {
  return scriptStatements(request)
    .map((statement) => `${statement};\n`)
    .join("\n");
}

/** Ids and versions may hold any text: none of it ends a comment's line. */
export function headOf({ dialect, set, at, known }: Omit<ScriptRequest, "events" | "facts" | "as">): string {
  const lines = [
    `Made by Proviso for ${dialect.name}. Instants are timestamps without a zone, in UTC.`,
    `At ${instantText(at)}, ${known === undefined ? "with all that is recorded" : `as known at ${instantText(known)}`}.`,
    ...set.chains.flat().map((policy) => `${policy.id}@${policy.version} ${digestOf(policy)}`),
  ];
  return comment(lines);
}

function instantText(instant: number | { readonly sql: string }): string {
  return typeof instant === "number" ? new Date(instant).toISOString() : instant.sql;
}
