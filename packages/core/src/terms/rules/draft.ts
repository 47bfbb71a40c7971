/**
 * Policy, and changes of the terms it rests on -> **Draft** of its next version, for a person to read
 *
 * A draft translates what has one translation: dates, names of moved clauses, a period that a clock
 * takes from the clause that changed. All else is written down as open, in the draft itself and in the
 * list. Nothing is permitted or denied anew, and where the terms do not say when they bind, the draft
 * begins on the last day there is.
 */
import { ProvisoError } from "../../errors.ts";
import { printInstant } from "../../policy/instant.ts";
import { parsePolicy } from "../../policy/parse.ts";
import type { Policy } from "../../policy/policy.ts";
import type { AxisChange, TermsChange } from "../change/terms-change.ts";
import { type DocumentName, printDocument, type Version } from "../document.ts";
import { clocksFor } from "./clock-edits.ts";
import { phraseOf, restsOn, type Where } from "./rests-on.ts";
import { YamlText } from "./splice.ts";
import { restingOn, staleRules } from "./stale.ts";
import type { SectionStanding } from "./standing.ts";

/** A document of the policy, as it is watched. */
export interface WatchedDocument {
  /** Its key in the policy's `documents`. */
  readonly key: string;
  readonly name: DocumentName;
  /** The version that the policy was written from, where it is at hand. */
  readonly before: Version | undefined;
  readonly after: Version;
}

export interface DraftEdit {
  /** `clocks.back-end.atMost`, `documents.terms.version`. */
  readonly field: string;
  readonly from: string | undefined;
  readonly to: string;
  /** The fact behind it, in plain words. */
  readonly because: string;
  /** The vendor's sentence; undefined where the edit follows from dates or headings alone. */
  readonly quote: string | undefined;
}

/** What a person has to decide. */
export interface OpenPoint {
  /** `rule opted-out`, `effective`, `document terms`. */
  readonly about: string;
  readonly reason: string;
  readonly quote: string | undefined;
}

export interface Draft {
  readonly version: string;
  /** YAML of the proposed version: the current text with the edits, comments kept. */
  readonly text: string;
  readonly edits: readonly DraftEdit[];
  readonly open: readonly OpenPoint[];
}

/** No version binds so late: stands for "not known" where leaving it out would mean "always". */
const NEVER = "9999-12-31";

/**
 * @param current text and file name of the policy version to go on from
 * @param now milliseconds since 1970, UTC; names the draft where the terms give no date
 * @throws ProvisoError what `parsePolicy` throws for `current`; USAGE where nothing changed in the policy's documents
 */
export function draftPolicy(
  current: { readonly text: string; readonly file: string },
  changes: readonly TermsChange[],
  documents: readonly WatchedDocument[],
  now: number,
): Draft {
  const { policy } = parsePolicy(current.text, current.file);
  const watched = new Map(documents.map((one) => [printDocument(one.name), one]));
  const relevant = changes.flatMap((change) => {
    const document = watched.get(printDocument(change.document));
    const isCited = document !== undefined && policy.documents[document.key] !== undefined;
    return isCited ? [{ change, document }] : [];
  });
  if (relevant.length === 0) {
    const hint = `changes are of ${changes.map(({ document }) => `\`${printDocument(document)}\``).join(", ") || "no document"}`;
    throw new ProvisoError("USAGE", `no change is of a document that \`${policy.id}\` cites`, { hint });
  }
  const drafting = new Drafting(policy, current.text);
  drafting.head(relevant, now);
  const keys = new Set(relevant.map(({ document }) => document.key));
  const used = documents.filter(({ key }) => keys.has(key));
  const report = staleRules(
    policy,
    new Map(used.map(({ key, after }) => [key, after])),
    new Map(used.flatMap(({ key, before }) => (before === undefined ? [] : [[key, before]]))),
  );
  const sections = report.sections.filter(({ document }) => keys.has(document));
  for (const { change, document } of relevant) drafting.document(document, change);
  for (const section of sections) drafting.section(section);
  for (const { change, document } of relevant) {
    for (const one of change.changes) drafting.change(one, { ...document, sections });
  }
  return drafting.finish(current.file);
}

type Relevant = readonly { readonly change: TermsChange; readonly document: WatchedDocument }[];

class Drafting {
  readonly #policy: Policy;
  readonly #yaml: YamlText;
  readonly #edits: DraftEdit[] = [];
  readonly #open: OpenPoint[] = [];
  /** `rules.3` -> what is to be read there. */
  readonly #notes = new Map<string, string[]>();
  #version = "";

  constructor(policy: Policy, text: string) {
    this.#policy = policy;
    this.#yaml = new YamlText(text);
    const root = this.#yaml.node();
    if (root !== undefined && "flow" in root && root.flow === true) {
      throw new ProvisoError("UNSUPPORTED", "the policy is written on one line, in braces", {
        hint: "print it in block style first",
      });
    }
  }

  head(relevant: Relevant, now: number): void {
    const root = this.#yaml.node();
    const days = relevant.flatMap(({ change: { clocks } }) => {
      const at = clocks.inForce?.is === "day" ? clocks.inForce.at : clocks.inForce?.latest;
      return at === undefined ? [] : [{ at, known: clocks.firstSeen, quote: clocks.inForce?.quote }];
    });
    days.sort((one, other) => other.at - one.at);
    const [last] = days;
    const day = dayOf(last?.at ?? now);
    this.#version = day === this.#policy.version ? `${day}-draft` : day;
    const because = last === undefined ? "the day of the draft" : "the day the terms name";
    this.#edit("version", this.#policy.version, this.#version, because, last?.quote);
    const version = this.#yaml.node("version");
    if (version !== undefined) this.#yaml.replace(version, this.#version);
    this.#yaml.set(root, "supersedes", quoted(this.#policy.version), "version");
    this.#edit(
      "supersedes",
      this.#policy.supersedes,
      this.#policy.version,
      "it follows this version",
      undefined,
    );

    const known = last === undefined ? undefined : printInstant(Math.min(last.known, last.at));
    const from = last === undefined ? NEVER : `[{ date: ${dayOf(last.at)}, known: ${known} }]`;
    const after = this.#yaml.pair(root, "supersedes") === undefined ? "version" : "supersedes";
    this.#yaml.set(root, "effective", `{ from: ${from} }`, after);
    const since = last === undefined ? "no date is known" : "the terms name the day";
    this.#edit("effective.from", undefined, from, since, last?.quote);
    if (last === undefined) {
      this.#point(
        "effective",
        `the terms do not say from when they bind; ${NEVER} stands in for the day`,
        undefined,
      );
    }
    if (new Set(days.map(({ at }) => at)).size > 1) {
      this.#point("effective", "the documents bind from different days; the last one is taken", last?.quote);
    }
    for (const { change } of relevant) {
      if (change.clocks.inForce?.is !== "per-account") continue;
      const reason = "each account is bound from its own acceptance: name it with `effective.acknowledged`";
      this.#point("effective", reason, change.clocks.inForce.quote);
    }
    const first = this.#yaml.pair(root, "policy")?.key;
    if (first !== undefined) {
      const why =
        "Draft made from changes of the terms. Not in force until somebody has read it and the clauses.";
      this.#yaml.comment(first, [why]);
    }
  }

  document({ key, after }: WatchedDocument, change: TermsChange): void {
    const map = this.#yaml.node("documents", key);
    const { stated, firstSeen } = change.clocks;
    const version = dayOf(stated?.at ?? firstSeen);
    const because =
      stated === undefined ? "first seen on that day; the text names none" : "the text's own date";
    const ref = this.#policy.documents[key];
    this.#yaml.set(map, "version", version, "title");
    this.#edit(`documents.${key}.version`, ref?.version, version, because, stated?.quote);
    const archive = `version ${after.id}, first seen ${dayOf(after.at)}`;
    this.#yaml.set(map, "archive", quoted(archive), "version");
    this.#edit(`documents.${key}.archive`, ref?.archive, archive, "the version that was compared", undefined);
  }

  section(standing: SectionStanding): void {
    const { document, section, now } = standing;
    if (section === undefined || standing.standing === "intact") return;
    const place = `${document}#${section}`;
    const pair = this.#yaml.pair(this.#yaml.node("documents", document, "fingerprints"), section);
    if (standing.standing === "moved" && now !== undefined) {
      this.#rename(standing, now, pair);
    } else if (standing.standing === "changed" || standing.standing === "gone") {
      const once =
        standing.fingerprint === undefined ? "" : `; once read, its fingerprint is ${standing.fingerprint}`;
      if (pair !== undefined)
        this.#yaml.comment(pair.key, [`${standing.standing}: ${standing.reason}${once}`]);
      const why = `rests on \`${place}\`, which ${standing.standing === "gone" ? "is gone" : "changed"}: ${standing.reason}`;
      this.#noteAll(document, section, why, undefined);
    } else {
      this.#noteAll(
        document,
        section,
        `rests on \`${place}\`, which could not be checked: ${standing.reason}`,
        undefined,
      );
    }
  }

  change(change: AxisChange, where: Where): void {
    const rests = restingOn(this.#policy).filter(({ cite }) => restsOn(cite, change, where));
    const quote = change.after?.quote ?? change.before?.quote;
    const phrase = phraseOf(change);
    if (rests.length === 0) {
      this.#point(`document ${where.key}`, `${phrase}; nothing in the policy cites that clause`, quote);
      return;
    }
    const ids = new Set(rests.flatMap(({ kind, id }) => (kind === "clock" ? [id] : [])));
    const { edit, reason } = clocksFor(change, this.#policy, ids);
    if (edit !== undefined) {
      const node = this.#yaml.node("clocks", edit.index, edit.key);
      if (node !== undefined) this.#yaml.replace(node, edit.to);
      this.#edit(`clocks.${edit.id}.${edit.key}`, edit.from, edit.to, phrase, quote);
      this.#note("clock", edit.id, `${edit.key} was ${edit.from}: ${phrase}`);
    }
    for (const { kind, id } of rests) {
      if (kind === "clock" && id === edit?.id) continue;
      const what = kind === "clock" && reason !== undefined ? `${phrase}; ${reason}` : phrase;
      this.#note(kind, id, what);
      this.#point(`${kind} ${id}`, what, quote);
    }
  }

  /** @throws ProvisoError ENGINE_FAILED if the draft is no policy: a fault of ours */
  finish(file: string): Draft {
    for (const [place, lines] of this.#notes) {
      const [list = "", index = "0"] = place.split(".");
      const node = this.#yaml.node(list, Number(index));
      if (node !== undefined)
        this.#yaml.comment(
          node,
          [...new Set(lines)].map((line) => `review: ${line}`),
        );
    }
    const text = this.#yaml.print();
    try {
      parsePolicy(text, file);
    } catch (cause) {
      throw new ProvisoError("ENGINE_FAILED", "the draft could not be written as a policy", {
        cause,
        place: { file },
      });
    }
    return { version: this.#version, text, edits: this.#edits, open: this.#open };
  }

  /** The words were read before, under another heading: the fingerprint of both may go on. */
  #rename(
    { document, section, reason, fingerprint }: SectionStanding,
    now: string,
    pair: ReturnType<YamlText["pair"]>,
  ): void {
    const taken = this.#policy.documents[document]?.fingerprints[now] !== undefined;
    if (taken || pair === undefined || section === undefined) return;
    this.#yaml.replace(pair.key, quoted(now));
    if (pair.value !== null && fingerprint !== undefined) this.#yaml.replace(pair.value, fingerprint);
    this.#edit(`documents.${document}.fingerprints`, section, now, reason, undefined);
    const [from, to] = [`${document}#${section}`, `${document}#${now}`];
    for (const list of ["rules", "clocks", "holds"] as const) {
      for (const [index, one] of this.#policy[list].entries()) {
        for (const scalar of this.#yaml.scalars(this.#yaml.node(list, index, "cite"))) {
          if (scalar.value !== from) continue;
          this.#yaml.replace(scalar, quoted(to));
          this.#edit(`${list}.${"hold" in one ? one.hold : one.id}.cite`, from, to, reason, undefined);
        }
      }
    }
  }

  #noteAll(document: string, section: string, reason: string, quote: string | undefined): void {
    for (const { kind, id, cite } of restingOn(this.#policy)) {
      if (!cite.some((one) => one.document === document && one.section === section)) continue;
      this.#note(kind, id, reason);
      this.#point(`${kind} ${id}`, reason, quote);
    }
  }

  #note(kind: "rule" | "clock" | "hold", id: string, line: string): void {
    const list = `${kind}s` as const;
    const index = this.#policy[list].findIndex((one) => ("hold" in one ? one.hold : one.id) === id);
    const place = `${list}.${index}`;
    this.#notes.set(place, [...(this.#notes.get(place) ?? []), line]);
  }

  #edit(
    field: string,
    from: string | undefined,
    to: string,
    because: string,
    quote: string | undefined,
  ): void {
    this.#edits.push({ field, from, to, because, quote });
  }

  #point(about: string, reason: string, quote: string | undefined): void {
    this.#open.push({ about, reason, quote });
  }
}

/** Double quotes of YAML take what JSON writes. */
function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : JSON.stringify(text);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, "2025-10-08".length);
}
