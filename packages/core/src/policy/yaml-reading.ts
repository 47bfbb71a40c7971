/**
 * Text of a policy file -> YAML nodes with their places, and the errors met on the way.
 *
 * Every scalar is text (YAML's failsafe schema), so that `version: 1.10` or a date stays as written.
 */
import { type Document, isScalar, LineCounter, type Node, parseDocument, type Scalar } from "yaml";
import { type ErrorCode, type Place, ProvisoError } from "../errors.ts";
import { offsetsIn } from "./yaml-offsets.ts";

/** One file being read. Errors are collected, so that an author sees them all at once. */
export class Reading {
  readonly file: string;
  readonly text: string;
  readonly errors: ProvisoError[] = [];
  readonly #lines = new LineCounter();

  constructor(text: string, file: string) {
    this.file = file;
    this.text = text;
  }

  /** Parses the file; undefined when it is not YAML that can be read as a policy. */
  open(): Node | undefined {
    const document = parseDocument(this.text, {
      schema: "failsafe",
      lineCounter: this.#lines,
      prettyErrors: false,
    });
    for (const problem of [...document.errors, ...document.warnings]) {
      this.fail("POLICY_SYNTAX", yamlMessage(problem.message), problem.pos[0], undefined, yamlHint(problem));
    }
    if (this.errors.length > 0) return undefined;
    const root = (document as Document<Node>).contents;
    if (root === null || (isScalar(root) && root.value === "")) {
      this.fail("INPUT_EMPTY", "the policy file is empty", 0);
      return undefined;
    }
    return root;
  }

  place(offset: number, field?: string): Place {
    const { line, col } = this.#lines.linePos(Math.max(0, Math.min(offset, this.text.length)));
    return { file: this.file, line: Math.max(1, line), column: Math.max(1, col), field };
  }

  fail(code: ErrorCode, message: string, at: Node | number, field?: string, hint?: string): undefined {
    const offset = typeof at === "number" ? at : startOf(at);
    this.errors.push(new ProvisoError(code, message, { place: this.place(offset, field), hint }));
    return undefined;
  }

  /** Keeps an error that has no place yet, or passes one on that has. */
  caught(cause: unknown, at: Node, field: string): undefined {
    if (!(cause instanceof ProvisoError)) throw cause;
    if (cause.place.line !== undefined) this.errors.push(cause);
    else this.fail(cause.code, cause.message, at, field, cause.hint);
    return undefined;
  }

  /** Places of offsets in a scalar's value, through quotes, escapes and folded lines. */
  placesIn(scalar: Scalar<string>, field: string): (offset: number) => Place {
    const offsets = offsetsIn(scalar, this.text);
    return (offset) => this.place(offsets(offset), field);
  }
}

export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function yamlMessage(message: string): string {
  const first = message.split("\n")[0] ?? message;
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, "");
}

function yamlHint(problem: { code: string; message: string }): string | undefined {
  switch (problem.code) {
    case "TAG_RESOLVE_FAILED":
      return "put a value that begins with `!` in quotes, or on the line below `>-`";
    case "BLOCK_AS_IMPLICIT_KEY":
      return "put a value that contains `: ` in quotes, or on the line below `>-`";
    case "TAB_AS_INDENT":
      return "indent with spaces";
    case "MULTIPLE_DOCS":
      return "write one policy version per file";
    case "BAD_SCALAR_START":
      return "put the value in quotes";
    default:
      return undefined;
  }
}
