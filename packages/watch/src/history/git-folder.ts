/** Path of a repository -> its git folder, and the commit that HEAD names */

/** Path of a repository -> its git folder, and the commit that HEAD names */
import fs, { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { ProvisoError } from "@proviso/core";
import git from "isomorphic-git";

export interface GitFolder {
  readonly gitdir: string;
  /** Commit. */
  readonly head: string;
  /** Commits whose parents were not fetched. */
  readonly shallow: ReadonlySet<string>;
}

export function isGitRepository(path: string): boolean {
  return gitdirOf(path) !== undefined;
}

/** @throws ProvisoError NOT_FOUND, INPUT_UNRECOGNISED, INPUT_EMPTY, UNSUPPORTED (SHA-256 repositories) */
export async function openGitFolder(path: string): Promise<GitFolder> {
  const place = { file: path };
  if (!existsSync(path)) {
    throw new ProvisoError("NOT_FOUND", `\`${path}\` does not exist`, {
      place,
      hint: "name a git repository",
    });
  }
  const gitdir = gitdirOf(path);
  if (gitdir === undefined) {
    throw new ProvisoError("INPUT_UNRECOGNISED", `\`${path}\` is no git repository`, {
      place,
      hint: "name the folder that holds `.git`, or a bare repository",
    });
  }
  const config = join(gitdir, "config");
  if (existsSync(config) && /^\s*objectformat\s*=\s*sha256/im.test(readFileSync(config, "utf8"))) {
    throw new ProvisoError("UNSUPPORTED", "this repository names its objects by SHA-256", {
      place: { file: config, field: "extensions.objectFormat" },
      hint: "repositories with SHA-1 names are read",
    });
  }
  try {
    const head = await git.resolveRef({ fs, gitdir, ref: "HEAD" });
    return { gitdir, head, shallow: shallowOf(gitdir) };
  } catch (error) {
    throw new ProvisoError("INPUT_EMPTY", "this repository has no commit on its current branch", {
      place,
      cause: error,
      hint: "check out the branch with the history, or set HEAD to it",
    });
  }
}

function gitdirOf(path: string): string | undefined {
  const inside = join(path, ".git");
  if (existsSync(inside)) {
    if (statSync(inside).isDirectory()) return inside;
    const link = /^gitdir: (.+)$/m.exec(readFileSync(inside, "utf8"))?.[1];
    if (link !== undefined) return isAbsolute(link) ? link : join(path, link);
  }
  const isBare = ["HEAD", "objects", "refs"].every((name) => existsSync(join(path, name)));
  return isBare ? path : undefined;
}

function shallowOf(gitdir: string): Set<string> {
  const file = join(gitdir, "shallow");
  return new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : []);
}
