/** **Problem**: what a check of the docs found, with its place */
export interface Problem {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** `file:line: message`, as editors and terminals make it a link. */
export function printProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}
