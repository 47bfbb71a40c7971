/** Commits as data -> a git repository made by the system's git, or undefined where there is none */
import { spawnSync } from "node:child_process";

export interface TestCommit {
  readonly message: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Path to text; undefined: removed. */
  readonly files: Readonly<Record<string, string | Buffer | undefined>>;
  readonly branch?: string;
  /** Number of the commit, counted from 1, that is merged into this one. */
  readonly merges?: number;
  /** Number of the commit that a new branch begins at. */
  readonly from?: number;
}

export const HAS_GIT: boolean = spawnSync("git", ["--version"]).status === 0;

export function git(folder: string, argv: readonly string[], input?: Buffer): string {
  const { status, stdout, stderr } = spawnSync("git", ["-C", folder, ...argv], { input, maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`git ${argv.join(" ")}: ${stderr.toString()}`);
  return stdout.toString();
}

export function makeRepository(folder: string, commits: readonly TestCommit[], isBare = true): void {
  spawnSync("git", ["init", "-q", "-b", "main", ...(isBare ? ["--bare"] : []), folder]);
  const parts: Buffer[] = [];
  for (const [at, { message, at: time, files, branch = "main", merges, from }] of commits.entries()) {
    const who = `Bot <bot@example.org> ${time / 1000} +0000`;
    const head = `commit refs/heads/${branch}\nmark :${at + 1}\nauthor ${who}\ncommitter ${who}\n`;
    parts.push(Buffer.from(`${head}data ${Buffer.byteLength(message)}\n${message}\n`));
    if (from !== undefined) parts.push(Buffer.from(`from :${from}\n`));
    if (merges !== undefined) parts.push(Buffer.from(`merge :${merges}\n`));
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) parts.push(Buffer.from(`D "${path}"\n`));
      else {
        const bytes = Buffer.from(text);
        parts.push(
          Buffer.from(`M 100644 inline "${path}"\ndata ${bytes.length}\n`),
          bytes,
          Buffer.from("\n"),
        );
      }
    }
  }
  git(folder, ["-c", "fastimport.unpackLimit=1", "fast-import", "--quiet"], Buffer.concat(parts));
}
