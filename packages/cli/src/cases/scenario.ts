/**
 * **Scenario**: a decision case as data, in the compact format of hand-written cases -> events
 *
 * One vendor account, a list of dated events, one question, the expected answer. Instants are
 * RFC 3339 in UTC; a day alone stands for 12:00Z.
 */
import { ProvisoError } from "@proviso/core";

export interface ScenarioEvent {
  readonly at: string;
  readonly type: string;
  readonly chat?: string;
  readonly item?: string;
  readonly [key: string]: unknown;
}

export interface ExpectedClock {
  readonly copy: string;
  readonly kind: string;
  readonly max?: string | null;
  readonly from_event?: string | null;
  readonly from?: string | null;
  readonly until?: string | null;
  readonly form?: string | null;
  readonly min?: string | null;
  readonly elapsed_at_as_of?: boolean | null;
}

export interface Expected {
  readonly training: "permit" | "deny";
  readonly reason: string;
  readonly safety_training?: "permit" | "deny" | "unstated";
  readonly retention?: readonly ExpectedClock[];
  readonly obligations?: readonly string[];
  readonly access_gate?: string;
  readonly started_runs_unaffected?: readonly string[];
  readonly must_be_absent?: readonly string[];
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly vendor: string;
  readonly product: string;
  readonly account: { readonly plan?: string; readonly region?: string; readonly signup?: string };
  readonly events: readonly ScenarioEvent[];
  readonly query: { readonly chat: string; readonly item?: string; readonly purpose: string };
  readonly as_of: string;
  readonly known_as_of?: string;
  readonly expected: Expected;
  readonly confidence?: { readonly training?: string; readonly retention?: string };
}

/** @throws ProvisoError CASE_INVALID naming the file, the case and the missing field */
export function asScenarios(parsed: readonly unknown[], file: string): readonly Scenario[] {
  return parsed.map((one, index) => asScenario(one, file, index));
}

const REQUIRED = ["id", "vendor", "product", "account", "events", "query", "as_of", "expected"];

function asScenario(one: unknown, file: string, index: number): Scenario {
  const record = typeof one === "object" && one !== null ? (one as Record<string, unknown>) : {};
  const name = typeof record["id"] === "string" ? `case \`${record["id"]}\`` : `case number ${index + 1}`;
  for (const field of REQUIRED) {
    if (record[field] === undefined) {
      throw new ProvisoError("CASE_INVALID", `${name} has no \`${field}\``, {
        place: { file, field: `[${index}].${field}` },
        hint: `every case needs ${REQUIRED.map((known) => `\`${known}\``).join(", ")}`,
      });
    }
  }
  if (!Array.isArray(record["events"])) {
    throw new ProvisoError("CASE_INVALID", `${name}: \`events\` is not a list`, {
      place: { file, field: `[${index}].events` },
    });
  }
  return record as unknown as Scenario;
}

/** Epoch milliseconds (UTC). @throws ProvisoError CASE_INVALID on an impossible instant */
export function instantOf(text: string, scenario: string): number {
  const instant = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00:00Z` : text);
  if (Number.isNaN(instant)) {
    throw new ProvisoError("CASE_INVALID", `case \`${scenario}\`: \`${text}\` is not an instant`, {
      hint: "write 2025-10-08 or 2025-10-08T12:00:00Z",
    });
  }
  return instant;
}
