/**
 * One part of a document -> **what it says about another**
 *
 * Once `David Johnson` is found, `David`, `Johnson` and `JOHNSON's` are the same person. And a word that
 * stands in several places is mostly one thing in all of them: the tagger's judgements are averaged. An
 * ordinary word is never remembered by itself.
 */
import { type Beliefs, FROM_CONTEXT, FROM_MEMORY, FROM_MODEL } from "./beliefs.ts";
import { LEX } from "./lexicon.ts";
import { CANDIDATE } from "./segments.ts";
import { GAP, SHAPE, type Tokens } from "./tokens.ts";

/** From here on a name of several words is believed enough to be remembered. */
const SURE = 0.7;
const SURE_ALONE = 0.9;
const REMEMBERED = 0.8;
const SHORTEST = 3;
const FORGETTABLE =
  LEX.function | LEX.common | LEX.title | LEX.calendar | LEX.particle | LEX.organisationWord;

export class Memory {
  /** Open addressing by hash; an entry counts only if its stamp is that of the document. */
  #keys = new Int32Array(1024);
  #stamps = new Int32Array(1024);
  #person = new Float32Array(1024);
  #place = new Float32Array(1024);
  #organisation = new Float32Array(1024);
  #times = new Uint16Array(1024);
  /** 1 where a person has been found for sure under this word. */
  #known = new Uint8Array(1024);
  #stamp = 0;

  apply(tokens: Tokens, beliefs: Beliefs): void {
    this.#begin(beliefs);
    this.#gather(tokens, beliefs);
    this.#average(tokens, beliefs);
    this.#learn(tokens, beliefs);
    this.#recall(tokens, beliefs);
  }

  #begin(beliefs: Beliefs): void {
    let size = this.#keys.length;
    while (size < beliefs.candidates * 2) size *= 2;
    if (size > this.#keys.length) {
      this.#keys = new Int32Array(size);
      this.#stamps = new Int32Array(size);
      this.#person = new Float32Array(size);
      this.#place = new Float32Array(size);
      this.#organisation = new Float32Array(size);
      this.#times = new Uint16Array(size);
      this.#known = new Uint8Array(size);
    }
    this.#stamp += 1;
  }

  /** The entry of a word, made if there is none. */
  #entry(hash: number): number {
    const mask = this.#keys.length - 1;
    let place = (hash ^ (hash >>> 16)) & mask;
    while (this.#stamps[place] === this.#stamp) {
      if (this.#keys[place] === hash) return place;
      place = (place + 1) & mask;
    }
    this.#stamps[place] = this.#stamp;
    this.#keys[place] = hash;
    this.#person[place] = 0;
    this.#place[place] = 0;
    this.#organisation[place] = 0;
    this.#times[place] = 0;
    this.#known[place] = 0;
    return place;
  }

  #counts(tokens: Tokens, beliefs: Beliefs, at: number): boolean {
    return (
      beliefs.status[at] === CANDIDATE &&
      tokens.shape[at] !== SHAPE.initial &&
      (tokens.end[at] as number) - (tokens.start[at] as number) >= SHORTEST
    );
  }

  #gather(tokens: Tokens, beliefs: Beliefs): void {
    for (let index = 0; index < beliefs.candidates; index += 1) {
      const at = beliefs.list[index] as number;
      if (!this.#counts(tokens, beliefs, at)) continue;
      const entry = this.#entry(tokens.hash[at] as number);
      this.#person[entry] = (this.#person[entry] as number) + (beliefs.person[at] as number);
      this.#place[entry] = (this.#place[entry] as number) + (beliefs.place[at] as number);
      this.#organisation[entry] =
        (this.#organisation[entry] as number) + (beliefs.organisation[at] as number);
      this.#times[entry] = Math.min(65_535, (this.#times[entry] as number) + 1);
    }
  }

  #average(tokens: Tokens, beliefs: Beliefs): void {
    for (let index = 0; index < beliefs.candidates; index += 1) {
      const at = beliefs.list[index] as number;
      if (!this.#counts(tokens, beliefs, at) || beliefs.source[at] !== FROM_MODEL) continue;
      const entry = this.#entry(tokens.hash[at] as number);
      const times = this.#times[entry] as number;
      if (times < 2) continue;
      beliefs.person[at] = ((beliefs.person[at] as number) + (this.#person[entry] as number) / times) / 2;
      beliefs.place[at] = ((beliefs.place[at] as number) + (this.#place[entry] as number) / times) / 2;
      beliefs.organisation[at] =
        ((beliefs.organisation[at] as number) + (this.#organisation[entry] as number) / times) / 2;
    }
  }

  #learn(tokens: Tokens, beliefs: Beliefs): void {
    const { person, codes } = beliefs;
    let done = -1;
    for (let place = 0; place < beliefs.candidates; place += 1) {
      const at = beliefs.list[place] as number;
      if (at < done || (person[at] as number) < 0.5) continue;
      let end = at + 1;
      let least = person[at] as number;
      while (end < tokens.count && (person[end] as number) >= 0.5 && beliefs.begins[end] === 0) {
        least = Math.min(least, person[end] as number);
        end += 1;
      }
      if (least >= (end - at > 1 ? SURE : SURE_ALONE)) {
        for (let index = at; index < end; index += 1) {
          const code = codes[index] as number;
          // `Mr White` may be remembered as White; that a Board was taken for a person may not.
          const isName =
            (code & LEX.function) === 0 &&
            ((code & LEX.first) !== 0 || ((code & LEX.last) !== 0 && beliefs.source[index] === FROM_CONTEXT));
          if (!this.#counts(tokens, beliefs, index) || ((code & FORGETTABLE) !== 0 && !isName)) continue;
          this.#known[this.#entry(tokens.hash[index] as number)] = 1;
        }
      }
      done = end;
    }
  }

  #recall(tokens: Tokens, beliefs: Beliefs): void {
    for (let index = 0; index < beliefs.candidates; index += 1) {
      const at = beliefs.list[index] as number;
      if (!this.#counts(tokens, beliefs, at) || (beliefs.person[at] as number) >= REMEMBERED) continue;
      if (tokens.shape[at] === SHAPE.lower) continue;
      if (this.#known[this.#entry(tokens.hash[at] as number)] !== 1) continue;
      // `Johnson & Johnson Ltd` and `University of David` stay what they are.
      if ((beliefs.organisation[at] as number) > 0.6 || (beliefs.place[at] as number) > 0.6) continue;
      const joins = at > 0 && (beliefs.person[at - 1] as number) >= 0.5 && tokens.gap[at] === GAP.space;
      beliefs.begins[at] = joins ? (beliefs.begins[at] as number) : 1;
      beliefs.person[at] = REMEMBERED;
      beliefs.source[at] = FROM_MEMORY;
    }
  }
}
