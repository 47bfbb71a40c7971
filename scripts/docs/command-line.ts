/** Shell lines of a fenced block -> **CommandLine**s: what each would run, in words */

export interface CommandLine {
  readonly line: number;
  readonly words: readonly string[];
}

/** Words, with quotes taken off; `&&`, `|`, `;` and a comment end a command. */
const WORD = /"([^"]*)"|'([^']*)'|(&&|\|\||[|;<>])|(#.*)|((?:\\.|[^\s|;&<>"'])+)/g;

/** @param prompt whether only lines that begin with `$ ` are commands, the others being output */
export function commandLines(
  lines: readonly string[],
  first: number,
  prompt: boolean,
): readonly CommandLine[] {
  const found: CommandLine[] = [];
  let open: { line: number; text: string } | undefined;
  for (const [index, text] of lines.entries()) {
    const isStart = open === undefined;
    if (isStart && prompt && !text.startsWith("$ ")) continue;
    const own = isStart && prompt ? text.slice(2) : text;
    const joined = `${open?.text ?? ""}${own.replace(/\\$/, " ")}`;
    const line: number = open?.line ?? first + index;
    open = own.endsWith("\\") ? { line, text: joined } : undefined;
    if (open === undefined) found.push(...split(joined).map((words) => ({ line, words })));
  }
  return found;
}

function split(text: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const [, double, single, operator, comment, bare] of text.matchAll(WORD)) {
    if (comment !== undefined) break;
    if (operator !== undefined) commands.push([]);
    else commands.at(-1)?.push(double ?? single ?? bare ?? "");
  }
  return commands.filter((words) => words.length > 0);
}
