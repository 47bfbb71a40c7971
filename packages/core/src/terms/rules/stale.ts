/**
 * Policy, and the newest texts of its documents -> which of its rules rest on clauses that are no longer
 * there as they were read
 */
import type { Citation, DocumentRef, Policy } from "../../policy/policy.ts";
import type { Version } from "../document.ts";
import { Clauses, compareTexts, type Found, fingerprintOf, printSection, textAt } from "./clauses.ts";
import type { Resting, SectionStanding, StaleRules } from "./standing.ts";

/**
 * @param documents the newest version of each document, by the key it has in the policy
 * @param readIn where at hand, the versions in which the clauses were read: a fingerprint tells that a
 *   clause changed, only its earlier text tells into what
 */
export function staleRules(
  policy: Policy,
  documents: ReadonlyMap<string, Version>,
  readIn: ReadonlyMap<string, Version> = new Map(),
): StaleRules {
  const resting = restingOn(policy);
  const cited = new Map<string, Citation>();
  for (const [document, { fingerprints }] of Object.entries(policy.documents)) {
    const named = Object.keys(fingerprints);
    const used = resting.flatMap(({ cite }) => cite.filter((one) => one.document === document));
    for (const section of [...named, ...used.map((one) => one.section)]) {
      cited.set(keyOf({ document, section }), { document, section });
    }
  }
  const clauses = new Map([...documents].map(([key, { text }]) => [key, new Clauses(text)]));
  const standings = new Map<string, SectionStanding>();
  for (const [key, citation] of cited) {
    const document = policy.documents[citation.document];
    if (document === undefined) continue;
    const now = clauses.get(citation.document);
    standings.set(key, standingOf(citation, document, now, readIn.get(citation.document)));
  }
  const on = resting.map(({ kind, id, cite }) => ({
    kind,
    id,
    on: cite.flatMap((citation) => standings.get(keyOf(citation)) ?? []),
  }));
  return {
    sections: [...standings.values()],
    stale: on.flatMap((one) => limited(one, ({ standing }) => standing === "changed" || standing === "gone")),
    unchecked: on.filter((one) => one.on.every(({ standing }) => standing === "unchecked")),
  };
}

function limited(one: Resting, isMeant: (standing: SectionStanding) => boolean): readonly Resting[] {
  const on = one.on.filter(isMeant);
  return on.length === 0 ? [] : [{ ...one, on }];
}

function keyOf({ document, section }: Citation): string {
  return `${document}#${section ?? ""}`;
}

interface Cites extends Pick<Resting, "kind" | "id"> {
  readonly cite: readonly Citation[];
}

export function restingOn(policy: Policy): readonly Cites[] {
  return [
    ...policy.rules.map(({ id, cite }) => ({ kind: "rule" as const, id, cite })),
    ...policy.clocks.map(({ id, cite }) => ({ kind: "clock" as const, id, cite })),
    ...policy.holds.map(({ hold, cite }) => ({ kind: "hold" as const, id: hold, cite })),
  ];
}

function standingOf(
  { document, section }: Citation,
  ref: DocumentRef,
  clauses: Clauses | undefined,
  readIn: Version | undefined,
): SectionStanding {
  const unchecked = (why: string): SectionStanding => ({
    document,
    section,
    standing: "unchecked",
    now: undefined,
    fingerprint: undefined,
    confidence: 0,
    words: [],
    reason: why,
  });
  if (clauses === undefined) return unchecked("no version of the document is at hand");
  if (section === undefined) return unchecked("the document is cited as a whole");
  const fingerprint = ref.fingerprints[section];
  if (fingerprint === undefined) return unchecked("the citation has no fingerprint");

  const here = clauses.under(section);
  if (here.some((one) => one.fingerprint === fingerprint)) {
    const reason = "the same words under the same heading";
    return { ...unchecked(reason), standing: "intact", now: section, fingerprint, confidence: 1 };
  }
  const [moved, ...more] = clauses.withFingerprint(fingerprint, section);
  if (moved !== undefined) {
    const also = more.length === 0 ? "" : `, and under ${more.length} more`;
    const now = printSection(moved.path);
    const reason = `the same words are now under \`${now}\`${also}`;
    return { ...unchecked(reason), standing: "moved", now, fingerprint: moved.fingerprint, confidence: 1 };
  }
  const { found, reason } = changedInto(section, fingerprint, here, clauses, readIn);
  if (found === undefined) return { ...unchecked(reason), standing: "gone" };
  return {
    ...unchecked(reason),
    standing: "changed",
    now: printSection(found.clause.path),
    fingerprint: found.fingerprint,
    confidence: found.confidence,
    words: found.words,
  };
}

function changedInto(
  section: string,
  fingerprint: string,
  here: readonly Found[],
  clauses: Clauses,
  readIn: Version | undefined,
): { found: Found | undefined; reason: string } {
  const text = readIn === undefined ? undefined : textAt(readIn.text, section);
  const earlier = text !== undefined && fingerprintOf(text) === fingerprint ? text : undefined;
  const [only, ...others] = here;
  if (only !== undefined) {
    const many = others.length === 0 ? "" : ` (one of ${here.length} sections of that name)`;
    if (earlier === undefined) {
      return { found: only, reason: `the heading is there with other words${many}` };
    }
    const alike = here.map((one) => ({ ...one, ...compareTexts(earlier, one.clause.text) }));
    alike.sort((one, other) => other.confidence - one.confidence);
    const found = alike[0];
    return {
      found,
      reason: `the heading is there, ${percent(found?.confidence)} of its words are the same${many}`,
    };
  }
  const near = earlier === undefined ? undefined : clauses.nearest(earlier);
  if (near !== undefined && near.confidence >= LEAST_ALIKE) {
    const reason = `the heading is gone; the text most like it, with ${percent(near.confidence)} of its words, is under \`${printSection(near.clause.path)}\``;
    return { found: near, reason };
  }
  if (earlier !== undefined)
    return { found: undefined, reason: "neither the heading nor a text like it is there" };
  const like = clauses.withHeadingLike(section);
  if (like === undefined)
    return { found: undefined, reason: "neither the words nor a heading like it is there" };
  return {
    found: like,
    reason: `the heading is gone; one like it is \`${printSection(like.clause.path)}\`, with other words`,
  };
}

const LEAST_ALIKE = 0.5;

function percent(share: number | undefined): string {
  return `${Math.round((share ?? 0) * 100)} %`;
}
