/** Terms of a category -> the **recognizer** that flags them where they are said of a person. */
import type { KnownEntity } from "../../entity.ts";
import { is, WORD } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Literal, Recognizer } from "../recognizer.ts";
import type { TermList } from "./term.ts";
import { TOPIC, tieOf } from "./tie.ts";

const LONGEST_WORD = 40;

export function flagRecognizer(name: string, type: KnownEntity, ...lists: readonly TermList[]): Recognizer {
  const terms = termsOf(lists.flat());
  const uses = [...terms.values()];
  const stems = [...terms.keys()].map((term) => term.endsWith("*"));
  return {
    name,
    types: [type],
    flags: true,
    literals: [...terms.keys()].map(literal),
    atLiteral(text: Text, start: number, end: number, index: number, emit: Emit): void {
      const after = stems[index] === true ? wordEnd(text, end) : end;
      const score = tieOf(text, start, after, uses[index] ?? 0);
      emit(type, start, after, score, score > TOPIC ? "context" : "pattern");
    },
  };
}

/** Many languages share a word; what is said of it in any of them counts. */
function termsOf(list: TermList): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const [uses, text] of list) {
    for (const part of text.split(",")) {
      const term = part.trim().replace(/\s+/g, " ");
      terms.set(term, (terms.get(term) ?? 0) | uses);
    }
  }
  return terms;
}

function literal(term: string): Literal {
  const isStem = term.endsWith("*");
  return { text: isStem ? term.slice(0, -1) : term, ignoreCase: true, wordStart: true, wordEnd: !isStem };
}

function wordEnd({ bytes, end }: Text, from: number): number {
  let at = from;
  while (at < end && at - from < LONGEST_WORD && is(bytes, at, WORD)) at += 1;
  return at;
}
