/** A rule x an alertable -> does it apply, and by which of its conditions */
import { type AxisChange, type DocumentName, IMPACT_LEVELS } from "@proviso/core/terms";
import type { Alertable, ChangeAlertable } from "./alertable.ts";
import type { AlertRule, When } from "./rules.ts";

export type Match =
  | { readonly is: "match"; readonly rule: string; readonly clauses: readonly string[] }
  /** Which condition does not hold. */
  | { readonly is: "no"; readonly clause: keyof When };

type Clause = string | Exclude<Match, { is: "match" }>;

const OF_CHANGES = ["axes", "directions", "impact", "jurisdictions", "exposure"] as const;

/** `clauses` name what was asked for and what was found: `impact at least high: critical (88)`. */
export function matches(rule: AlertRule, alertable: Alertable): Match {
  const { when } = rule;
  const document = alertable.kind === "change" ? alertable.change.document : alertable.document;
  const found: Clause[] = [...ofDocument(when, document)];
  if (alertable.kind === "health") {
    found.push(when.health === true ? `health: ${alertable.signal}` : no("health"));
  } else if (when.health === true && OF_CHANGES.every((clause) => when[clause] === undefined)) {
    found.push(no("health"));
  } else {
    found.push(...ofChange(when, alertable));
  }
  const first = found.find((one) => typeof one !== "string");
  if (first !== undefined) return first;
  const clauses = found.filter((one) => typeof one === "string");
  return { is: "match", rule: rule.name, clauses: clauses.length === 0 ? ["any change"] : clauses };
}

/** Is it about a document that the rule is about? */
export function isAbout({ when }: AlertRule, document: DocumentName): boolean {
  return ofDocument(when, document).every((clause) => typeof clause === "string");
}

function ofDocument(when: When, { service, type, region }: DocumentName): readonly Clause[] {
  const clauses: Clause[] = [];
  const hold = (clause: "services" | "types" | "regions", one: string, value: string | undefined): void => {
    const names = when[clause];
    if (names === undefined) return;
    const isNamed = value !== undefined && names.some((name) => name.toLowerCase() === value.toLowerCase());
    clauses.push(isNamed ? `${one}: ${value}` : no(clause));
  };
  hold("services", "service", service);
  hold("types", "type", type);
  hold("regions", "region", region);
  return clauses;
}

function ofChange(when: When, alertable: ChangeAlertable): readonly Clause[] {
  const { change } = alertable;
  const clauses: Clause[] = [...onAxes(when, alertable)];
  if (when.impact !== undefined) {
    const { level, score } = change.impact;
    const isEnough = IMPACT_LEVELS.indexOf(level) >= IMPACT_LEVELS.indexOf(when.impact);
    clauses.push(isEnough ? `impact at least ${when.impact}: ${level} (${score})` : no("impact"));
  }
  if (when.jurisdictions !== undefined) {
    const names = new Set(when.jurisdictions.map((name) => name.toLowerCase()));
    const touched = change.regulations.find(({ jurisdiction }) => names.has(jurisdiction.toLowerCase()));
    clauses.push(
      touched === undefined
        ? no("jurisdictions")
        : `jurisdiction: ${touched.jurisdiction} (${touched.provision})`,
    );
  }
  if (when.exposure !== undefined) clauses.push(exposed(when.exposure, alertable));
  return clauses;
}

function onAxes({ axes, directions }: When, { change }: ChangeAlertable): readonly Clause[] {
  const isOn = ({ axis }: AxisChange): boolean => axes === undefined || axes.includes(axis);
  const isWay = ({ direction }: AxisChange): boolean =>
    directions === undefined || directions.includes(direction);
  const on = change.changes.filter(isOn);
  const both = on.filter(isWay);
  const clauses: Clause[] = [];
  if (axes !== undefined) {
    const names = [...new Set((both.length > 0 ? both : on).map(({ axis }) => axis))];
    clauses.push(names.length === 0 ? no("axes") : `axis: ${names.join(", ")}`);
  }
  if (directions !== undefined) {
    const isWhole = axes === undefined && directions.includes(change.direction);
    const ways = isWhole ? [change.direction] : [...new Set(both.map(({ direction }) => direction))];
    clauses.push(ways.length === 0 ? no("directions") : `direction: ${ways.join(", ")}`);
  }
  return clauses;
}

/** Figures that leave something out cannot rule it out: then it is told, and said to be so. */
function exposed(least: number, { exposures }: ChangeAlertable): Clause {
  if (exposures.length === 0) {
    return `exposure at least ${least}: cannot be ruled out (nothing is known of your own conversations: none were given, or no policy rests on the document)`;
  }
  const most = Math.max(...exposures.map(({ changed }) => changed));
  if (most >= least) return `exposure at least ${least}: ${most} of your conversations`;
  const open = exposures.reduce((sum, one) => sum + one.open.length, 0);
  const unread = exposures.reduce((sum, one) => sum + (one.unread ?? 0), 0);
  if (open + unread === 0) return no("exposure");
  return `exposure at least ${least}: cannot be ruled out (${most} counted, ${open} points open, ${unread} records unread)`;
}

function no(clause: keyof When): Clause {
  return { is: "no", clause };
}
