/**
 * YAML text -> a plain value, and the place of each of its parts in the file
 *
 * Text stays as written: `1.10`, `0123` and dates are never turned into numbers. Only unquoted
 * `true`, `false` and `null` are what they look like, as in YAML 1.2.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar } from "yaml";
import { type ErrorCode, type Place, ProvisoError } from "../errors.ts";

export interface YamlValue {
  readonly value: unknown;
  /** Of a value, or of the key at the end of the path. The nearest part that is there, if it is not. */
  placeOf(path: readonly PropertyKey[], isKey: boolean): Place;
}

const DEEPEST = 32;
const TOO_DEEP = "the file is nested too deeply";

/** What kind of file it is, for errors. */
export interface YamlKind {
  readonly called: string;
  readonly code: ErrorCode;
  /** Levels that a file of the kind may have; a hostile one would use up the stack. */
  readonly deepest?: number;
}

const TIMELINE: YamlKind = { called: "timeline", code: "TIMELINE_INVALID" };

/** @throws ProvisoError INPUT_EMPTY, and the code of the kind */
export function yamlValue(
  text: string,
  file: string,
  { called, code, deepest = DEEPEST }: YamlKind = TIMELINE,
): YamlValue {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fail = (message: string, offset: number, hint?: string): ProvisoError =>
    new ProvisoError(code, message, { place: place(offset), hint });

  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    throw fail(sentence(problem.message), problem.pos[0], hintFor(problem.code, called));
  }
  const root = document.contents as Node | null;
  if (root === null || (isScalar(root) && root.source === "")) {
    throw new ProvisoError("INPUT_EMPTY", `the ${called} is empty`, { place: { file } });
  }

  const plain = (node: unknown, depth: number): unknown => {
    // In braces a key may stand alone: `{ a }`.
    if (node === null || node === undefined) return null;
    const at = (node as Node).range?.[0] ?? 0;
    if (depth > deepest) throw fail(TOO_DEEP, at);
    if (isScalar(node)) return scalarValue(node);
    if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
    if (!isMap(node))
      throw fail("references to other parts of the file are not read", at, "write the value out");
    // No prototype: a key `__proto__` is a key like any other.
    const value = Object.create(null) as Record<string, unknown>;
    for (const { key, value: inner } of node.items) {
      if (!isScalar(key) || typeof key.value !== "string") throw fail("a key is plain text", at);
      value[key.value] = plain(inner, depth + 1);
    }
    return value;
  };
  return {
    value: plain(root, 0),
    placeOf: (path, isKey) => place(offsetOf(root, path, isKey)),
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

function sentence(message: string): string {
  // The YAML reader recurses; its guard against running out of stack speaks for itself only.
  if (message.includes("call stack")) return TOO_DEEP;
  const first = message.split(/\n|; please/)[0] ?? message;
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, "");
}

function hintFor(problem: string, called: string): string | undefined {
  return problem === "MULTIPLE_DOCS" ? `write one ${called} per file` : HINTS[problem];
}

const HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "indent with spaces",
  BLOCK_AS_IMPLICIT_KEY: "put a value that contains `: ` in quotes",
  BAD_SCALAR_START: "put the value in quotes",
};
