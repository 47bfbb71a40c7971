/**
 * Products of atoms -> conditions
 *
 * The two variables of a comparison are one of three ways to lie; products that differ in nothing else
 * are one. A none lies nowhere, and its variables are false: as if it were after everything.
 */
import { definitionOf } from "../../facts/vocabulary.ts";
import { type Atom, atomKey, type Term } from "../atoms.ts";
import type { Comparison, Expr } from "../expr.ts";
import type { Product } from "./cover.ts";
import { inverse, joined } from "./parts.ts";

interface Lying {
  readonly left: Term;
  readonly right: Term;
  /** Any of `<`, `=`, `>`, in this order. */
  readonly ways: string;
}

interface Alternative {
  readonly plain: ReadonlyMap<string, { readonly atom: Atom; readonly value: boolean }>;
  readonly lying: ReadonlyMap<string, Lying>;
}

export function productExprs(products: readonly Product[], meanings: readonly Atom[]): readonly Expr[] {
  let left = products.map((product) => alternativeOf(product, meanings));
  for (let merged = mergeOnce(left); merged !== undefined; merged = mergeOnce(left)) left = merged;
  return left.flatMap((one) => joined("and", exprsOf(one)));
}

function alternativeOf(product: Product, meanings: readonly Atom[]): Alternative {
  const plain = new Map<string, { atom: Atom; value: boolean }>();
  const lying = new Map<string, Lying>();
  for (const [variable, value] of product) {
    const atom = meanings[variable];
    if (atom === undefined || atom.kind === "known") continue;
    if (atom.kind !== "less" && atom.kind !== "equal") {
      plain.set(atomKey(atom), { atom, value });
      continue;
    }
    const { left, right } = atom;
    const key = `${left.key} ${right.key}`;
    const one = atom.kind === "less" ? "<" : "=";
    const ways = lying.get(key)?.ways ?? "<=>";
    lying.set(key, { left, right, ways: value ? one : ways.replace(one, "") });
  }
  return { plain, lying };
}

/** Two that differ in how one pair of terms lies become one; undefined where there are none such. */
function mergeOnce(all: readonly Alternative[]): Alternative[] | undefined {
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) {
      const merged = mergedPair(a, b);
      if (merged !== undefined) return [...all.filter((one) => one !== a && one !== b), merged];
    }
  }
  return undefined;
}

function mergedPair(a: Alternative, b: Alternative): Alternative | undefined {
  if (a.lying.size !== b.lying.size || textOf(a.plain) !== textOf(b.plain)) return undefined;
  const unlike = [...a.lying].filter(([pair, { ways }]) => b.lying.get(pair)?.ways !== ways);
  const [only] = unlike;
  if (only === undefined || unlike.length > 1) return undefined;
  const [key, lies] = only;
  const other = b.lying.get(key);
  if (other === undefined) return undefined;
  const either = [..."<=>"].filter((way) => lies.ways.includes(way) || other.ways.includes(way)).join("");
  const lying = new Map(a.lying).set(key, { ...lies, ways: either });
  if (either === "<=>") lying.delete(key);
  return { plain: a.plain, lying };
}

function textOf(plain: Alternative["plain"]): string {
  return [...plain].map(([key, { value }]) => `${key} ${value}`).join();
}

function exprsOf({ plain, lying }: Alternative): readonly Expr[] {
  return [
    ...[...plain.values()].map(({ atom, value }) => (value ? exprOf(atom) : inverse(exprOf(atom)))),
    ...[...lying.values()].map((lies) => lyingExpr(lies, plain)),
  ];
}

const OPS: Readonly<Record<string, Comparison>> = {
  "<": "<",
  "=": "==",
  ">": ">",
  "<=": "<=",
  "=>": ">=",
  "<>": "!=",
};

function lyingExpr({ left, right, ways }: Lying, plain: Alternative["plain"]): Expr {
  const isThere = (one: Term): boolean =>
    one.fact === undefined ||
    !definitionOf(one.fact).optional ||
    plain.get(atomKey({ kind: "has", fact: one.fact }))?.value === true;
  const said = (which: string): Expr => ({
    kind: "compare",
    op: OPS[which] ?? "==",
    left: termExpr(left),
    right: termExpr(right),
  });
  const has = [left, right].flatMap((term): readonly Expr[] =>
    isThere(term) || term.fact === undefined ? [] : [{ kind: "has", name: term.fact }],
  );
  if (has.length === 0 || !ways.includes(">")) return joined("and", [...has, said(ways)])[0] ?? said(ways);
  const opposite = said([..."<=>"].filter((way) => !ways.includes(way)).join(""));
  return inverse(joined("and", [...has, opposite])[0] ?? opposite);
}

function exprOf(atom: Atom): Expr {
  switch (atom.kind) {
    case "known":
    case "has":
      return { kind: "has", name: atom.fact };
    case "holds":
      return { kind: "fact", name: atom.fact };
    case "text":
      return {
        kind: "compare",
        op: "==",
        left: { kind: "fact", name: atom.fact },
        right: { kind: "literal", type: definitionOf(atom.fact).type, value: atom.text },
      };
    case "same":
    case "less":
    case "equal":
      return {
        kind: "compare",
        op: atom.kind === "less" ? "<" : "==",
        left: termExpr(atom.left),
        right: termExpr(atom.right),
      };
  }
}

function termExpr({ fact, literal, moves }: Term): Expr {
  if (fact === undefined) {
    const type = typeof literal === "number" ? "timestamp" : "string";
    return { kind: "literal", type, value: literal ?? "" };
  }
  return moves.reduce<Expr>((base, move) => ({ kind: "shift", base, ...move }), { kind: "fact", name: fact });
}
