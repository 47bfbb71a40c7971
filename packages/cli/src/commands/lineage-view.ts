/** What is shown of a lineage besides itself. Only types. */

export interface About {
  readonly kind: "conversation" | "subject" | "run" | "model";
  readonly id: string;
}

export interface Traced {
  readonly about: About;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Infinity: all that is recorded. */
  readonly known: number;
  readonly erased: number;
  readonly foreign: number;
  /** Of an export, by its manifest's digest; undefined where its folder was not given. */
  readonly folderOf: (digest: string) => string | undefined;
}
