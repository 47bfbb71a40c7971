/** Words of one kind, many to a line, as they are easiest to read and to add to. */
export function listed(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(", "));
}
