/**
 * A pattern -> **PatternNeeds**: what a text must hold for the pattern to match
 *
 * Patterns are slow and texts are long; most texts hold nothing of the kind. A literal or a row of
 * digits that every match contains is looked for first, and the pattern run only around it. Where
 * the pattern is not understood nothing is needed, and it is run everywhere.
 */
export interface PatternNeeds {
  /** Every match contains this; in lower case, and compared so. ASCII; empty for nothing. */
  readonly literal: string;
  /** Every match contains as many digits in a row. */
  readonly digits: number;
  /** No match has more bytes; Infinity if it may. */
  readonly longest: number;
}

/** Most bytes of a character in UTF-8. */
const WIDEST = 4;
const NOTHING: PatternNeeds = { literal: "", digits: 0, longest: Number.POSITIVE_INFINITY };
const QUANTIFIER = /([*+?]|\{(\d+)(,(\d*))?\})\??/y;
const GROUP_OPEN = /\((?:\?(?:P?<\w+>|[a-zA-Z]*(?:-[a-zA-Z]+)?:))?/y;
const FLAGS = /\(\?[a-zA-Z]*(?:-[a-zA-Z]+)?\)/y;
const CLASS_ESCAPE = /\\(?:[pP](?:\{[^}]*\}|\w)|x\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{2}|[dDsSwW]|[aftnrv])/y;
const DIGIT_CLASS = /^\[(?:0-9|\\d|[0-9])+\]$/;
/** Letters that fold to characters outside ASCII: `K` (Kelvin) and `ſ` match them, if case does not count. */
const FOLDS_FURTHER = /[ks]/i;

/** @param regex a pattern that RE2 takes */
export function patternNeeds(regex: string, ignoreCase: boolean): PatternNeeds {
  if (/\(\?[a-zA-Z]*U|\\[QC]/.test(regex)) return NOTHING;
  const parser = new Parser(regex, ignoreCase || /\(\?[a-zA-Z]*i/.test(regex));
  return parser.whole() ?? NOTHING;
}

/** What one atom, sequence or choice needs. */
interface Part {
  /** The longest literal, and the longest row of digits, that is in every match. */
  readonly literal: string;
  readonly digits: number;
  readonly longest: number;
  /** The one character it is, if it is one. */
  readonly char?: string;
  readonly isDigit?: boolean;
}

class Parser {
  readonly #regex: string;
  readonly #ignoreCase: boolean;
  #at = 0;

  constructor(regex: string, ignoreCase: boolean) {
    this.#regex = regex;
    this.#ignoreCase = ignoreCase;
  }

  whole(): PatternNeeds | undefined {
    const part = this.#choice();
    return this.#at < this.#regex.length ? undefined : part;
  }

  #choice(): Part | undefined {
    const first = this.#sequence();
    if (first === undefined) return undefined;
    let { literal, digits, longest } = first;
    while (this.#regex[this.#at] === "|") {
      this.#at += 1;
      const next = this.#sequence();
      if (next === undefined) return undefined;
      if (next.literal !== literal) literal = "";
      digits = Math.min(digits, next.digits);
      longest = Math.max(longest, next.longest);
    }
    return { literal, digits, longest };
  }

  #sequence(): Part | undefined {
    let literal = "";
    let run = "";
    let digits = 0;
    let row = 0;
    let longest = 0;
    const end = (text: string, count: number): void => {
      if (text.length > literal.length) literal = text;
      digits = Math.max(digits, count);
    };
    while (this.#at < this.#regex.length && !"|)".includes(this.#regex[this.#at] ?? "")) {
      const atom = this.#atom();
      if (atom === undefined) return undefined;
      const [least, most] = this.#quantifier();
      longest += atom.longest === 0 || most === 0 ? 0 : atom.longest * most;
      if (atom.longest === 0) continue;
      // A row goes on over atoms that are digits, a run over those that are one character each.
      const adds = atom.isDigit === true ? least : 0;
      end("", row + adds);
      row = atom.isDigit === true && least === most ? row + adds : adds;
      if (atom.char !== undefined && least >= 1) {
        run += atom.char.repeat(least);
        end(run, 0);
        if (least !== most) run = atom.char.repeat(least);
      } else {
        run = "";
        if (least >= 1) end(atom.literal, atom.digits);
      }
    }
    end(run, row);
    return { literal, digits, longest };
  }

  #atom(): Part | undefined {
    const open = { literal: "", digits: 0 };
    if (this.#take(FLAGS) !== undefined) return { ...open, longest: 0 };
    if (this.#take(GROUP_OPEN) !== undefined) {
      const inner = this.#choice();
      if (this.#regex[this.#at] !== ")") return undefined;
      this.#at += 1;
      return inner;
    }
    const rest = this.#regex.slice(this.#at, this.#at + 2);
    if (/^\\[AzbB]|^[$^]/.test(rest)) {
      this.#at += rest.startsWith("\\") ? 2 : 1;
      return { ...open, longest: 0 };
    }
    const named = this.#take(CLASS_ESCAPE);
    if (named !== undefined) return this.#class(named === "\\d");
    if (rest.startsWith("[")) return this.#bracket();
    if (rest.startsWith(".")) {
      this.#at += 1;
      return this.#class(false);
    }
    return this.#character(rest);
  }

  #class(isDigit: boolean): Part {
    return { literal: "", digits: isDigit ? 1 : 0, longest: isDigit ? 1 : WIDEST, isDigit };
  }

  #bracket(): Part | undefined {
    const from = this.#at;
    let at = from + 1;
    if (this.#regex[at] === "^") at += 1;
    if (this.#regex[at] === "]") at += 1;
    while (at < this.#regex.length && this.#regex[at] !== "]") {
      if (this.#regex.startsWith("[:", at)) at = this.#regex.indexOf(":]", at) + 1;
      if (at <= from) return undefined;
      at += this.#regex[at] === "\\" ? 2 : 1;
    }
    if (at >= this.#regex.length) return undefined;
    this.#at = at + 1;
    return this.#class(DIGIT_CLASS.test(this.#regex.slice(from, this.#at)));
  }

  #character(rest: string): Part | undefined {
    const isEscaped = rest.startsWith("\\");
    const char = isEscaped ? rest.charAt(1) : rest.charAt(0);
    // Escapes of letters and digits mean something; those that are known were taken before.
    if (char === "" || (isEscaped && /[A-Za-z0-9]/.test(char))) return undefined;
    this.#at += isEscaped ? 2 : 1;
    const isAscii = char < "\u0080";
    const isKnown = isAscii && !(this.#ignoreCase && FOLDS_FURTHER.test(char));
    const isDigit = char >= "0" && char <= "9";
    const part = { literal: "", digits: isDigit ? 1 : 0, longest: isKnown ? 1 : WIDEST, isDigit };
    return isKnown ? { ...part, char: char.toLowerCase() } : part;
  }

  #quantifier(): readonly [least: number, most: number] {
    const from = this.#at;
    if (this.#take(QUANTIFIER) === undefined) return [1, 1];
    QUANTIFIER.lastIndex = from;
    const [, sign, least, comma, most] = QUANTIFIER.exec(this.#regex) ?? [];
    if (sign === "?") return [0, 1];
    if (sign === "*") return [0, Number.POSITIVE_INFINITY];
    if (sign === "+") return [1, Number.POSITIVE_INFINITY];
    const count = Number(least);
    if (comma === undefined) return [count, count];
    return [count, most === "" || most === undefined ? Number.POSITIVE_INFINITY : Number(most)];
  }

  #take(form: RegExp): string | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#regex)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
