/** Two entries of a timeline that cannot both be true, or one that says nothing without another. */
export interface Contradiction {
  readonly code: "TIMELINE_CONTRADICTION" | "TIMELINE_INVALID";
  /** Path of the later of the two entries in the file. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string | undefined;
}

export function contradiction(path: Contradiction["path"], message: string, hint?: string): Contradiction {
  return { code: "TIMELINE_CONTRADICTION", path, message, hint };
}
