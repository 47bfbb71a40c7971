/**
 * The conditions of one file: `define` entries resolved in any order, each condition read, type
 * checked, and remembered by its path so that findings can be placed.
 */
import type { Node, Scalar } from "yaml";
import { type Place, ProvisoError } from "../errors.ts";
import type { FactType } from "../facts/vocabulary.ts";
import { type Definitions, parseCondition } from "./cel.ts";
import { checkExpr } from "./check.ts";
import { type Expr, type Fold, fold } from "./expr.ts";
import { entriesOf, type Mapping } from "./yaml-mapping.ts";
import { type Reading, startOf } from "./yaml-reading.ts";

/** A definition that is not sound: already reported, so that its users are not reported again. */
class BrokenDefinition extends Error {}

/** With its definitions written out. Doubling definitions would otherwise grow without bound. */
const LARGEST = 20_000;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export class Conditions implements Definitions {
  readonly #reading: Reading;
  readonly #texts: Map<string, Scalar<string>> = new Map();
  readonly #resolved: Map<string, Expr | undefined> = new Map();
  readonly #sizes: Map<string, number> = new Map();
  readonly #open: string[] = [];
  readonly #places: Map<string, (offset: number) => Place> = new Map();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Reads the `define` section; its conditions may speak of items. */
  define(section: Node): Readonly<Record<string, Expr>> {
    for (const { key, value } of entriesOf(section, "define", this.#reading) ?? []) {
      const field = `define.${key.value}`;
      if (!NAME.test(key.value)) {
        const hint = "a name has letters, digits and `_`";
        this.#reading.fail("POLICY_INVALID", `\`${key.value}\` is not a name`, key, "define", hint);
      } else {
        const text = scalarOf(value);
        if (text === undefined)
          this.#reading.fail("POLICY_INVALID", `\`${field}\` is a condition`, value, field);
        else this.#texts.set(key.value, text);
      }
    }
    const define: [string, Expr][] = [];
    for (const name of this.#texts.keys()) {
      try {
        const body = this.get(name);
        if (body !== undefined) define.push([name, body]);
      } catch (error) {
        if (!(error instanceof BrokenDefinition)) throw error;
      }
    }
    return Object.fromEntries(define);
  }

  keys(): Iterable<string> {
    return this.#texts.keys();
  }

  /** @throws BrokenDefinition if the definition is not sound, ProvisoError if it leads back to itself */
  get(name: string): Expr | undefined {
    const text = this.#texts.get(name);
    if (text === undefined) return undefined;
    if (!this.#resolved.has(name)) {
      if (this.#open.includes(name)) {
        const round = [...this.#open.slice(this.#open.indexOf(name)), name].map((one) => `\`${one}\``);
        throw new ProvisoError("POLICY_CYCLE", `the definition leads back to itself: ${round.join(" -> ")}`);
      }
      this.#open.push(name);
      const expr = this.#parse(text, `define.${name}`, `define.${name}`, "bool", true);
      this.#open.pop();
      this.#resolved.set(name, expr);
      if (expr !== undefined) this.#sizes.set(name, this.#sizeOf(expr));
    }
    const expr = this.#resolved.get(name);
    if (expr === undefined) throw new BrokenDefinition();
    return expr;
  }

  /**
   * Reads the condition at `key`, if there is one.
   * @param about the path that findings know it by
   */
  read(mapping: Mapping, key: string, about: string, wanted: FactType, items: boolean): Expr | undefined {
    const scalar = mapping.scalar(key);
    return scalar === undefined ? undefined : this.#parse(scalar, mapping.path(key), about, wanted, items);
  }

  /** Where an offset in the condition at `about` lies. */
  placeOf(about: string, offset: number): Place | undefined {
    return this.#places.get(about)?.(offset);
  }

  #sizeOf(expr: Expr): number {
    return fold(sizing(this.#sizes), expr);
  }

  #parse(
    scalar: Scalar<string>,
    field: string,
    about: string,
    wanted: FactType,
    items: boolean,
  ): Expr | undefined {
    const at = this.#reading.placesIn(scalar, field);
    this.#places.set(about, at);
    let expr: Expr;
    try {
      expr = parseCondition(scalar.value, this, at);
    } catch (error) {
      if (!(error instanceof BrokenDefinition)) this.#reading.caught(error, scalar, field);
      return undefined;
    }
    if (this.#sizeOf(expr) > LARGEST) {
      const message = `the condition has more than ${LARGEST} parts, its definitions written out`;
      return this.#reading.fail("POLICY_SYNTAX", message, scalar, field);
    }
    const problems = checkExpr(expr, wanted, items);
    for (const { message, hint, span } of problems) {
      const place = span === undefined ? this.#reading.place(startOf(scalar), field) : at(span.start);
      this.#reading.errors.push(new ProvisoError("POLICY_TYPE", message, { place, hint }));
    }
    return problems.length > 0 ? undefined : expr;
  }
}

function sizing(sizes: ReadonlyMap<string, number>): Fold<number> {
  return {
    literal: () => 1,
    fact: () => 1,
    has: () => 1,
    compare: (node, go) => 1 + go(node.left) + go(node.right),
    in: (node, go) => node.list.length + go(node.value),
    not: (node, go) => 1 + go(node.operand),
    and: (node, go) => 1 + go(node.left) + go(node.right),
    or: (node, go) => 1 + go(node.left) + go(node.right),
    if: (node, go) => 1 + go(node.condition) + go(node.yes) + go(node.no),
    shift: (node, go) => 1 + go(node.base),
    defined: (node) => sizes.get(node.name) ?? 1,
  };
}

function scalarOf(node: Node): Scalar<string> | undefined {
  const value = (node as Partial<Scalar>).value;
  return typeof value === "string" ? (node as Scalar<string>) : undefined;
}
