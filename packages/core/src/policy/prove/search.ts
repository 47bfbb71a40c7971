/**
 * Claims -> one question to the solver after another, and what its models stand for
 *
 * The solver knows bounds of the calendar, not the calendar: a model that no instants fit is ruled
 * out and the question put again. What cannot be settled so is lost, and then `unsat` proves nothing.
 */
import type { Slot } from "../../facts/facts.ts";
import { definitionOf, FACT_INDEX, FACT_NAMES, type FactName } from "../../facts/vocabulary.ts";
import { smtOf } from "../compile/smt.ts";
import { SmtScript } from "../compile/smt-script.ts";
import type { Expr } from "../expr.ts";
import { ordinarySlot, ordinaryValue } from "../witness/ordinary.ts";
import { type Broken, breaks, bySpec } from "./breaks.ts";
import type { Claim } from "./claim.ts";
import { brokenTerm } from "./claim-smt.ts";
import { forgottenStep } from "./forgotten-step.ts";
import { type Laid, lay, type Shape, type Side, sideOf } from "./shapes.ts";
import { type Model, readModel, type Solver } from "./solver.ts";
import { otherText, type Space, spaceOf } from "./space.ts";

export interface Found {
  readonly claim: Claim;
  readonly broken: Broken;
}

export class Search {
  readonly claims: readonly Claim[];
  readonly space: Space;
  readonly script: SmtScript = new SmtScript();
  /** Where each claim is broken. */
  readonly terms: readonly string[];
  /** What a counterexample should be like, if it can. */
  readonly wanted: readonly string[];
  questions = 0;
  /** Some model was ruled out without proof. */
  isLost = false;
  readonly #solver: Solver;
  readonly #timeoutMs: number;
  readonly #asserted: string[] = [];
  #text: string | undefined;

  /** @param laws conditions that are never false of the facts in question */
  constructor(
    claims: readonly Claim[],
    solver: Solver,
    timeoutMs: number,
    laws: readonly Expr[],
    wanted: readonly Expr[],
  ) {
    this.claims = claims;
    this.#solver = solver;
    this.#timeoutMs = timeoutMs;
    this.terms = claims.map((claim) => brokenTerm(claim, this.script));
    for (const law of laws) this.#asserted.push(this.script.not(smtOf(law, this.script).f));
    this.#asserted.push(this.script.or(...this.terms));
    const conditions = wanted.map((one) => smtOf(one, this.script).t);
    const known = [...this.script.facts.values()].map((terms) => terms.known);
    // Facts that are all known are the easiest to read.
    this.wanted = [`(and ${known.join(" ")} true)`, ...conditions];
    this.space = spaceOf(this.script);
  }

  /** Asks for facts that break a claim and satisfy these terms too. */
  async ask(
    terms: readonly string[],
  ): Promise<{ readonly status: "sat" | "unsat" | "unknown"; readonly model: Model }> {
    this.questions += 1;
    this.#text ??= `(set-logic QF_LIA)\n${this.script.text()}`;
    const asserted = [...this.#asserted, ...terms].map((term) => `(assert ${term})`);
    const script = `${this.#text}\n${asserted.join("\n")}\n`;
    const { status, model } = await this.#solver.check(script, this.#timeoutMs);
    return { status, model: status === "sat" ? readModel(model) : new Map() };
  }

  /** What the model stands for, confirmed by the reference evaluator; undefined where it was ruled out. */
  confirm(model: Model): Found | undefined {
    const broken = this.#broken(this.#slots(model, undefined), model);
    if (broken !== undefined) return broken;
    const laid = this.lay(model);
    if (typeof laid === "object" && "values" in laid) {
      const found = this.facts(model, laid.values);
      if (found !== undefined) return found;
    }
    this.ruleOut(model, laid);
    return undefined;
  }

  /** Real instants that lie as the model says, the plainest that are found. */
  lay(model: Model): Laid {
    return lay(this.#shape(model), this.space.pairs, this.#present(model), true);
  }

  /** The model's facts with these instants. */
  facts(model: Model, instants: ReadonlyMap<FactName, number>): Found | undefined {
    return this.#broken(this.#slots(model, instants), model);
  }

  ruleOut(model: Model, laid: Laid): void {
    const shape = this.#shape(model);
    const never = typeof laid === "object" && "never" in laid ? laid.never : undefined;
    if (never === undefined) this.isLost = true;
    const ruled = [...shape].filter(([index]) => never === undefined || never.includes(index));
    const terms = ruled.map(([index, side]) => this.sideTerm(index, side));
    const facts = never === undefined ? [...this.#present(model)] : this.#factsOf(never);
    const there = facts.flatMap((fact) => [this.script.fact(fact).known, this.script.fact(fact).has]);
    const rest = never === undefined ? this.#stateTerms(model) : [];
    this.#rule(terms, there, rest);
  }

  #rule(...groups: readonly (readonly string[])[]): void {
    const parts = groups.flat().filter((part) => part !== "true");
    this.#asserted.push(`(not (and true ${parts.join(" ")}))`);
  }

  sideTerm(index: number, side: Side): string {
    const pair = this.space.pairs[index];
    if (pair === undefined) return "true";
    if (side === "<") return pair.less;
    return side === "=" ? pair.equal : `(not (or ${pair.less} ${pair.equal}))`;
  }

  /** `undefined`: unknown, `null`: none, `"there"`: some value, or this value. */
  stateTerm(fact: FactName, state: Slot): string {
    const { known, has, value } = this.script.fact(fact);
    if (state === undefined) return `(not ${known})`;
    if (state === null) return `(and ${known} (not ${has}))`;
    if (state === "there") return `(and ${known} ${has})`;
    const code = typeof state === "boolean" ? String(state) : this.#code(String(state));
    return `(and ${known} ${has} (= ${value} ${code}))`;
  }

  #code(text: string): number {
    const { texts } = this.script;
    const known = texts.get(text);
    if (known !== undefined) return known;
    // Texts that no condition names have numbers of their own, by their place among a fact's values.
    const others = [...new Set(this.space.discrete.flatMap(({ values }) => values))].filter(
      (value) => typeof value === "string" && !texts.has(value),
    );
    return texts.size + others.indexOf(text);
  }

  #stateTerms(model: Model): readonly string[] {
    return this.space.discrete.map(({ fact }) => {
      const { known, has, value } = this.script.fact(fact);
      if (model.get(known) === false) return `(not ${known})`;
      if (model.get(has) === false) return `(and ${known} (not ${has}))`;
      return `(and ${known} ${has} (= ${value} ${printed(model, value, definitionOf(fact).type)}))`;
    });
  }

  #factsOf(pairs: readonly number[]): readonly FactName[] {
    const facts = pairs.flatMap((index) => [
      this.space.pairs[index]?.left.fact,
      this.space.pairs[index]?.right.fact,
    ]);
    return [...new Set(facts.filter((fact) => fact !== undefined))];
  }

  #present(model: Model): ReadonlySet<FactName> {
    const isThere = (fact: FactName): boolean => {
      const { known, has } = this.script.fact(fact);
      return model.get(known) !== false && model.get(has) !== false;
    };
    return new Set(this.space.instants.map(({ fact }) => fact).filter(isThere));
  }

  #shape(model: Model): Shape {
    const present = this.#present(model);
    const shape = new Map<number, Side>();
    for (const [
      index,
      {
        left,
        right,
        terms: [from, to],
      },
    ] of this.space.pairs.entries()) {
      if ([left.fact, right.fact].some((fact) => fact !== undefined && !present.has(fact))) continue;
      shape.set(index, sideOf(numberIn(model, from), numberIn(model, to)));
    }
    return shape;
  }

  /** @param instants the model's own numbers where undefined */
  #slots(model: Model, instants: ReadonlyMap<FactName, number> | undefined): readonly Slot[] {
    const slots: Slot[] = FACT_NAMES.map(ordinarySlot);
    for (const [fact, { known, has, value }] of this.script.facts) {
      const { type } = definitionOf(fact);
      const number = numberIn(model, value);
      let slot: Slot;
      if (type === "bool") slot = model.get(value) === true;
      else if (type !== "timestamp") slot = this.#textOf(fact, number);
      else slot = instants === undefined ? number : (instants.get(fact) ?? Number(ordinaryValue(fact)));
      if (model.get(has) === false) slot = null;
      if (model.get(known) === false) slot = undefined;
      slots[FACT_INDEX[fact]] = slot;
    }
    return slots;
  }

  #textOf(fact: FactName, number: number): string {
    const { texts } = this.script;
    const named = [...texts].find(([, code]) => code === number)?.[0];
    if (named !== undefined) return named;
    const values = this.space.discrete.flatMap((one) => one.values);
    const mine = values.find(
      (value) => typeof value === "string" && !texts.has(value) && this.#code(value) === number,
    );
    if (typeof mine === "string" && definitionOf(fact).type === "string") return mine;
    return otherText(number, definitionOf(fact).type, new Set(texts.keys()), "");
  }

  #broken(slots: readonly Slot[], model: Model): Found | undefined {
    for (const claim of this.claims) {
      const answers = bySpec(claim);
      const found = breaks(claim, answers, this.space.facts, slots);
      if (found !== undefined) return { claim, broken: found };
      if (claim.breach.kind !== "forgetting") continue;
      const forgotten = this.space.facts.filter(
        (fact) => model.get(`g${this.script.fact(fact).known}`) === true,
      );
      const step = forgottenStep(claim, answers, forgotten, slots);
      if (step !== undefined) return { claim, broken: step };
    }
    return undefined;
  }
}

/** Of a constant, or a numeral as scripts have it. */
function numberIn(model: Model, term: string): number {
  const literal = /^(\d+)$|^\(- (\d+)\)$/.exec(term);
  if (literal !== null) return literal[1] === undefined ? -Number(literal[2]) : Number(literal[1]);
  return Number(model.get(term) ?? 0);
}

function printed(model: Model, value: string, type: string): string {
  return type === "bool" ? String(model.get(value) === true) : String(numberIn(model, value));
}
