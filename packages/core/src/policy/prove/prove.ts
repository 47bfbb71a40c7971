/**
 * NamedPromise x Policy -> **Proof**
 *
 * Each claim of a promise is enumerated where its classes are few and put to the solver where they
 * are many. What breaks a promise is held against what histories can give: a promise is broken only by
 * facts that some events might make so.
 */

import { parseCondition } from "../cel.ts";
import { type CompiledPolicy, compile } from "../compile/compile.ts";
import { SmtScript } from "../compile/smt-script.ts";
import type { Expr } from "../expr.ts";
import type { Policy, PolicySet } from "../policy.ts";
import { truthOf } from "../spec/evaluate.ts";
import { type Broken, bySpec } from "./breaks.ts";
import { type Claim, claimsOf, factsOfClaims } from "./claim.ts";
import { brokenTerm } from "./claim-smt.ts";
import { enumerate } from "./enumerate.ts";
import { historyOf } from "./history.ts";
import { lawsOfFacts } from "./laws.ts";
import type { NamedPromise } from "./named-promise.ts";
import type { Counterexample, Method, Proof } from "./proof.ts";
import { type Solved, type SolveOptions, solve } from "./solve.ts";
import type { Solver } from "./solver.ts";
import { estimate, type Space, spaceOf } from "./space.ts";

export interface ProveOptions {
  /** Absent: what is too large to enumerate stays undecided. */
  readonly solver?: Solver | undefined;
  /** `auto`: whichever is quicker. */
  readonly method?: "auto" | "enumerate" | "solve";
  /** For each question to the solver. */
  readonly timeoutMs?: number;
  /** The most classes that are enumerated; by default ten million, or with `auto` as many as a solver is worth. */
  readonly limit?: number;
  /** The versions around it: which of them is in force tells which dates a counterexample may have. */
  readonly set?: PolicySet | undefined;
  /** Rules that an exception of the pack names, for built-in promises. */
  readonly except?: readonly string[];
  /** Milliseconds of any clock. */
  readonly now?: () => number;
}

const TIMEOUT = 10_000;
const MOST_CLASSES = 10_000_000;
/** A question to the solver takes about as long as so many classes. */
const WORTH_A_QUESTION = 100_000;
/** Laying out instants costs as much as so many classes. */
const SHAPE_COST = 100;

interface Measured {
  readonly claim: Claim;
  readonly space: Space;
  readonly cost: number;
}

export async function prove(
  promise: NamedPromise,
  policy: Policy,
  options: ProveOptions = {},
): Promise<Proof> {
  const { now = () => 0, except = [] } = options;
  const began = now();
  const run = new Run(options);
  const claims = claimsOf(promise, policy, except).filter((claim) => run.isOpen(claim));
  const found = await run.decide(claims, compile(policy));
  return {
    promise,
    policy,
    verdict: found.verdict,
    histories: found.histories,
    methods: run.methods.size === 0 ? ["form"] : [...run.methods],
    classes: run.classes,
    questions: run.questions,
    took: now() - began,
    note: found.note,
    counterexample:
      found.shown === undefined ? undefined : counterexampleOf(found.shown, options.set ?? alone(policy)),
  };
}

type Shown = NonNullable<Solved["found"]>;

interface Decided {
  readonly verdict: Proof["verdict"];
  readonly histories: boolean;
  readonly shown: Shown | undefined;
  readonly note: string | undefined;
}

class Run {
  readonly methods: Set<Method> = new Set();
  classes = 0;
  questions = 0;
  readonly #options: ProveOptions;

  constructor(options: ProveOptions) {
    this.#options = options;
  }

  /** Nothing to decide where no condition speaks of holds. */
  isOpen(claim: Claim): boolean {
    if (claim.breach.kind !== "holding") return true;
    const facts = factsOfClaims([claim]);
    return facts.includes("hold.placedAt") || facts.includes("hold.releasedAt");
  }

  async decide(claims: readonly Claim[], compiled: CompiledPolicy): Promise<Decided> {
    const left: Claim[] = [];
    const notes: string[] = [];
    let isHistories = false;
    const all = claims.map(measure);
    // One question covers all claims: where one of them needs it, the others come for nothing.
    const isAsked = this.#isAuto && !all.every((one) => this.#isSmall(one));
    for (const { claim, space, cost } of all) {
      if (isAsked || !this.#isSmall({ cost })) {
        left.push(claim);
        continue;
      }
      this.methods.add("enumeration");
      const { classes, lost, broken } = enumerate(claim, compiled, space, isPossible);
      this.classes += classes;
      if (broken !== undefined) {
        const shown = await this.#inHistories(claim, broken);
        if (shown.verdict !== "proved") return shown;
        isHistories = true;
      } else if (lost) left.push(claim);
    }
    if (left.length === 0)
      return { verdict: "proved", histories: isHistories, shown: undefined, note: undefined };
    if (this.#options.method !== "solve") notes.push("too many classes to enumerate");
    const { solver } = this.#options;
    if (solver === undefined || this.#options.method === "enumerate") {
      notes.push("no solver was asked");
      return { verdict: "undecided", histories: false, shown: undefined, note: notes.join("; ") };
    }
    const solved = await this.#ask(left, solver, []);
    if (solved.verdict === "broken" && solved.found !== undefined) {
      const inHistories = await this.#ask(left, solver, lawsOfFacts());
      if (inHistories.verdict === "undecided" && inHistories.note !== undefined) notes.push(inHistories.note);
      return decidedOf(inHistories, true, notes);
    }
    if (solved.note !== undefined) notes.push(solved.note);
    return decidedOf(solved, isHistories, notes);
  }

  get #isAuto(): boolean {
    const { method = "auto", solver } = this.#options;
    return method === "auto" && solver !== undefined;
  }

  #isSmall({ cost }: Pick<Measured, "cost">): boolean {
    const { method, limit } = this.#options;
    if (method === "solve") return false;
    return cost <= (limit ?? (this.#isAuto ? WORTH_A_QUESTION : MOST_CLASSES));
  }

  /** Whether facts that some history gives break it too, and the plainest of them. */
  async #inHistories(claim: Claim, broken: Broken): Promise<Decided> {
    const { solver, method } = this.#options;
    if (solver === undefined || method === "enumerate") {
      const shown = { claim, broken, minimal: true };
      return { verdict: "broken", histories: isPossible(broken.after), shown, note: undefined };
    }
    return decidedOf(await this.#ask([claim], solver, lawsOfFacts()), true, []);
  }

  async #ask(claims: readonly Claim[], solver: Solver, laws: readonly Expr[]): Promise<Solved> {
    this.methods.add("solver");
    const policy = claims[0]?.policy;
    const options: SolveOptions = {
      solver,
      timeoutMs: this.#options.timeoutMs ?? TIMEOUT,
      laws,
      wanted: policy === undefined ? [] : inForceOf(policy, this.#options.set ?? alone(policy)),
    };
    const solved = await solve(claims, options, laws.length > 0);
    this.questions += solved.questions;
    return solved;
  }
}

function decidedOf({ verdict, found }: Solved, histories: boolean, notes: readonly string[]): Decided {
  return { verdict, histories, shown: found, note: notes.length === 0 ? undefined : notes.join("; ") };
}

function measure(claim: Claim): Measured {
  const script = new SmtScript();
  brokenTerm(claim, script);
  const space = spaceOf(script);
  const { classes, shapes } = estimate(space);
  return { claim, space, cost: classes + shapes * SHAPE_COST };
}

function isPossible(slots: Broken["after"]): boolean {
  return lawsOfFacts().every((law) => truthOf(law, slots) !== false);
}

function alone(policy: Policy): PolicySet {
  return { product: policy.product, chains: [[policy]] };
}

/** A date on which this version is in force, and the next one is not. */
function inForceOf(policy: Policy, set: PolicySet): readonly Expr[] {
  const chain = set.chains.find((one) => one[0]?.id === policy.id) ?? [];
  const next = chain[chain.findIndex((one) => one.version === policy.version) + 1];
  const [from, until] = [policy.effective.fixed.at(-1)?.at, next?.effective.fixed.at(-1)?.at];
  const at = (op: string, instant: number | undefined): readonly Expr[] =>
    instant === undefined
      ? []
      : [parseCondition(`query.at ${op} timestamp("${new Date(instant).toISOString()}")`)];
  return [...at(">=", from), ...at("<", until)];
}

function counterexampleOf({ claim, broken, minimal }: Shown, set: PolicySet): Counterexample {
  const facts = factsOfClaims([claim]);
  const { before, after } = broken;
  const { possible } = bySpec(claim)(after);
  return {
    purpose: claim.purpose,
    item: claim.item,
    slots: after,
    facts,
    other: before === undefined ? undefined : { name: otherName(claim), slots: before },
    rules: possible.map((rule) => rule?.id ?? "NO_RULE"),
    history: historyOf(after, facts, claim.policy, set, claim.item),
    minimal,
  };
}

function otherName({ breach }: Claim): string {
  return breach.kind === "holding" ? "without the hold" : "before a fact was forgotten";
}
