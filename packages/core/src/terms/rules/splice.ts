/**
 * YAML text and edits at places in it -> the text with these edits and not a byte else changed
 *
 * Reviewers read a draft as a diff; printing the whole file anew would bury the edits.
 */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export class YamlText {
  readonly #text: string;
  readonly #document: Document<Node>;
  readonly #splices: Splice[] = [];

  /** @param text YAML that has been parsed without errors before */
  constructor(text: string) {
    this.#text = text;
    this.#document = parseDocument(text, { schema: "failsafe" }) as Document<Node>;
  }

  node(...path: readonly (string | number)[]): Node | undefined {
    const node: unknown = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    return (node as Node | null) ?? undefined;
  }

  pair(map: Node | undefined, key: string): Pair<Scalar<string>, Node> | undefined {
    if (!isMap(map)) return undefined;
    return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) as
      | Pair<Scalar<string>, Node>
      | undefined;
  }

  /** All scalars of a list, or the one that stands in its place. */
  scalars(node: Node | undefined): readonly Scalar<string>[] {
    if (isScalar(node)) return [node as Scalar<string>];
    return isSeq(node) ? (node.items.filter(isScalar) as Scalar<string>[]) : [];
  }

  replace(node: Node, text: string): void {
    const [start, end] = node.range ?? [0, 0, 0];
    this.#splices.push({ start, end: start + this.#text.slice(start, end).trimEnd().length, text });
  }

  /** Sets a key of a mapping; a new one comes behind `after`, which is there. */
  set(map: Node | undefined, key: string, text: string, after: string): void {
    const present = this.pair(map, key);
    if (present !== undefined) {
      const start = present.key.range?.[0] ?? 0;
      const end = present.value?.range?.[1] ?? start;
      const length = this.#text.slice(start, end).trimEnd().length;
      this.#splices.push({ start, end: start + length, text: `${key}: ${text}` });
      return;
    }
    const anchor = this.pair(map, after);
    const end = anchor?.value?.range?.[1];
    if (anchor === undefined || end === undefined) return;
    if ((map as YAMLMap).flow === true) {
      this.#splices.push({ start: end, end, text: `, ${key}: ${text}` });
    } else {
      const indent = this.#columnOf(anchor.key.range?.[0] ?? 0);
      const line = this.#lineEnd(end);
      this.#splices.push({ start: line, end: line, text: `\n${" ".repeat(indent)}${key}: ${text}` });
    }
  }

  /** A comment on lines of its own above an item or key; false where there is no line of its own. */
  comment(node: Node, lines: readonly string[]): boolean {
    const at = node.range?.[0] ?? 0;
    const start = this.#text.lastIndexOf("\n", at - 1) + 1;
    const lead = this.#text.slice(start, at);
    if (!/^\s*(?:-\s+)?$/.test(lead)) return false;
    const indent = /^\s*/.exec(lead)?.[0] ?? "";
    const text = lines.map((line) => `${indent}# ${line.replace(/\s+/g, " ")}\n`).join("");
    this.#splices.push({ start, end: start, text });
    return true;
  }

  /** The text with all edits, in the order of their places; at one place, in the order given. */
  print(): string {
    const ordered = this.#splices.map((splice, order) => ({ ...splice, order }));
    ordered.sort((one, other) => one.start - other.start || one.order - other.order);
    let [printed, at] = ["", 0];
    for (const { start, end, text } of ordered) {
      printed += this.#text.slice(at, start) + text;
      at = Math.max(at, end);
    }
    return printed + this.#text.slice(at);
  }

  #columnOf(offset: number): number {
    return offset - (this.#text.lastIndexOf("\n", offset - 1) + 1);
  }

  #lineEnd(offset: number): number {
    const feed = this.#text.indexOf("\n", offset);
    return feed < 0 ? this.#text.length : feed;
  }
}
