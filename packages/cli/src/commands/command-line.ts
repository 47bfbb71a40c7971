/** Arguments -> one line that can be pasted into a POSIX shell to run the same again. */

const PLAIN = /^[\w@%+=:,./~-]+$/;

export function commandLine(argv: readonly string[]): string {
  return ["proviso", ...argv.map(quoted)].join(" ");
}

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
