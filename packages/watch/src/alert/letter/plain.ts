/** Text of others -> one line of text that moves nothing around it, and that XML can carry */

const LONGEST = 1_000;

/** Control characters, marks that turn the direction of writing, and halves of characters become spaces. */
export function plainLine(text: string, longest: number = LONGEST): string {
  const line = text
    .slice(0, longest * 4)
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (line.length <= longest && text.length <= longest * 4) return line;
  return `${line
    .slice(0, longest - 1)
    .replace(/[\ud800-\udbff]$/u, "")
    .trimEnd()}…`;
}

/** `2025-08-29 00:32 UTC`. */
export function minuteOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

export function counted(count: number, one: string): string {
  return `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
}
