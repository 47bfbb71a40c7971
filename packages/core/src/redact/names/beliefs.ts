/**
 * **Beliefs**: what is held of each token while a document is read
 *
 * Arrays by token, kept from document to document. The tagger writes its probabilities; context and
 * memory raise or lower them; spans are made of what is left.
 */
import { ORGANISATION, PERSON, PLACE, TAGS } from "./tags.ts";

/** Where the belief that a token is of a person comes from. */
export const FROM_MODEL = 0;
export const FROM_MEMORY = 1;
export const FROM_CONTEXT = 2;

export class Beliefs {
  codes: Uint16Array = new Uint16Array(0);
  status: Uint8Array = new Uint8Array(0);
  person: Float32Array = new Float32Array(0);
  place: Float32Array = new Float32Array(0);
  organisation: Float32Array = new Float32Array(0);
  /** 1 where the token begins a name, whatever stands before it. */
  begins: Uint8Array = new Uint8Array(0);
  source: Uint8Array = new Uint8Array(0);
  /** The tokens that the tagger looked at, by position; the first `candidates` count. */
  list: Int32Array = new Int32Array(0);
  candidates = 0;
  /** Context believes in a word that the tagger has not looked at: the list is not complete. */
  isOpen = false;

  /** Makes room for `count` tokens, and forgets. */
  clear(count: number): void {
    this.candidates = 0;
    this.isOpen = false;
    if (this.codes.length < count + 2) {
      const size = count + (count >> 2) + 64;
      this.codes = new Uint16Array(size);
      this.status = new Uint8Array(size);
      this.person = new Float32Array(size);
      this.place = new Float32Array(size);
      this.organisation = new Float32Array(size);
      this.begins = new Uint8Array(size);
      this.source = new Uint8Array(size);
      this.list = new Int32Array(size);
      return;
    }
    this.codes.fill(0, 0, count + 2);
    this.status.fill(0, 0, count + 2);
    this.person.fill(0, 0, count + 2);
    this.place.fill(0, 0, count + 2);
    this.organisation.fill(0, 0, count + 2);
    this.begins.fill(0, 0, count + 2);
    this.source.fill(0, 0, count + 2);
  }

  /** Takes over the tagger's probabilities for the tokens `from` to `to`. MUST be called by position. */
  take(posterior: Float64Array, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      this.list[this.candidates] = at;
      this.candidates += 1;
      const base = (at - from) * TAGS;
      const person = (posterior[base + PERSON] as number) + (posterior[base + PERSON + 1] as number);
      const place = (posterior[base + PLACE] as number) + (posterior[base + PLACE + 1] as number);
      const organisation =
        (posterior[base + ORGANISATION] as number) + (posterior[base + ORGANISATION + 1] as number);
      this.person[at] = person;
      this.place[at] = place;
      this.organisation[at] = organisation;
      const first =
        person >= place && person >= organisation ? PERSON : place >= organisation ? PLACE : ORGANISATION;
      this.begins[at] =
        (posterior[base + first] as number) >= (posterior[base + first + 1] as number) ? 1 : 0;
    }
  }

  /** Makes the list complete again. */
  close(count: number): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.candidates = 0;
    for (let at = 0; at < count; at += 1) {
      if ((this.person[at] as number) + (this.place[at] as number) + (this.organisation[at] as number) === 0)
        continue;
      this.list[this.candidates] = at;
      this.candidates += 1;
    }
  }
}
