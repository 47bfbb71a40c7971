/**
 * The text of a structured value, for whoever must look at what it says
 *
 * A tool's input and result are JSON; as JSON text their line breaks and quotes are escaped, and a
 * detector of names and numbers would not see them as the person wrote them.
 */

/** Every string and number inside the value, keys left out, in order, one per line. */
function leafText(value: unknown): string {
  const found: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string") found.push(next);
    else if (typeof next === "number") found.push(String(next));
    else if (typeof next === "object" && next !== null) open.push(...Object.values(next).reverse());
  }
  return found.join("\n");
}

/** The same from JSON text, or from plain text, which is returned as it is. */
export function textOfJson(text: string): string {
  if (!text.startsWith("{") && !text.startsWith("[")) return text;
  try {
    return leafText(JSON.parse(text));
  } catch {
    return text;
  }
}
