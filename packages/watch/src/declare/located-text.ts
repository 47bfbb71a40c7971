/**
 * YAML or JSON text -> **Located text**: its plain value, and the line of each of its parts
 *
 * JSON is read by the YAML parser too, so that its errors have lines. Numbers and dates stay text.
 */
import { type Place, ProvisoError } from "@proviso/core";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar } from "yaml";

export interface LocatedText {
  readonly file: string;
  readonly value: unknown;
  /** Of the part at the path, or of its key; of the nearest part around it, if it is not there. */
  placeOf(path: readonly PropertyKey[], isKey?: boolean): Place;
}

/** No declaration is nested as deeply; a hostile one would use up the stack. */
const DEEPEST = 24;
const LONGEST_FILE = 4_000_000;

/** @throws ProvisoError INPUT_EMPTY, INPUT_MALFORMED with file and line */
export function locatedText(text: string, file: string): LocatedText {
  if (text.length > LONGEST_FILE) {
    throw new ProvisoError("INPUT_MALFORMED", `no declaration is longer than ${LONGEST_FILE} characters`, {
      place: { file },
    });
  }
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fail = (message: string, offset: number, hint?: string): ProvisoError =>
    new ProvisoError("INPUT_MALFORMED", message, { place: placeAt(offset), hint });

  const parsed = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const [problem] = [...parsed.errors, ...parsed.warnings];
  if (problem !== undefined) {
    const [first = problem.message] = problem.message.split("\n");
    throw fail(first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, ""), problem.pos[0]);
  }
  const root = parsed.contents as Node | null;
  if (root === null || (isScalar(root) && root.source === "")) {
    throw new ProvisoError("INPUT_EMPTY", "the declaration is empty", { place: { file } });
  }
  const plain = (node: unknown, depth: number): unknown => {
    const at = (node as Node | null)?.range?.[0] ?? 0;
    if (node === null || node === undefined) return null;
    if (depth > DEEPEST) throw fail("the file is nested too deeply", at);
    if (isScalar(node)) return scalarValue(node);
    if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
    if (!isMap(node)) throw fail("references to other parts of the file are not read", at, "write it out");
    // No prototype: a key `__proto__` is a key like any other.
    const value = Object.create(null) as Record<string, unknown>;
    for (const { key, value: inner } of node.items) {
      if (!isScalar(key) || typeof key.value !== "string") throw fail("a key is plain text", at);
      value[key.value] = plain(inner, depth + 1);
    }
    return value;
  };
  return {
    file,
    value: plain(root, 0),
    placeOf: (path, isKey = false) => placeAt(offsetOf(root, path, isKey)),
  };
}

function scalarValue({ value, type }: Scalar): unknown {
  if (type !== Scalar.PLAIN) return value;
  if (value === "true" || value === "false") return value === "true";
  return value === "" || value === "null" || value === "~" ? null : value;
}

function offsetOf(root: Node, path: readonly PropertyKey[], isKey: boolean): number {
  let node: unknown = root;
  let offset = root.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    let next: unknown;
    if (isSeq(node)) next = node.items[Number(step)];
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      next = isKey && index === path.length - 1 ? pair?.key : pair?.value;
    }
    const range = (next as Node | null | undefined)?.range;
    if (range === undefined || range === null) break;
    offset = range[0];
    node = next;
  }
  return offset;
}
