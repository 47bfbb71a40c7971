/** How far apart instants may lie: `to - from` is at most so many milliseconds. */
const NEVER = Number.POSITIVE_INFINITY;

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  /** Whose demand it is; undefined where the calendar asks for it. */
  readonly because: number | undefined;
}

export class Distances {
  readonly #nodes: Map<string, number> = new Map();
  readonly #edges: Edge[] = [];

  limit(from: string, to: string, most: number, because?: number): void {
    this.#edges.push({ from: this.#node(from), to: this.#node(to), most, because });
  }

  /** The demands of a cycle that cannot be met; undefined where none contradict each other. */
  contradiction(): ReadonlySet<number> | undefined {
    // Bellman and Ford: as many rounds as nodes, and one that must change nothing.
    const count = this.#nodes.size;
    const least = new Array<number>(count).fill(0);
    const by: (Edge | undefined)[] = new Array<undefined>(count).fill(undefined);
    let changed: number | undefined;
    for (let round = 0; round <= count; round += 1) {
      changed = undefined;
      for (const edge of this.#edges) {
        const reached = (least[edge.from] ?? 0) + edge.most;
        if (reached >= (least[edge.to] ?? 0)) continue;
        least[edge.to] = reached;
        by[edge.to] = edge;
        changed = edge.to;
      }
      if (changed === undefined) return undefined;
    }
    let at = changed ?? 0;
    for (let step = 0; step < count; step += 1) at = by[at]?.from ?? at;
    const because = new Set<number>();
    const start = at;
    do {
      const edge = by[at];
      if (edge === undefined) break;
      if (edge.because !== undefined) because.add(edge.because);
      at = edge.from;
    } while (at !== start);
    return because;
  }

  /** The earliest and latest of `node` that the demands leave, counted from `origin`, with some settled. */
  range(node: string, origin: string, settled: ReadonlyMap<string, number>): readonly [number, number] {
    const edges = [...this.#edges];
    const from = this.#node(origin);
    for (const [name, value] of settled) {
      const to = this.#node(name);
      edges.push({ from, to, most: value, because: undefined });
      edges.push({ from: to, to: from, most: -value, because: undefined });
    }
    const at = this.#node(node);
    return [-reach(edges, at, this.#nodes.size, from), reach(edges, from, this.#nodes.size, at)];
  }

  #node(name: string): number {
    const known = this.#nodes.get(name);
    if (known !== undefined) return known;
    this.#nodes.set(name, this.#nodes.size);
    return this.#nodes.size - 1;
  }
}

/** The most that `to` can lie after `from`. */
function reach(edges: readonly Edge[], from: number, count: number, to: number): number {
  const least = new Array<number>(count).fill(NEVER);
  least[from] = 0;
  // Demands that contradict each other once values are settled would go round for ever.
  for (let round = 0, changed = true; changed && round <= count; round += 1) {
    changed = false;
    for (const edge of edges) {
      const reached = (least[edge.from] ?? NEVER) + edge.most;
      if (reached >= (least[edge.to] ?? NEVER)) continue;
      least[edge.to] = reached;
      changed = true;
    }
  }
  return least[to] ?? NEVER;
}
