/** Records -> a bare git repository, one commit for each, in a folder of its own */
import fs from "node:fs";
import { ProvisoError } from "@proviso/core";
import git from "isomorphic-git";

export interface WrittenRecord {
  /** `<service>/<file>` */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970, UTC; git has whole seconds. */
  readonly at: number;
  readonly message: string;
}

const AUTHOR = { name: "Proviso", email: "proviso@localhost", timezoneOffset: 0 };
const BRANCH = "main";
const FILE_MODE = "100644";
const TREE_MODE = "040000";

export class GitWriter {
  readonly #gitdir: string;
  /** Service to file to blob. */
  readonly #files = new Map<string, Map<string, string>>();
  /** Service to tree. */
  readonly #trees = new Map<string, string>();
  #head: string | undefined;

  private constructor(gitdir: string) {
    this.#gitdir = gitdir;
  }

  /** @throws ProvisoError USAGE where the folder holds something */
  static async create(gitdir: string): Promise<GitWriter> {
    if (fs.existsSync(gitdir) && fs.readdirSync(gitdir).length > 0) {
      throw new ProvisoError("USAGE", `\`${gitdir}\` is already there`, {
        place: { file: gitdir },
        hint: "export to another folder, or remove this one",
      });
    }
    await git.init({ fs, gitdir, bare: true, defaultBranch: BRANCH });
    return new GitWriter(gitdir);
  }

  /** @returns the commit */
  async write({ path, bytes, at, message }: WrittenRecord): Promise<string> {
    const common = { fs, gitdir: this.#gitdir };
    const [service = "", file = ""] = path.split("/");
    const files = this.#files.get(service) ?? new Map<string, string>();
    this.#files.set(service, files.set(file, await git.writeBlob({ ...common, blob: bytes })));
    const leaves = [...files].map(([name, oid]) => ({
      mode: FILE_MODE,
      path: name,
      oid,
      type: "blob" as const,
    }));
    this.#trees.set(service, await git.writeTree({ ...common, tree: leaves }));
    const services = [...this.#trees].map(([name, oid]) => ({
      mode: TREE_MODE,
      path: name,
      oid,
      type: "tree" as const,
    }));
    const tree = await git.writeTree({ ...common, tree: services });
    const author = { ...AUTHOR, timestamp: Math.floor(at / 1000) };
    const parent = this.#head === undefined ? [] : [this.#head];
    const commit = { message, tree, parent, author, committer: author };
    this.#head = await git.writeCommit({ ...common, commit });
    return this.#head;
  }

  /** The branch names what was written: before, the repository is empty. */
  async finish(): Promise<void> {
    if (this.#head === undefined) return;
    await git.writeRef({
      fs,
      gitdir: this.#gitdir,
      ref: `refs/heads/${BRANCH}`,
      value: this.#head,
      force: true,
    });
  }
}
