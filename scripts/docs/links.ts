/** Every relative link leads to a file, and every anchor to a heading of it. */
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Document } from "./document.ts";
import type { Problem } from "./problem.ts";

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export function checkLinks(documents: readonly Document[], root: string): readonly Problem[] {
  const byFile = new Map(documents.map((document) => [document.file, document]));
  return documents.flatMap((document) =>
    document.links.flatMap(({ line, target }) => {
      const message = SCHEME.test(target) ? undefined : faultOf(target, document, byFile, root);
      return message === undefined ? [] : [{ file: document.file, line, message }];
    }),
  );
}

function faultOf(
  target: string,
  document: Document,
  byFile: ReadonlyMap<string, Document>,
  root: string,
): string | undefined {
  const [path = "", anchor] = target.split("#");
  if (path.startsWith("/")) return `link \`${target}\` begins at the root: write it from the file's folder`;
  const file = path === "" ? document.file : normalize(join(dirname(document.file), decodeURI(path)));
  if (file.startsWith("..")) return `link \`${target}\` leads out of the repository`;
  if (!existsSync(join(root, file))) return `link \`${target}\` leads to no file`;
  if (anchor === undefined) return undefined;
  const linked = byFile.get(file);
  if (linked === undefined) return `link \`${target}\`: only Markdown files have anchors`;
  return linked.headings.some((heading) => heading.anchor === anchor)
    ? undefined
    : `link \`${target}\`: \`${file}\` has no heading \`#${anchor}\``;
}
