/** Claims and archived documents -> verdict */
import { AUDIENCE_CUES } from "../axes/data/subjects.ts";
import { firstCue } from "../axes/rules/cues.ts";
import { changeOf } from "../change/change.ts";
import type { TermsChange } from "../change/terms-change.ts";
import { printDocument, type Version } from "../document.ts";
import type { Claim, Statement } from "./claim.ts";
import { type Related, relate } from "./relate.ts";
import { statementsOf } from "./statements.ts";
import type { ArchivedDocument, ArticleVerdict, ClaimVerdict, Evidence } from "./verdict-of-article.ts";

const DAY = 86_400_000;
/** A text is first seen some time after it was put up, and articles appear on the same day. */
const SLACK_DAYS = 2;
/** A change that is older is no news. */
const NEWS_DAYS = 60;
/** Versions of one document that are read, those nearest to the article's day. */
const MOST_VERSIONS = 24;
const LEAST_CONFIDENCE = 0.6;
const MOST_QUOTES = 3;

export interface VerdictOptions {
  /** When the article appeared: milliseconds since 1970, UTC. Without it the newest texts are taken. */
  readonly at?: number | undefined;
}

interface ReadVersion {
  readonly archived: ArchivedDocument;
  readonly version: Version;
  readonly statements: readonly Statement[];
}

interface Chosen {
  readonly archived: ArchivedDocument;
  /** The text that the article is about, and the one that it replaced; undefined where none is archived. */
  readonly now: Version | undefined;
  readonly before: Version | undefined;
}

export function verdictOf(
  claims: readonly Claim[],
  documents: readonly ArchivedDocument[],
  { at }: VerdictOptions = {},
): ArticleVerdict {
  const chosen = documents.map((one) => choose(one, at));
  const read = reader(documents, at);
  return { at, claims: claims.map((claim) => judgeClaim(claim, chosen, read)), ...wholeOf(chosen, at) };
}

function choose(archived: ArchivedDocument, at: number | undefined): Chosen {
  const { versions } = archived;
  const known = at === undefined ? versions : versions.filter((one) => one.at <= at + SLACK_DAYS * DAY);
  const now = known.at(-1);
  const rest = known.slice(0, -1);
  // Several texts of one change may follow each other within days: it is held against what stood before.
  const old = at === undefined ? rest : rest.filter((one) => one.at < at - NEWS_DAYS * DAY);
  return { archived, now, before: old.at(-1) ?? (at === undefined ? undefined : rest[0]) };
}

type Reader = (archived: ArchivedDocument) => readonly ReadVersion[];

function reader(documents: readonly ArchivedDocument[], at: number | undefined): Reader {
  const known = new Map<ArchivedDocument, readonly ReadVersion[]>();
  for (const archived of documents) {
    const target = at ?? archived.versions.at(-1)?.at ?? 0;
    const nearest = [...archived.versions]
      .sort((a, b) => Math.abs(a.at - target) - Math.abs(b.at - target))
      .slice(0, MOST_VERSIONS)
      .sort((a, b) => a.at - b.at);
    known.set(
      archived,
      nearest.map((version) => ({ archived, version, statements: statementsOf(version.text, "terms") })),
    );
  }
  return (archived) => known.get(archived) ?? [];
}

function judgeClaim(claim: Claim, chosen: readonly Chosen[], read: Reader): ClaimVerdict {
  const supports: Evidence[] = [];
  const denials: Evidence[] = [];
  const near: Evidence[] = [];
  const others: (Evidence & { verdict: "supported" | "contradicted" })[] = [];
  const isDay = isOfDay(claim);
  for (const { archived, now, before } of forDays(chosen, isDay)) {
    const asked = claim.of === "before" ? before : now;
    for (const one of read(archived)) {
      const found = evidenceIn(claim, one);
      if (one.version === asked) {
        supports.push(...found.supports);
        denials.push(...found.contradicts);
        near.push(...found.near);
      } else {
        others.push(...found.supports.map((quote) => ({ ...quote, verdict: "supported" as const })));
        // That an earlier text had an earlier day says nothing against this one.
        if (isDay && one.version.at < (asked?.at ?? 0)) continue;
        others.push(...found.contradicts.map((quote) => ({ ...quote, verdict: "contradicted" as const })));
      }
    }
  }
  // Each document has a day of its own: that one of them has the claim's is enough.
  const against = isDay && supports.length > 0 ? [] : denials;
  const isDisputed = supports.length > 0 && against.length > 0;
  // Texts that do not agree with each other decide nothing.
  const decided = supports.length > 0 ? "supported" : against.length > 0 ? "contradicted" : "not-found";
  const verdict = isDisputed ? "not-found" : decided;
  const told = [...supports, ...against].map((one) => printDocument(one.document));
  const atOtherTimes = firstOfEach(
    others.filter((one) => one.verdict !== verdict && (!isDay || told.includes(printDocument(one.document)))),
  );
  const judged = {
    claim,
    verdict,
    evidence: firstPlaces(supports.length > 0 ? supports : against),
    against: isDisputed ? firstPlaces(against) : [],
    near: decided === "not-found" ? firstPlaces(near) : [],
    atOtherTimes,
  } as const;
  return { ...judged, note: noteOf(judged, chosen) };
}

interface Found {
  readonly supports: readonly Evidence[];
  readonly contradicts: readonly Evidence[];
  readonly near: readonly Evidence[];
}

function isOfDay({ subject }: Claim): boolean {
  return subject === "deadline" || subject === "effective-date";
}

/** A claim on a day is about the documents that changed, if any did. */
function forDays(chosen: readonly Chosen[], isDay: boolean): readonly Chosen[] {
  const changed = chosen.filter(({ before }) => before !== undefined);
  return isDay && changed.length > 0 ? changed : chosen;
}

/** A claim that names no one is about consumers; a document for others may speak of them, and is not for them. */
function isForOthers({ subject, values }: Claim, text: string): boolean {
  if (subject === "scope" || (values["who"] ?? "consumers") !== "consumers") return false;
  const audience = firstCue(AUDIENCE_CUES, text.slice(0, TITLE).toLowerCase());
  return audience !== undefined && audience !== "consumers";
}

/** UTF-16 code units at the beginning, where a document's title stands. */
const TITLE = 400;

function evidenceIn(claim: Claim, { archived, version, statements }: ReadVersion): Found {
  const found: Record<Related["is"], Evidence[]> = { supports: [], contradicts: [], near: [] };
  const isElsewhere = isForOthers(claim, version.text);
  // The first day is the document's own; those further down are of policies that are printed with it.
  const own = statements.find(({ subject, values }) => subject === "effective-date" && values["day"]);
  for (const one of statements) {
    if (one.confidence < LEAST_CONFIDENCE) continue;
    const related = relate(claim, one);
    if (related === undefined) continue;
    // Nothing is held for evidence that does not stand in the text.
    if (version.text.slice(one.start, one.end) !== one.quote || one.quote.trim() === "") continue;
    const { document } = archived;
    const isOfAnother = one.subject === "effective-date" && one.values["day"] !== own?.values["day"];
    found[isElsewhere || isOfAnother ? "near" : related.is].push({
      ...one,
      document,
      version: version.id,
      at: version.at,
      notes: related.notes,
    });
  }
  return found;
}

/** Of one clause once. */
function firstPlaces(found: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return found
    .filter(({ version, start }) => {
      const key = `${version} ${start}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST_QUOTES);
}

function firstOfEach<One extends Evidence & { readonly verdict: string }>(
  all: readonly One[],
): readonly One[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = `${printDocument(one.document)} ${one.verdict}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function noteOf(
  { claim, verdict, evidence, against, near, atOtherTimes }: Omit<ClaimVerdict, "note">,
  chosen: readonly Chosen[],
): string {
  const notes: string[] = [];
  if (against.length > 0) {
    notes.push("one clause says so and another the opposite: the texts do not agree");
  } else if (verdict === "not-found") {
    const texts = chosen.filter(({ now, before }) => (claim.of === "before" ? before : now) !== undefined);
    if (texts.length === 0) notes.push("no text of that time is archived");
    else if (near.length > 0) notes.push("the text speaks of the matter and says neither");
    else notes.push("nothing on it was read in the text");
  }
  const limits = [...new Set(evidence.flatMap((one) => one.notes))];
  if (limits.length > 0) notes.push(`the clause says: ${limits.join("; ")}`);
  if (claim.subject === "deadline" && evidence.some(({ subject }) => subject === "effective-date")) {
    notes.push("that is the day on which the text takes effect; it names no other for the choice");
  }
  for (const one of atOtherTimes) {
    notes.push(`${one.verdict} by the text first seen ${new Date(one.at).toISOString().slice(0, 10)}`);
  }
  return [...new Set(notes)].join("; ");
}

type Whole = Pick<ArticleVerdict, "whole" | "reason" | "changes" | "unseen">;

function wholeOf(chosen: readonly Chosen[], at: number | undefined): Whole {
  const unseen = chosen.flatMap(({ archived, now, before }) => {
    const { document, unseen: why } = archived;
    if (why !== undefined) return [{ document, reason: why }];
    if (now === undefined) return [{ document, reason: "no text of that time is archived" }];
    if (before !== undefined || !isNews(now, at)) return [];
    return [{ document, reason: "no earlier text is archived: there is nothing to compare with" }];
  });
  const compared = chosen.flatMap(({ archived, now, before }): readonly TermsChange[] =>
    now === undefined || before === undefined || !isNews(now, at)
      ? []
      : [changeOf(archived.document, before, now)],
  );
  const changes = compared
    .filter((change) => change.changes.length > 0)
    .sort((a, b) => b.impact.score - a.impact.score);
  const [first] = changes;
  if (first !== undefined) {
    const { level, score } = first.impact;
    return { whole: "changed", reason: `impact ${level}, ${score} of 100`, changes, unseen };
  }
  if (unseen.length > 0 || chosen.length === 0) {
    const reason = unseen[0]?.reason ?? "no document of this service is archived";
    return { whole: "not-visible", reason, changes, unseen };
  }
  const isMoved = compared.some(({ provisions }) => Object.keys(provisions).some((fate) => fate !== "same"));
  const reason = isMoved ? "the wording changed, no fact on any axis did" : "the text did not change";
  return { whole: "nothing-changed", reason, changes, unseen };
}

/** Without the article's day the newest change is what is asked for. */
function isNews({ at: seen }: Version, at: number | undefined): boolean {
  return at === undefined || seen >= at - NEWS_DAYS * DAY;
}
