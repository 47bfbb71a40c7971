/**
 * A check as SARIF 2.1.0 (OASIS), which code scanning takes
 *
 * Rules are entity types. The fingerprint is made of what stands around a finding, never of its
 * value: whoever may see an alert need not be able to try values against it.
 */
import { groupOf } from "@proviso/core/redact";
import { reasonText } from "../terminal/reason-words.ts";
import { versionOf } from "../terminal/version.ts";
import { messageOf, saysOf } from "./message.ts";
import type { CheckResult, Reported } from "./result.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const NOT_PERMITTED = "NOT_PERMITTED";

export function checkSarif(result: CheckResult): string {
  const unpermitted = result.permitted?.unpermitted ?? [];
  const types = [...new Set(result.findings.map(({ type }) => type))].sort();
  const ids = unpermitted.length === 0 ? types : [...types, NOT_PERMITTED];
  const seen = new Map<string, number>();
  const results = [
    ...result.findings.map((one) => findingResult(one, ids.indexOf(one.type), seen)),
    ...unpermitted.map(({ path, conversation, purpose, reason }) => ({
      ruleId: NOT_PERMITTED,
      ruleIndex: ids.indexOf(NOT_PERMITTED),
      level: "error",
      message: {
        text: `conversation ${conversation} is not permitted for ${purpose}: ${reasonText(reason)}`,
      },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine: 1 } },
          logicalLocations: [{ name: conversation, kind: "object" }],
        },
      ],
      partialFingerprints: { "provisoConversation/v1": `${conversation}:${purpose}` },
    })),
  ];
  const run = {
    tool: { driver: { name: "proviso", semanticVersion: versionOf(), rules: ids.map(ruleOf) } },
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: true }],
    results,
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] })}\n`;
}

function ruleOf(id: string) {
  const says = id === NOT_PERMITTED ? "a conversation that is not permitted" : saysOf(id);
  const group = id === NOT_PERMITTED ? "policy" : groupOf(id);
  return {
    id,
    name: id,
    shortDescription: { text: says },
    help: { text: `${says}: it must not go into a data set that is shared or trained on` },
    defaultConfiguration: { level: "error" },
    properties: { tags: ["privacy", group] },
  };
}

function findingResult(one: Reported, ruleIndex: number, seen: Map<string, number>) {
  // Twice the same on the same line: told apart by their order.
  const times = (seen.get(one.context) ?? 0) + 1;
  seen.set(one.context, times);
  return {
    ruleId: one.type,
    ruleIndex,
    level: one.isFailing ? "error" : "note",
    message: { text: messageOf(one) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(one.path) },
          region: {
            startLine: one.line,
            startColumn: one.column,
            endLine: one.endLine,
            endColumn: one.endColumn,
          },
        },
      },
    ],
    partialFingerprints: { "provisoContext/v1": `${one.context}:${times}` },
    rank: Math.round(one.score * 100),
    properties: { validation: one.validation, recognizer: one.recognizer },
  };
}

/** A relative reference (RFC 3986): its parts are escaped, its slashes are not. */
function uriOf(path: string): string {
  const uri = path.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${uri}` : uri;
}
