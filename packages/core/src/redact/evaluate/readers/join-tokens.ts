/**
 * Tokens -> a text, with each token's place in it
 *
 * By the sentence's own text where the file gives it and the tokens are found in it in order;
 * otherwise with spaces as people write them: none before closing marks and clitics, none after
 * opening ones. Finders look at spacing, so tokens with a space everywhere would measure something
 * that is never met.
 */
export interface Joined {
  readonly text: string;
  /** Start of each token; ends are starts plus lengths. */
  readonly starts: readonly number[];
  /** The sentence's own text was used. */
  readonly isOwn: boolean;
}

const BEFORE = /^(?:[.,;:!?%)\]}…»”’]+|n['’]t|['’](?:s|m|d|re|ve|ll|S|M|D|RE|VE|LL))$/;
const AFTER = /^[([{«“‘$£€#@]$/;

export function joinTokens(tokens: readonly string[], own: string | undefined): Joined {
  const found = own === undefined ? undefined : placesIn(own, tokens);
  if (own !== undefined && found !== undefined) return { text: own, starts: found, isOwn: true };
  const starts: number[] = [];
  let text = "";
  let isGlued = true;
  let isQuoted = false;
  for (const token of tokens) {
    const isQuote = token === '"';
    const isClosing = isQuote && isQuoted;
    if (!isGlued && !isClosing && !BEFORE.test(token)) text += " ";
    starts.push(text.length);
    text += token;
    if (isQuote) isQuoted = !isQuoted;
    isGlued = AFTER.test(token) || (isQuote && !isClosing);
  }
  return { text, starts, isOwn: false };
}

function placesIn(text: string, tokens: readonly string[]): readonly number[] | undefined {
  const starts: number[] = [];
  let at = 0;
  for (const token of tokens) {
    while (/\s/.test(text[at] ?? "")) at += 1;
    if (!text.startsWith(token, at)) return undefined;
    starts.push(at);
    at += token.length;
  }
  return starts;
}
