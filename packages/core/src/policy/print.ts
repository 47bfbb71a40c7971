/**
 * Policy -> the canonical YAML of a policy file
 *
 * INVARIANT: `parsePolicy(printPolicy(x))` is `x`, places aside, and printing it again gives the
 * same text. Keys come in one order; what equals its default is left out, but for the ids of clocks.
 */
import { Document, isScalar, visit } from "yaml";
import { printInstant } from "./instant.ts";
import { ALWAYS_KNOWN } from "./parse-effective.ts";
import { defaultReason } from "./parse-rules.ts";
import type {
  Citation,
  ClockRule,
  DocumentRef,
  Effective,
  Grounds,
  NamedHold,
  Policy,
  Rule,
} from "./policy.ts";
import { printExpr } from "./print-expr.ts";

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** The text of a policy; comments of the file it came from are not kept. */
export function printPolicy(policy: Policy): string {
  const document = new Document(
    compact({
      policy: policy.id,
      version: policy.version,
      title: policy.title,
      product: policy.product,
      supersedes: policy.supersedes,
      effective: printEffective(policy.effective),
      target: policy.target && printExpr(policy.target),
      documents: entries(policy.documents, printDocument),
      purposes: policy.purposes,
      define: entries(policy.define, printExpr),
      rules: unlessEmpty(policy.rules.map(printRule)),
      clocks: unlessEmpty(policy.clocks.map(printClock)),
      holds: unlessEmpty(policy.holds.map(printHold)),
    }),
    { aliasDuplicateObjects: false },
  );
  visit(document, {
    Seq: (_key, node) => {
      node.flow = node.items.every((item) => isScalar(item));
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function printEffective(effective: Effective): Plain | undefined {
  const [first, ...others] = effective.fixed;
  const lone = first !== undefined && others.length === 0 && first.knownFrom === ALWAYS_KNOWN;
  const parts = compact({
    acknowledged: effective.acknowledged,
    signedUpSince: effective.signedUpSince === undefined ? undefined : printInstant(effective.signedUpSince),
    from: lone
      ? printInstant(first.at)
      : unlessEmpty(
          effective.fixed.map(({ at, knownFrom }) =>
            compact({
              date: printInstant(at),
              known: knownFrom === ALWAYS_KNOWN ? undefined : printInstant(knownFrom),
            }),
          ),
        ),
  });
  return Object.keys(parts).length === 0 ? undefined : parts;
}

function printDocument(document: DocumentRef): Plain {
  return compact({
    title: document.title,
    version: document.version,
    url: document.url,
    archive: document.archive,
    authority: document.authority === "primary" ? undefined : document.authority,
    fingerprints: entries(document.fingerprints, (fingerprint) => fingerprint),
  });
}

function printRule(rule: Rule): Plain {
  return compact({
    id: rule.id,
    [rule.effect]: rule.purposes,
    scope: rule.scope === "item" ? "item" : undefined,
    when: rule.when && printExpr(rule.when),
    covers: rule.covers && printExpr(rule.covers),
    reason: rule.reason === defaultReason(rule.id) ? undefined : rule.reason,
    obligations: unlessEmpty(rule.obligations),
    ...printGrounds(rule),
    advice: unlessEmpty(rule.advice),
  });
}

function printClock(clock: ClockRule): Plain {
  const period =
    clock.period?.kind === "literal" ? String(clock.period.value) : clock.period && printExpr(clock.period);
  return compact({
    id: clock.id,
    copy: clock.copy,
    ...(clock.bound === "at-most"
      ? { atMost: period }
      : clock.bound === "at-least"
        ? { atLeast: period }
        : { bound: clock.bound }),
    from: clock.from && printExpr(clock.from),
    event: clock.event,
    when: clock.when && printExpr(clock.when),
    form: clock.form,
    note: clock.note,
    ...printGrounds(clock),
  });
}

function printHold(hold: NamedHold): Plain {
  const scope = compact(hold.scope as Readonly<Record<string, readonly string[]>>);
  return compact({
    hold: hold.hold,
    scope: Object.keys(scope).length === 0 ? undefined : scope,
    ...printGrounds(hold),
  });
}

function printGrounds(grounds: Grounds): Readonly<Record<string, Plain | undefined>> {
  return {
    cite: unlessEmpty(grounds.cite.map(printCitation)),
    basis: grounds.basis === "interpretation" ? "interpretation" : undefined,
    reading: grounds.reading,
    competing: unlessEmpty(grounds.competing.map(({ effect, reading }) => compact({ effect, reading }))),
  };
}

/** `document#section`, as it is cited. */
function printCitation({ document, section }: Citation): string {
  return section === undefined ? document : `${document}#${section}`;
}

function entries<T>(section: Readonly<Record<string, T>>, print: (value: T) => Plain): Plain | undefined {
  const printed = Object.entries(section).map(([key, value]) => [key, print(value)] as const);
  return printed.length === 0 ? undefined : Object.fromEntries(printed);
}

function unlessEmpty(list: readonly Plain[]): readonly Plain[] | undefined {
  return list.length === 0 ? undefined : list;
}

function compact(parts: Readonly<Record<string, Plain | undefined>>): Readonly<Record<string, Plain>> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
