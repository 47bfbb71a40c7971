/**
 * **Tags**: what a token is to a name
 *
 * Outside, or first or later word of a person's, a place's or an organisation's name. Numbers are part
 * of the model: never reorder.
 */
export const TAGS = 7;
export const OUT = 0;
export const PERSON = 1;
export const PERSON_INSIDE = 2;
export const PLACE = 3;
export const ORGANISATION = 5;

/** By tag before and tag: 1 where the second may follow. A name goes on only where it began. */
export const ALLOWED: Uint8Array = new Uint8Array(TAGS * TAGS);
for (let from = 0; from < TAGS; from += 1) {
  for (let to = 0; to < TAGS; to += 1) {
    const goesOn = to > 0 && to % 2 === 0;
    ALLOWED[from * TAGS + to] = !goesOn || from === to || from === to - 1 ? 1 : 0;
  }
}
