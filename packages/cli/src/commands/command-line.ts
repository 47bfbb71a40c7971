/** Arguments -> one line that can be pasted into a POSIX shell to run the same again. */

// A tilde is left out: at the start of a word, or after "=" and ":", a shell reads it as a home folder.
const PLAIN = /^[\w@%+=:,./-]+$/;

export function commandLine(argv: readonly string[]): string {
  return ["proviso", ...argv.map(quoted)].join(" ");
}

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
