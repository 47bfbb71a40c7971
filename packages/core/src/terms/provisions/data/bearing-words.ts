/**
 * Words on which the meaning of a clause turns. If one of them differs, two sentences are not the same
 * however alike the rest is. Lower case. Numbers in figures count always.
 */
export const BEARING_WORDS: ReadonlySet<string> = new Set(
  `not no never none neither nor cannot without unless except excluding only until before after
   don't won't can't doesn't isn't aren't shouldn't mustn't
   may must shall will should might can out
   one two three four five six seven eight nine ten eleven twelve fourteen fifteen eighteen twenty thirty
   forty fifty sixty seventy eighty ninety hundred thousand
   hour hours day days week weeks month months year years indefinitely permanently forever
   all any every each some both either always`.split(/\s+/),
);
