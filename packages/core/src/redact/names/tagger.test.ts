/** The tagger's probabilities against a plain sum over all sequences of tags. */
import { expect, it } from "vitest";
import { textOf } from "../scan/text.ts";
import { BUCKET_BITS, BUCKET_SHIFT, FEATURES, featuresAt } from "./features.ts";
import { modelOf, Tagger } from "./tagger.ts";
import { ALLOWED, TAGS } from "./tags.ts";
import { newTokens, tokenise } from "./tokens.ts";

it("gives each tag the share of the sequences it is in", () => {
  const unit = 0.02;
  const values = new Int8Array((1 << BUCKET_BITS) * TAGS);
  for (let index = 0; index < values.length; index += 1) values[index] = ((index * 7919) % 61) - 30;
  const transitions = Float32Array.from({ length: TAGS * TAGS }, (_, index) => Math.sin(index));
  const tokens = newTokens();
  tokenise(textOf("Anna van Berg"), tokens);
  const codes = new Uint16Array(tokens.count + 2);
  const tagger = new Tagger(modelOf({ values, unit, transitions }));
  tagger.tag(tokens, codes, 0, 3);

  const features = new Int32Array(FEATURES);
  const scores = [0, 1, 2].map((at) => {
    featuresAt(tokens, codes, at, features, 0);
    return Array.from({ length: TAGS }, (_, tag) =>
      features.reduce((sum, one) => sum + unit * (values[(one >>> BUCKET_SHIFT) * TAGS + tag] ?? 0), 0),
    );
  });
  const shares = scores.map((row) => row.map(() => 0));
  let total = 0;
  for (let sequence = 0; sequence < TAGS ** 3; sequence += 1) {
    const tags = [sequence % TAGS, Math.floor(sequence / TAGS) % TAGS, Math.floor(sequence / TAGS ** 2)];
    let score = 0;
    let before = 0;
    for (const [at, tag] of tags.entries()) {
      const step = before * TAGS + tag;
      score +=
        ALLOWED[step] === 1 ? (transitions[step] ?? 0) + (scores[at]?.[tag] ?? 0) : Number.NEGATIVE_INFINITY;
      before = tag;
    }
    const share = Math.exp(score);
    total += share;
    for (const [at, tag] of tags.entries()) {
      const row = shares[at];
      if (row !== undefined) row[tag] = (row[tag] ?? 0) + share;
    }
  }
  for (const [at, row] of shares.entries()) {
    for (const [tag, share] of row.entries())
      expect(tagger.posterior[at * TAGS + tag]).toBeCloseTo(share / total, 6);
  }
});
