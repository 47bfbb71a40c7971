/**
 * Flows between two columns -> **where to draw them** (a Sankey picture of one step)
 *
 * Nodes stand in a fixed order on both sides, so that what stays runs level; bands are stacked in the order
 * of their other end, so that as few as possible cross. A node has room for its label however thin it is.
 */
import { ANSWERS, type Answer } from "./words.ts";

export interface FlowSize {
  readonly before: Answer;
  readonly after: Answer;
  readonly conversations: number;
}

export interface FlowNode {
  readonly answer: Answer;
  readonly conversations: number;
  readonly y: number;
  readonly height: number;
}

export interface FlowBand {
  readonly flow: FlowSize;
  readonly thickness: number;
  /** Tops of the two ends. */
  readonly from: number;
  readonly to: number;
}

export interface FlowLayout {
  readonly left: readonly FlowNode[];
  readonly right: readonly FlowNode[];
  readonly bands: readonly FlowBand[];
  readonly height: number;
}

const LEAST_BAND = 2;
/** A node takes this much at least, for its label. */
const LEAST_NODE = 22;
const GAP = 14;

export function layOutFlows(flows: readonly FlowSize[], height: number): FlowLayout {
  const total = Math.max(
    1,
    flows.reduce((sum, { conversations }) => sum + conversations, 0),
  );
  const thickness = ({ conversations }: FlowSize) => Math.max(LEAST_BAND, (height * conversations) / total);
  const column = (side: "before" | "after") => {
    const nodes: FlowNode[] = [];
    let y = 0;
    for (const answer of ANSWERS) {
      const own = flows.filter((flow) => flow[side] === answer);
      if (own.length === 0) continue;
      const tall = own.reduce((sum, flow) => sum + thickness(flow), 0);
      const conversations = own.reduce((sum, flow) => sum + flow.conversations, 0);
      nodes.push({ answer, conversations, y, height: tall });
      y += Math.max(tall, LEAST_NODE) + GAP;
    }
    return { nodes, end: y - GAP };
  };
  const left = column("before");
  const right = column("after");
  const order = ANSWERS.flatMap((before) => ANSWERS.map((after) => [before, after] as const));
  const used = { before: new Map<Answer, number>(), after: new Map<Answer, number>() };
  const place = (side: "before" | "after", nodes: readonly FlowNode[], flow: FlowSize) => {
    const passed = used[side].get(flow[side]) ?? 0;
    used[side].set(flow[side], passed + thickness(flow));
    return (nodes.find(({ answer }) => answer === flow[side])?.y ?? 0) + passed;
  };
  const bands = order.flatMap(([before, after]) =>
    flows
      .filter((flow) => flow.before === before && flow.after === after)
      .map((flow) => ({
        flow,
        thickness: thickness(flow),
        from: place("before", left.nodes, flow),
        to: place("after", right.nodes, flow),
      })),
  );
  return { left: left.nodes, right: right.nodes, bands, height: Math.max(left.end, right.end) };
}

/** A band between two columns: a curve above, its twin below. */
export function bandPath({ thickness, from, to }: FlowBand, x0: number, x1: number): string {
  const middle = (x0 + x1) / 2;
  const curve = (y0: number, end: number, y1: number) => `C${middle} ${y0} ${middle} ${y1} ${end} ${y1}`;
  return [
    `M${x0} ${from}`,
    curve(from, x1, to),
    `L${x1} ${to + thickness}`,
    curve(to + thickness, x0, from + thickness),
    "Z",
  ].join(" ");
}
