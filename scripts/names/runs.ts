/** Documents -> the **runs** that the tagger will see, with their tags. */
import { FEATURES, featuresAt } from "../../packages/core/src/redact/names/features.ts";
import type { Lexicon } from "../../packages/core/src/redact/names/lexicon.ts";
import { CANDIDATE, CONNECTOR, runEnd, statusOf } from "../../packages/core/src/redact/names/segments.ts";
import { ORGANISATION, OUT, PERSON, PLACE } from "../../packages/core/src/redact/names/tags.ts";
import { newTokens, tokenise } from "../../packages/core/src/redact/names/tokens.ts";
import { textOf } from "../../packages/core/src/redact/scan/text.ts";
import type { Document, Label } from "./corpora.ts";
import type { Run } from "./crf.ts";

const FIRST_TAG: Readonly<Record<Label, number>> = { PER: PERSON, LOC: PLACE, ORG: ORGANISATION };
const tokens = newTokens();

export function runsOf(document: Document, lexicon: Lexicon, weight: number): Run[] {
  const text = textOf(document.text);
  tokenise(text, tokens);
  const { count } = tokens;
  const codes = new Uint16Array(count + 2);
  for (let at = 0; at < count; at += 1) codes[at] = lexicon.codeOf(tokens.hash[at] ?? 0);
  const status = new Uint8Array(count + 1);
  for (let at = 0; at < count; at += 1) status[at] = statusOf(tokens, codes, at);
  const gold = goldTags(document, count, text.start);
  const runs: Run[] = [];
  for (let at = 0; at < count; ) {
    if (status[at] !== CANDIDATE) {
      at += 1;
      continue;
    }
    const end = runEnd(tokens, status, at);
    const features = new Int32Array((end - at) * FEATURES);
    const tags = new Uint8Array(end - at);
    for (let index = at; index < end; index += 1) {
      featuresAt(tokens, codes, index, features, (index - at) * FEATURES);
      let tag = gold[index] as number;
      const before = index === at ? OUT : (tags[index - 1 - at] as number);
      // A name whose first word is settled as outside begins with its second.
      if (tag !== OUT && tag % 2 === 0 && before !== tag && before !== tag - 1) tag -= 1;
      if (tag !== OUT && status[index] === CONNECTOR && before === OUT) tag = OUT;
      tags[index - at] = tag;
    }
    runs.push({ features, tags, weight });
    at = end;
  }
  return runs;
}

/** The tag of each token, by the offset at which it begins. */
function goldTags({ text, spans }: Document, count: number, start: number): Uint8Array {
  const gold = new Uint8Array(count);
  const encoder = new TextEncoder();
  let units = 0;
  let bytes = start;
  let token = 0;
  for (const span of spans) {
    const from = bytes + encoder.encode(text.slice(units, span.start)).length;
    const to = from + encoder.encode(text.slice(span.start, span.end)).length;
    units = span.end;
    bytes = to;
    while (token < count && (tokens.end[token] as number) <= from) token += 1;
    let tag = FIRST_TAG[span.label];
    const first = tag;
    while (token < count && (tokens.start[token] as number) < to) {
      gold[token] = tag;
      tag = first + 1;
      token += 1;
    }
  }
  return gold;
}
