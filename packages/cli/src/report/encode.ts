/**
 * ReportRow -> **wire row + tables** -> the page's data
 *
 * Loses nothing of a decision that the page shows. Memory grows with the number of different
 * answers, not with the number of rows.
 */
import type {
  ClockAnswer,
  Decision,
  Explanation,
  FactTrace,
  KeepAnswer,
  PolicyRef,
  RuleTrace,
  UseAnswer,
} from "@proviso/core/decision";
import type {
  ShapeClock,
  ShapeFact,
  ShapeKeep,
  WireClock,
  WireDocument,
  WireGroup,
  WirePolicy,
  WireRow,
  WireShape,
  WireTrace,
  WireUse,
} from "./client/wire.ts";
import { plainText, plainTitle } from "./escape.ts";
import { Table, Texts } from "./intern.ts";
import type { FactWords, ReportPolicy, ReportRow } from "./model.ts";
import { finite, RowCells } from "./row-cells.ts";

export class Encoder {
  readonly texts = new Texts();
  readonly groups = new Table<WireGroup>();
  readonly uses = new Table<WireUse>();
  readonly clocks = new Table<WireClock>();
  readonly traces = new Table<WireTrace>();
  readonly lists = new Table<readonly number[]>();
  readonly shapes = new Table<WireShape>();
  readonly policies: WirePolicy[];
  /** Conversations per index of `shapes`. */
  readonly counts: number[] = [];
  readonly #policyIndex = new Map<string, number>();
  readonly #policyByRef = new WeakMap<PolicyRef, number>();
  readonly #useIndex = new WeakMap<UseAnswer, number>();
  readonly #traceIndex = new WeakMap<RuleTrace, number>();
  readonly #listIndex = new WeakMap<readonly RuleTrace[], number>();
  readonly #vocabulary: Readonly<Record<string, FactWords>>;

  constructor(policies: readonly ReportPolicy[], vocabulary: Readonly<Record<string, FactWords>>) {
    this.policies = [];
    this.#vocabulary = vocabulary;
    for (const policy of policies) {
      this.#policyIndex.set(refKey(policy), this.policies.length);
      const documents = Object.entries(policy.documents).map(([name, document]) => {
        const { fingerprints: _, ...shown } = document;
        return [name, plain<WireDocument>(shown)] as const;
      });
      this.policies.push({ ...policy, documents: Object.fromEntries(documents) });
    }
  }

  row(row: ReportRow): WireRow {
    const created = finite(row.createdAt);
    const last = finite(row.lastActivityAt);
    const cells = new RowCells(row, this.#accountInstants(row), this.texts);
    const shape = this.shapes.index(this.#shape(row.decision, row.explanation, cells));
    this.counts[shape] = (this.counts[shape] ?? 0) + 1;
    const title = plainTitle(row.title);
    const group = this.groups.index(
      plain<WireGroup>({
        file: plainText(row.file),
        source: row.source,
        surface: row.surface,
        mode: row.mode,
        account: row.decision.account,
      }),
    );
    return [
      row.id,
      title === undefined ? null : this.texts.cell(title),
      created ?? null,
      last === undefined ? null : last - (created ?? 0),
      row.items,
      group,
      shape,
      ...cells.holes,
    ];
  }

  #accountInstants(row: ReportRow): ReadonlySet<number> {
    const instants = new Set<number>([row.decision.at]);
    for (const fact of row.explanation?.facts ?? []) {
      if (typeof fact.value === "number" && !this.#ofConversation(fact)) instants.add(fact.value);
    }
    return instants;
  }

  #ofConversation(fact: FactTrace): boolean {
    const about = this.#vocabulary[fact.name]?.about;
    return about !== "account" && about !== "query";
  }

  #shape(decision: Decision, explanation: Explanation | undefined, cells: RowCells): WireShape {
    const shape: WireShape = {
      uses: decision.uses.map((use) => kept(this.#useIndex, use, () => this.uses.index(this.#use(use)))),
      clocks: decision.clocks.map((clock) => this.#clock(clock, cells)),
      keep: decision.keep.map((keep) => keepCells(keep, decision.clocks, cells)),
      policies: decision.policies.map((policy) => this.#policy(policy)),
    };
    return {
      ...shape,
      ...(decision.runs.length > 0 ? { runs: decision.runs.map((run) => this.texts.always(run)) } : {}),
      ...(explanation === undefined
        ? {}
        : {
            rules: Object.entries(explanation.rules).map(([purpose, traces]) => [
              purpose,
              this.#traceList(traces),
            ]),
            facts: explanation.facts.map((fact) => this.#fact(fact, cells)),
          }),
    };
  }

  #use(use: UseAnswer): WireUse {
    return plain<WireUse>({ ...use, policy: this.#policyOrNull(use.policy) });
  }

  #clock(clock: ClockAnswer, cells: RowCells): ShapeClock {
    const { from, until, elapsed, policy, ...rest } = clock;
    const index = this.clocks.index(plain<WireClock>({ ...rest, policy: this.#policyOrNull(policy) }));
    return [index, cells.when(from), cells.until(until, from, clock.period), elapsed ? 1 : 0];
  }

  #traceList(traces: readonly RuleTrace[]): number {
    return kept(this.#listIndex, traces, () =>
      this.lists.index(traces.map((trace) => kept(this.#traceIndex, trace, () => this.#trace(trace)))),
    );
  }

  /** A rule of one policy has one effect, reason and citation, so its name stands for them. */
  #trace(trace: RuleTrace): number {
    const policy = this.#policy(trace.policy);
    const grounds = trace.grounds.map(({ text, value }) => `\n${value} ${text}`).join("");
    const key = `${policy} ${trace.outcome} ${trace.value} ${trace.rule}${grounds}`;
    return this.traces.indexBy(key, () => plain<WireTrace>({ ...trace, policy }));
  }

  #fact(fact: FactTrace, cells: RowCells): ShapeFact {
    const own = this.#ofConversation(fact);
    const events = fact.events.map((event) => (own ? cells.text(event) : this.texts.always(event)));
    if (fact.value === undefined) return [fact.name, "?", null, events];
    if (typeof fact.value !== "number") return [fact.name, "v", fact.value, events];
    const prefer = fact.name === "conversation.createdAt" ? "c" : "l";
    return [fact.name, "t", own ? cells.when(fact.value, prefer) : fact.value, events];
  }

  #policyOrNull(ref: PolicyRef | undefined): number | null {
    return ref === undefined ? null : this.#policy(ref);
  }

  /** A policy that the model does not list gets a line of its own, without documents. */
  #policy(ref: PolicyRef): number {
    const known = this.#policyByRef.get(ref);
    if (known !== undefined) return known;
    const key = refKey(ref);
    const found = this.#policyIndex.get(key) ?? this.policies.length;
    if (found === this.policies.length) {
      this.policies.push({ id: ref.id, version: ref.version, digest: ref.digest, documents: {} });
    }
    this.#policyIndex.set(key, found);
    this.#policyByRef.set(ref, found);
    return found;
  }
}

/** The engine hands out one object for equal answers wherever it can: those are looked up by identity. */
function kept<K extends object>(known: WeakMap<K, number>, key: K, make: () => number): number {
  let index = known.get(key);
  if (index === undefined) {
    index = make();
    known.set(key, index);
  }
  return index;
}

function keepCells(keep: KeepAnswer, clocks: readonly ClockAnswer[], cells: RowCells): ShapeKeep {
  const named = clocks.findIndex((clock) => clock.copy === keep.copy && clock.until === keep.until);
  const until = keep.until !== null && named >= 0 ? `k${named}` : cells.when(keep.until);
  const held = clocks.findIndex((clock) => clock.copy === keep.copy && clock.until === keep.atLeast);
  if (keep.atLeast === "released") return [keep.copy, until, "released"];
  return [keep.copy, until, keep.atLeast !== null && held >= 0 ? `k${held}` : cells.when(keep.atLeast)];
}

function refKey(ref: PolicyRef): string {
  return `${ref.id}@${ref.version} ${ref.digest}`;
}

/** The same value as its JSON will have it: the wire types say absent where ours say undefined. */
function plain<T>(value: object): T {
  return value as T;
}
