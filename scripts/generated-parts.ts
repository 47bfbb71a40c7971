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

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
