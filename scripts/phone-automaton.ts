/**
 * Patterns of national numbers -> one minimal automaton
 *
 * For `generate-phone-metadata.ts` only. The patterns describe finite sets of digit strings, so the
 * automaton has no circle, and states that accept the same rests are one state, whatever the country.
 */
export interface Pattern {
  /** Digits, `[...]`, `\d`, `(?:..|..)`, `?`, `{n}`, `{n,m}`: what numbering plans are written in. */
  readonly source: string;
  /** What a number that matches is, as bits. */
  readonly kind: number;
}

/** A node waits for one of `digits`, or for nothing (`digits` is 0) and then goes on. */
interface Node {
  readonly digits: number;
  readonly next: Node[];
  kind: number;
}

const ANY_DIGIT = 0b11_1111_1111;

/** States by number; a target is always a smaller number. State 0 accepts nothing and leads nowhere. */
export class Automaton {
  readonly kinds: number[] = [0];
  /** Ten targets per state. */
  readonly targets: number[][] = [new Array<number>(10).fill(0)];
  readonly #known = new Map<string, number>([[`0:${new Array<number>(10).fill(0)}`, 0]]);

  /** Adds the patterns of one country code and returns the state to begin in. */
  add(patterns: readonly Pattern[]): number {
    const starts = patterns.map(({ source, kind }) => {
      const end: Node = { digits: 0, next: [], kind };
      return parse(source, end);
    });
    return this.#state(closure(starts), new Map());
  }

  #state(nodes: ReadonlySet<Node>, seen: Map<string, number>): number {
    const key = [...nodes].map(idOf).sort().join(" ");
    const before = seen.get(key);
    if (before !== undefined) return before;
    let kind = 0;
    for (const node of nodes) kind |= node.kind;
    const targets: number[] = [];
    for (let digit = 0; digit < 10; digit += 1) {
      const next = [...nodes]
        .filter((node) => (node.digits & (1 << digit)) !== 0)
        .flatMap((node) => node.next);
      targets.push(next.length === 0 ? 0 : this.#state(closure(next), seen));
    }
    const shape = `${kind}:${targets}`;
    const known = this.#known.get(shape) ?? this.kinds.length;
    if (known === this.kinds.length) {
      this.#known.set(shape, known);
      this.kinds.push(kind);
      this.targets.push(targets);
    }
    seen.set(key, known);
    return known;
  }
}

const ids = new WeakMap<Node, number>();
let lastId = 0;

function idOf(node: Node): number {
  const known = ids.get(node);
  if (known !== undefined) return known;
  lastId += 1;
  ids.set(node, lastId);
  return lastId;
}

function closure(nodes: readonly Node[]): Set<Node> {
  const found = new Set<Node>();
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    if (node.digits === 0) open.push(...node.next);
  }
  return found;
}

/** The first node of what matches `source` and then goes on with `end`. */
function parse(source: string, end: Node): Node {
  let at = 0;

  const fail = (): never => {
    throw new Error(`cannot read the pattern \`${source}\` at ${at}`);
  };

  /** Parts are kept as functions from what follows to a first node, so that they can be repeated. */
  type Part = (next: Node) => Node;

  const alternatives = (): Part => {
    const choices: Part[] = [sequence()];
    while (source[at] === "|") {
      at += 1;
      choices.push(sequence());
    }
    return (next) => ({ digits: 0, next: choices.map((choice) => choice(next)), kind: 0 });
  };

  const sequence = (): Part => {
    const parts: Part[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") parts.push(repeated(single()));
    return (next) => parts.reduceRight((rest, part) => part(rest), next);
  };

  const repeated = (part: Part): Part => {
    let [least, most] = [1, 1];
    const counts = /^\{(\d+)(?:,(\d+))?\}/.exec(source.slice(at));
    if (counts !== null) {
      least = Number(counts[1]);
      most = Number(counts[2] ?? counts[1]);
      at += counts[0].length;
    } else if (source[at] === "?") {
      least = 0;
      at += 1;
    }
    return (next) => {
      let node = next;
      for (let count = most; count > 0; count -= 1) {
        const taken = part(node);
        node = count > least ? { digits: 0, next: [taken, next], kind: 0 } : taken;
      }
      return node;
    };
  };

  const single = (): Part => {
    const rest = source.slice(at);
    if (rest.startsWith("(?:")) {
      at += 3;
      const part = alternatives();
      if (source[at] !== ")") fail();
      at += 1;
      return part;
    }
    const set = /^(?:\\d|\d|\[[\d-]+\])/.exec(rest)?.[0] ?? fail();
    at += set.length;
    const digits = digitsOf(set);
    return (next) => ({ digits, next: [next], kind: 0 });
  };

  const first = alternatives()(end);
  if (at !== source.length) fail();
  return first;
}

function digitsOf(set: string): number {
  if (set === "\\d") return ANY_DIGIT;
  let digits = 0;
  for (const [, from, to] of set.matchAll(/(\d)(?:-(\d))?/g)) {
    for (let digit = Number(from); digit <= Number(to ?? from); digit += 1) digits |= 1 << digit;
  }
  return digits;
}
