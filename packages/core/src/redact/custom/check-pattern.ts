/**
 * A pattern as somebody wrote it -> what is wrong with it, if anything
 *
 * Patterns run on RE2, in time linear in the text whatever they are. What needs more (references
 * back, look-around) is refused here, with its name, and not run on an engine that can hang.
 */
import { RE2JS, RE2JSException } from "re2js";

export interface PatternFault {
  readonly message: string;
  readonly hint: string | undefined;
}

const REFUSED: readonly (readonly [RegExp, string, string])[] = [
  [/^\(\?<?[=!]/, "look-around", "write what is beside the value as `context` words"],
  [/^\\[1-9]/, "references back", "write the part out, or use a `validator`"],
  [/^\\k[<{']/, "references back", "write the part out, or use a `validator`"],
  [/^\(\?>/, "atomic groups", "a plain group does: the engine never goes back"],
  [/^[*+?}]\+/, "possessive quantifiers", "leave the second `+` out: the engine never goes back"],
  [/^\(\?\(/, "conditions", "write two patterns"],
];

export function compilePattern(regex: string, ignoreCase: boolean): RE2JS {
  return RE2JS.compile(regex, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
}

/** @param isWhole it is compared with a value as a whole, not looked for in a text */
export function checkPattern(regex: string, ignoreCase: boolean, isWhole: boolean): PatternFault | undefined {
  const refused = refusedIn(regex, isWhole);
  if (refused !== undefined) return refused;
  try {
    if (!compilePattern(regex, ignoreCase).testExact("")) return undefined;
    return { message: `\`${regex}\` matches the empty text`, hint: "let it need at least one character" };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const message = error.message.replace(/^error parsing regexp: /, "").replace(/\.$/, "");
    return {
      message: `\`${regex}\` is no pattern: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      hint: "patterns are written in RE2 syntax",
    };
  }
}

/** A text is looked at in parts: where it begins and ends cannot be asked. */
const ANCHORS: readonly [RegExp, string, string] = [
  /^(?:[$^]|\\[AzZG])/,
  "the beginning or end of the text",
  "a value stands anywhere in a text; use `\\b` for the edge of a word",
];

function refusedIn(regex: string, isWhole: boolean): PatternFault | undefined {
  const forms = isWhole ? REFUSED : [...REFUSED, ANCHORS];
  let isInClass = false;
  for (let at = 0; at < regex.length; at += 1) {
    const rest = regex.slice(at);
    const found = isInClass ? undefined : forms.find(([form]) => form.test(rest));
    if (found !== undefined) {
      const [, what, hint] = found;
      return { message: `\`${regex}\` uses ${what}, which patterns here do not have`, hint };
    }
    const char = regex.charAt(at);
    if (rest.startsWith("\\Q")) {
      const end = regex.indexOf("\\E", at);
      at = end < 0 ? regex.length : end + 1;
    } else if (char === "\\") at += 1;
    else if (char === "[" && !isInClass) {
      isInClass = true;
      // A bracket right at the beginning is a member.
      if (regex.charAt(at + 1) === "^") at += 1;
      if (regex.charAt(at + 1) === "]") at += 1;
    } else if (char === "]") isInClass = false;
  }
  return undefined;
}
