/**
 * JSON text -> a key that an object has twice
 *
 * Of two values under one key each reader takes the one it likes: what is shown to people could be one,
 * and what is verified the other (RFC 8785 allows none).
 */

/** @param text JSON that has been parsed without an error */
export function repeatedKey(text: string): string | undefined {
  /** For each object or array around: the keys so far, or undefined for an array. */
  const around: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      const end = endOfString(text, at);
      const keys = around.at(-1);
      if (isKey && keys !== undefined) {
        const key = String(JSON.parse(text.slice(at, end)));
        if (keys.has(key)) return key;
        keys.add(key);
      }
      isKey = false;
      at = end - 1;
    } else if (char === "{" || char === "[") {
      around.push(char === "{" ? new Set() : undefined);
      isKey = char === "{";
    } else if (char === "}" || char === "]") around.pop();
    else if (char === ",") isKey = around.at(-1) !== undefined;
  }
  return undefined;
}

/** Behind the closing quote. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
