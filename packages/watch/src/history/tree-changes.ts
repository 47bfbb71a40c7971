/** Commit -> the files that it added or changed, against each of its parents */
import type { GitCommit, TreeEntry } from "./git-object.ts";
import type { GitObjects } from "./git-objects.ts";

export interface ChangedFile {
  readonly path: string;
  readonly blob: string;
  /** The same bytes left another path in this commit. */
  readonly isRenamed: boolean;
}

interface Changes {
  /** Path to blob. */
  readonly written: Map<string, string>;
  /** Blobs of what is no longer at its path. */
  readonly removed: Set<string>;
}

/** Records are `<service>/<type>.<extension>`: no file lies deeper. */
const DEPTH = 2;

/** A merge only has what none of its parents had: all else was told with its own commit. */
export function changedFiles(
  objects: GitObjects,
  commit: GitCommit,
  parents: readonly GitCommit[],
): ChangedFile[] {
  const against = parents.length === 0 ? [undefined] : parents.map(({ tree }) => tree);
  const [first, ...others] = against.map((tree) => compare(objects, tree, commit.tree));
  const all = [...(first?.written ?? [])].filter(([path]) =>
    others.every(({ written }) => written.has(path)),
  );
  return all.map(([path, blob]) => ({ path, blob, isRenamed: first?.removed.has(blob) ?? false }));
}

function compare(objects: GitObjects, before: string | undefined, after: string): Changes {
  const changes: Changes = { written: new Map(), removed: new Set() };
  walk(objects, before, after, "", 1, changes);
  return changes;
}

function walk(
  objects: GitObjects,
  before: string | undefined,
  after: string | undefined,
  folder: string,
  depth: number,
  changes: Changes,
): void {
  if (before === after) return;
  const old = new Map(before === undefined ? [] : objects.tree(before).map((entry) => [entry.name, entry]));
  for (const entry of after === undefined ? [] : objects.tree(after)) {
    const was = old.get(entry.name);
    old.delete(entry.name);
    if (was?.id === entry.id && was.isTree === entry.isTree) continue;
    const path = `${folder}${entry.name}`;
    if (depth < DEPTH && (entry.isTree || was?.isTree)) {
      walk(objects, treeOf(was), treeOf(entry), `${path}/`, depth + 1, changes);
    }
    if (entry.isFile) changes.written.set(path, entry.id);
  }
  for (const gone of old.values()) {
    if (gone.isFile) changes.removed.add(gone.id);
    else if (gone.isTree && depth < DEPTH) walk(objects, gone.id, undefined, "", depth + 1, changes);
  }
}

function treeOf(entry: TreeEntry | undefined): string | undefined {
  return entry?.isTree ? entry.id : undefined;
}
