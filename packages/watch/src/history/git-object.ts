/** **GitObject**: loose file or pack -> **GitObject** -> commit, tree or text */
export type GitObjectType = "commit" | "tree" | "blob" | "tag";

export interface GitObject {
  readonly type: GitObjectType;
  readonly bytes: Buffer;
}

/** Of a commit, what a history needs. */
export interface GitCommit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  /** Of the author, in milliseconds since 1970, UTC: when the page was fetched. */
  readonly at: number;
  readonly message: string;
}

export interface TreeEntry {
  readonly name: string;
  readonly isTree: boolean;
  /** A plain file: neither a link nor another repository. */
  readonly isFile: boolean;
  readonly id: string;
}

/** @returns undefined for bytes that are no commit */
export function parseCommit(id: string, bytes: Buffer): GitCommit | undefined {
  const text = bytes.toString();
  const end = text.indexOf("\n\n");
  const head = (end === -1 ? text : text.slice(0, end)).split("\n");
  const tree = head.find((line) => line.startsWith("tree "))?.slice(5);
  const author = head.find((line) => line.startsWith("author "));
  const seconds = Number(author === undefined ? undefined : /> (-?\d+)(?: [+-]\d{4})?$/.exec(author)?.[1]);
  if (tree === undefined || Number.isNaN(seconds)) return undefined;
  const parents = head.filter((line) => line.startsWith("parent ")).map((line) => line.slice(7));
  return { id, tree, parents, at: seconds * 1000, message: end === -1 ? "" : text.slice(end + 2) };
}

/** @returns undefined for bytes that are no tree */
export function parseTree(bytes: Buffer): TreeEntry[] | undefined {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space === -1 || end === -1 || end + 21 > bytes.length) return undefined;
    const mode = bytes.toString("latin1", at, space);
    entries.push({
      name: bytes.toString("utf8", space + 1, end),
      isTree: mode === "40000",
      isFile: mode.startsWith("100"),
      id: bytes.toString("hex", end + 1, end + 21),
    });
    at = end + 21;
  }
  return entries;
}
