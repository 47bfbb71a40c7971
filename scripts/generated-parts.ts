/** Parts of a document that are made from code: between `<!-- generated: NAME -->` and `<!-- end -->` */

/**
 * The text with every part written anew.
 * @throws Error naming a part that has no place in the text
 */
export function withParts(text: string, file: string, parts: Readonly<Record<string, () => string>>): string {
  let result = text;
  for (const [name, print] of Object.entries(parts)) {
    const [start, end] = [`<!-- generated: ${name} -->\n`, "\n<!-- end -->"];
    const from = result.indexOf(start);
    const to = result.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`${file} has no place for ${name}`);
    result = `${result.slice(0, from)}${start}\n${print()}\n${result.slice(to)}`;
  }
  return result;
}

/** A Markdown table with its columns aligned. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill: string): string =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width, fill)).join(" | ")} |`;
  return [line(head, " "), line([], "-"), ...rows.map((row) => line(row, " "))].join("\n");
}
